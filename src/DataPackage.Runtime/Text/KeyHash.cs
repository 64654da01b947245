namespace DataPackage.Runtime.Text;

/// <summary>The hash by which packed data is indexed. It is part of the packed format: the same text has the same hash on every
/// machine, runtime and version, so a change here is a change of the format. Not for keys that an attacker may choose.</summary>
internal static class KeyHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Hashes UTF-16 units as they are; all 32 bits are well mixed, so that any of them may index a table.</summary>
    public static uint Compute(ReadOnlySpan<char> key)
    {
        unchecked
        {
            // Units are combined by shifts, not by a cast of the memory: the same on big-endian machines, nothing more for the
            // first lookup to jit, and no slower, because the loads are off the critical path (the multiplication is on it).
            var hash = (ulong)key.Length * Multiplier;
            var i = 0;
            for (; i <= key.Length - 4; i += 4)
            {
                hash = (hash ^ (key[i] | ((ulong)key[i + 1] << 16) | ((ulong)key[i + 2] << 32) | ((ulong)key[i + 3] << 48))) * Multiplier;
                hash ^= hash >> 32;
            }

            var rest = 0ul;
            for (; i < key.Length; i++) rest = (rest << 16) | key[i];

            hash = (hash ^ rest) * Multiplier;
            hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
            return (uint)(hash ^ (hash >> 32));
        }
    }
}
