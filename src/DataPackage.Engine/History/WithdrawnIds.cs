using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.History;

/// <summary>The ids that must not be named any more and must not be used again. Only a salted, slow hash tells them:
/// PBKDF2 with HMAC-SHA-256 (RFC 8018). Whoever guesses an id can still confirm it.</summary>
/// <exception cref="FormatException">The salt is no hexadecimal number.</exception>
internal sealed class WithdrawnIds(string salt, IEnumerable<string> hashes) : IEquatable<WithdrawnIds>
{
    /// <summary>About 20 milliseconds for an id. An id of a registry has few forms, so that more would slow down builds
    /// and hide nothing.</summary>
    private const int Iterations = 20_000;

    private readonly byte[] _salt = BytesOf(salt);
    private readonly HashSet<string> _hashes = new(hashes, StringComparer.Ordinal);

    /// <summary>What was hashed before: the ids of a package are asked for at each change of one.</summary>
    private readonly ConcurrentDictionary<string, string> _hashed = new(StringComparer.Ordinal);

    /// <summary>Those of a ledger.</summary>
    public static WithdrawnIds In(IEnumerable<LedgerEntry> entries, string salt) =>
        new(salt, entries.Where(entry => entry.State == LedgerState.Withdrawn).Select(entry => entry.Name));

    public static WithdrawnIds None { get; } = new("", []);

    /// <summary>Hexadecimal; empty if no id was ever withdrawn.</summary>
    public string Salt => salt;

    /// <summary>The entry of an id that was withdrawn; null if it was not.</summary>
    /// <param name="name">The kind and the id.</param>
    public string? Find(string name) =>
        _hashes.Count > 0 && HashOf(name) is var hash && _hashes.Contains(hash) ? hash : null;

    public string HashOf(string name) => _hashed.GetOrAdd(name, Hash);

    private string Hash(string name)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(name));
        // The key is one block long, the first.
        var block = hmac.ComputeHash([.. _salt, 0, 0, 0, 1]);
        var key = (byte[])block.Clone();
        for (var i = 1; i < Iterations; i++)
        {
            block = hmac.ComputeHash(block);
            for (var at = 0; at < key.Length; at++)
                key[at] ^= block[at];
        }

        return Hexadecimal.Of(key);
    }

    private static byte[] BytesOf(string hexadecimal)
    {
        var bytes = new byte[hexadecimal.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
            if (
                !byte.TryParse(
                    hexadecimal.Substring(2 * i, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out bytes[i]
                )
            )
                throw new FormatException("its salt is no hexadecimal number");
        return bytes;
    }

    public bool Equals(WithdrawnIds? other) =>
        other is not null && salt == other.Salt && _hashes.SetEquals(other._hashes);

    public override bool Equals(object? obj) => Equals(obj as WithdrawnIds);

    public override int GetHashCode() => _hashes.Count;
}
