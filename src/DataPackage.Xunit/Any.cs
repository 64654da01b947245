using System.Globalization;
using DataPackage.Runtime;

namespace DataPackage.Xunit;

/// <summary>Picks entities for tests: seemingly at random, and the same on every machine and in every run.</summary>
/// <remarks>Each seed ranks all entities by a hash of it and their ids, and the first is picked. An entity that is
/// added to the package therefore changes only the picks that it wins, and one that is removed only those that it had
/// won.</remarks>
public static class Any
{
    /// <summary>An entity of a kind.</summary>
    /// <param name="seed">Another seed most often picks another entity.</param>
    /// <param name="where">Which entities will do; null for all.</param>
    /// <exception cref="InvalidOperationException">No entity will do.</exception>
    public static T Of<T>(int seed = 0, Func<T, bool>? where = null)
        where T : class, IEntity<T> => Several(1, seed, where)[0];

    /// <summary>Several different entities of a kind, in an order that depends on the seed.</summary>
    /// <exception cref="InvalidOperationException">There are not so many.</exception>
    public static IReadOnlyList<T> Several<T>(int count, int seed = 0, Func<T, bool>? where = null)
        where T : class, IEntity<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var candidates = T.All.Where(entity => where is null || where(entity)).ToList();
        return candidates.Count >= count
            ?
            [
                .. candidates
                    .OrderBy(entity => Rank(seed, entity.Id))
                    .ThenBy(entity => entity.Id, StringComparer.Ordinal)
                    .Take(count),
            ]
            : throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} of kind {typeof(T).Name} were asked for, and {candidates.Count} "
                        + $"{(where is null ? "are there" : "will do")}."
                )
            );
    }

    /// <summary>FNV-1a, and the last steps of MurmurHash3, without which neighbouring seeds would rank alike. Written
    /// out here, as no hash of .NET is the same in all processes.</summary>
    private static ulong Rank(int seed, string id)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var c in id)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
