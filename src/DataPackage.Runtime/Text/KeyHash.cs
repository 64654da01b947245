using System.Buffers.Binary;

namespace DataPackage.Runtime.Text;

/// <summary>The hash by which packed data is indexed. It is part of the packed format: the same key has the same hash on every
/// machine, runtime and version, so a change here is a change of the format. Not for keys that an attacker may choose.</summary>
internal static class KeyHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong Finisher = 0xBF58476D1CE4E5B9;

    /// <summary>Hashes the UTF-8 bytes of a key; all 64 bits are well mixed, so that any of them may index a table.</summary>
    public static ulong Compute(ReadOnlySpan<byte> key)
    {
        unchecked
        {
            var hash = (ulong)key.Length * Multiplier;
            var i = 0;
            for (; i <= key.Length - 8; i += 8)
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key.Slice(i))) * Multiplier;
                hash ^= hash >> 32;
            }

            var rest = 0ul;
            for (; i < key.Length; i++) rest = (rest << 8) | key[i];

            hash = (hash ^ rest) * Multiplier;
            hash = (hash ^ (hash >> 29)) * Finisher;
            return hash ^ (hash >> 32);
        }
    }
}
