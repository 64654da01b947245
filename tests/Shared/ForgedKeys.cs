using System.Buffers.Binary;
using System.Text;

namespace DataPackage.Testing;

/// <summary>Texts chosen for their hashes in an index of packed data, which anyone can do who reads KeyHash.</summary>
internal static class ForgedKeys
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const int Length = 16;

    /// <summary>Keys with one hash, all 64 bits of it: sixteen printable characters each, without quotes and
    /// backslashes.</summary>
    public static List<string> OfOneHash(int count)
    {
        var start = unchecked(Length * Multiplier);
        var target = unchecked((start ^ Word("aaaaaaaa")) * Multiplier);
        target ^= target >> 32;
        target ^= Word("bbbbbbbb");
        var fours = Enumerable.Range(0, 26 * 26 * 26 * 26).Select(Letters).ToArray();
        var keys = new List<string>(count);
        Span<byte> key = stackalloc byte[Length];
        for (long i = 0; keys.Count < count; i++)
        {
            var first = fours[i % fours.Length] | (fours[i / fours.Length] << 32);
            var hash = unchecked((start ^ first) * Multiplier);
            // Only the last eight bytes are free; exactly one choice of them gives the wanted hash.
            var last = target ^ hash ^ (hash >> 32);
            if ((last & 0x8080808080808080) != 0)
                continue;
            BinaryPrimitives.WriteUInt64LittleEndian(key, first);
            BinaryPrimitives.WriteUInt64LittleEndian(key[8..], last);
            if (IsPrintable(key[8..]))
                keys.Add(Encoding.ASCII.GetString(key));
        }

        return keys;
    }

    /// <summary>Slugs whose searches start at the same slot of a table with this many bits.</summary>
    public static List<string> OfOneSlot(int count, int bits)
    {
        var keys = new List<string>(count);
        for (var i = 0; keys.Count < count; i++)
        {
            var key = $"chosen-{i:x8}";
            if ((HashOf(key) & ((1UL << bits) - 1)) == 0)
                keys.Add(key);
        }

        return keys;
    }

    /// <summary>For keys of at least eight bytes.</summary>
    private static ulong HashOf(string key)
    {
        unchecked
        {
            var bytes = Encoding.UTF8.GetBytes(key);
            var hash = (ulong)bytes.Length * Multiplier;
            for (var i = 0; i < bytes.Length - 8; i += 8)
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i))) * Multiplier;
                hash ^= hash >> 32;
            }

            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(bytes.Length - 8))) * Multiplier;
            hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
            return hash ^ (hash >> 32);
        }
    }

    /// <summary>Four letters, the first in the lowest byte.</summary>
    private static ulong Letters(int number)
    {
        ulong letters = 0;
        for (var i = 0; i < 4; i++, number /= 26)
            letters = (letters << 8) | (uint)('a' + (number % 26));
        return letters;
    }

    private static ulong Word(string text) => BinaryPrimitives.ReadUInt64LittleEndian(Encoding.ASCII.GetBytes(text));

    private static bool IsPrintable(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b is < (byte)'!' or > (byte)'~' or (byte)'"' or (byte)'\'' or (byte)'\\')
                return false;
        return true;
    }
}
