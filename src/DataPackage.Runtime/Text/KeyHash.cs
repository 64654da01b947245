using System.Buffers.Binary;
using System.Runtime.CompilerServices;

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
        var hash = Start(key.Length);
        for (var i = 0; i < key.Length - 8; i += 8) hash = Add(hash, BinaryPrimitives.ReadUInt64LittleEndian(key.Slice(i)));
        return Finish(hash, LastWord(key));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Start(int length) => unchecked((ulong)length * Multiplier);

    /// <summary>Takes eight bytes in, the first of them lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, ulong word)
    {
        hash = unchecked((hash ^ word) * Multiplier);
        return hash ^ (hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Finish(ulong hash, ulong lastWord)
    {
        hash = unchecked((hash ^ lastWord) * Multiplier);
        hash = unchecked((hash ^ (hash >> 29)) * Finisher);
        return hash ^ (hash >> 32);
    }

    /// <summary>The last eight bytes, some of which may have been taken in before: reading them again takes less time than reading the rest one by
    /// one. Of four to eight bytes the first and the last four; of fewer the first, the middle and the last.</summary>
    private static ulong LastWord(ReadOnlySpan<byte> key) => key.Length switch
    {
        >= 8 => BinaryPrimitives.ReadUInt64LittleEndian(key.Slice(key.Length - 8)),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(key) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(key.Slice(key.Length - 4)) << 32),
        > 0 => key[0] | ((ulong)key[key.Length / 2] << 8) | ((ulong)key[key.Length - 1] << 16),
        _ => 0,
    };
}
