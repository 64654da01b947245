using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DataPackage.Shared.Format;

/// <summary>The hash by which packed data is indexed. It is part of the packed format: the same key has the same hash
/// on every machine, runtime and version, so a change here is a change of the format. As it is known, keys can be
/// chosen to share a hash; if they were, a seed is part of the hash.</summary>
internal static class KeyHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong Finisher = 0xBF58476D1CE4E5B9;

    /// <summary>Hashes the UTF-8 bytes of a key; all 64 bits are well mixed, so any of them may index a
    /// table.</summary>
    public static ulong Compute(ReadOnlySpan<byte> key)
    {
        var hash = Start(key.Length);
        for (var i = 0; i < key.Length - 8; i += 8)
            hash = Add(hash, BinaryPrimitives.ReadUInt64LittleEndian(key.Slice(i)));
        return Finish(hash, LastWord(key));
    }

    /// <summary>Hashes a key by SipHash-2-4: without the seed, keys cannot be chosen to share a hash. Slower by half,
    /// so used only if needed.</summary>
    /// <param name="seed">A number that is derived from all keys.</param>
    public static ulong Compute(ReadOnlySpan<byte> key, ulong seed)
    {
        var state = new Sip(seed);
        var i = 0;
        for (; i <= key.Length - 8; i += 8)
            state.Add(BinaryPrimitives.ReadUInt64LittleEndian(key.Slice(i)));
        var last = (ulong)key.Length << 56;
        for (var rest = 0; i < key.Length; i++, rest += 8)
            last |= (ulong)key[i] << rest;
        state.Add(last);
        return state.Finish();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Start(int length) => unchecked((ulong)length * Multiplier);

    /// <summary>Adds eight bytes, the least significant first.</summary>
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

    /// <summary>The state of SipHash, whose key is the seed and <see cref="Multiplier"/>.</summary>
    private struct Sip(ulong seed)
    {
        private ulong _a = seed ^ 0x736F6D6570736575;
        private ulong _b = Multiplier ^ 0x646F72616E646F6D;
        private ulong _c = seed ^ 0x6C7967656E657261;
        private ulong _d = Multiplier ^ 0x7465646279746573;

        public void Add(ulong word)
        {
            _d ^= word;
            Mix();
            Mix();
            _a ^= word;
        }

        public ulong Finish()
        {
            _c ^= 0xFF;
            for (var i = 0; i < 4; i++)
                Mix();
            return _a ^ _b ^ _c ^ _d;
        }

        private void Mix()
        {
            unchecked
            {
                _a += _b;
                _b = Rotate(_b, 13) ^ _a;
                _a = Rotate(_a, 32);
                _c += _d;
                _d = Rotate(_d, 16) ^ _c;
                _a += _d;
                _d = Rotate(_d, 21) ^ _a;
                _c += _b;
                _b = Rotate(_b, 17) ^ _c;
                _c = Rotate(_c, 32);
            }
        }

        private static ulong Rotate(ulong value, int bits) => (value << bits) | (value >> (64 - bits));
    }

    /// <summary>The last eight bytes. Some may have been added before: reading them again is faster than reading the
    /// rest one by one. From four to eight bytes, the first and the last four; from fewer, the first, the
    /// middle and the last.</summary>
    private static ulong LastWord(ReadOnlySpan<byte> key) =>
        key.Length switch
        {
            >= 8 => BinaryPrimitives.ReadUInt64LittleEndian(key.Slice(key.Length - 8)),
            >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(key)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(key.Slice(key.Length - 4)) << 32),
            > 0 => key[0] | ((ulong)key[key.Length / 2] << 8) | ((ulong)key[key.Length - 1] << 16),
            _ => 0,
        };
}
