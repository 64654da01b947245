using System.Globalization;
using DataPackage.Runtime;

namespace DataPackage.Xunit;

/// <summary>Picks entities for tests, seemingly at random, but the same on every machine and in every run.</summary>
/// <remarks>A seed ranks all entities by a hash of the seed and their ids; the first are picked. A new entity therefore
/// changes only the picks that it wins, and a removed one only those that it had won.</remarks>
public static class Any
{
    /// <summary>One entity of a kind.</summary>
    /// <param name="seed">Another seed usually picks another entity.</param>
    /// <param name="where">Which entities qualify; null for all.</param>
    /// <exception cref="InvalidOperationException">No entity qualifies.</exception>
    public static T Of<T>(int seed = 0, Func<T, bool>? where = null)
        where T : class, IEntity<T> => Several(1, seed, where)[0];

    /// <summary>Several distinct entities of a kind, in an order that depends on the seed.</summary>
    /// <exception cref="InvalidOperationException">Fewer than <paramref name="count"/> entities qualify.</exception>
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

    /// <summary>FNV-1a, then the last steps of MurmurHash3, without which neighbouring seeds would rank alike. Written
    /// out here, because no hash of .NET is the same in all processes.</summary>
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
