using System.Runtime.CompilerServices;
using System.Text;
using DataPackage.Runtime.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>Short texts from UTF-8 and to UTF-8.</summary>
/// <remarks>The encoder of .NET is faster on long texts, but its vector types alone take longer to load than everything else that the first touch
/// of an entity does: 2.8 of 6.5 milliseconds. Names, dates and keys therefore go through plain loops.</remarks>
internal static class PackedText
{
    private const int LongestShortText = 64;

    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestShortText) return Encoding.UTF8.GetString(utf8);
        Span<char> text = stackalloc char[LongestShortText];
        var length = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            int unit = utf8[i];
            if (unit >= 0x80)
            {
                // Two bytes: Latin with accents, Greek, Cyrillic and their neighbours. Whatever is longer, or malformed, is the library's.
                if (unit is < 0xC2 or > 0xDF || ++i == utf8.Length || (utf8[i] & 0xC0) != 0x80) return Encoding.UTF8.GetString(utf8);
                unit = ((unit & 0x1F) << 6) | (utf8[i] & 0x3F);
            }

            text[length++] = (char)unit;
        }

        return new string(text[..length]);
    }

    /// <summary>Writes a key as UTF-8, and hashes it on the way.</summary>
    /// <param name="key">Any text; half a surrogate pair counts as U+FFFD.</param>
    /// <param name="utf8">Room for three bytes for each UTF-16 unit.</param>
    /// <param name="hash">What <see cref="KeyHash"/> computes of these bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static unsafe int Encode(ReadOnlySpan<char> key, Span<byte> utf8, out ulong hash)
    {
        var length = key.Length;
        if (BitConverter.IsLittleEndian && length >= 8 && length <= utf8.Length)
        {
            // Nearly all keys are ASCII, and of some length: eight units become eight bytes, the last eight once more as the hash wants them.
            ulong units = 0;
            hash = KeyHash.Start(length);
            fixed (char* source = key)
            fixed (byte* target = utf8)
            {
                for (var i = 0; i < length - 8; i += 8)
                {
                    var word = Narrow(source + i, ref units);
                    *(ulong*)(target + i) = word;
                    hash = KeyHash.Add(hash, word);
                }

                var last = Narrow(source + length - 8, ref units);
                *(ulong*)(target + length - 8) = last;
                hash = KeyHash.Finish(hash, last);
            }

            if ((units & 0xFF80FF80FF80FF80) == 0) return length;
        }

        length = EncodeOneByOne(key, utf8);
        hash = KeyHash.Compute(utf8[..length]);
        return length;
    }

    /// <summary>The low bytes of eight units; adds up which bits the units have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe ulong Narrow(char* source, ref ulong units)
    {
        var low = *(ulong*)source;
        var high = *(ulong*)(source + 4);
        units |= low | high;
        low |= low >> 8;
        high |= high >> 8;
        return (low & 0xFFFF) | ((low >> 16) & 0xFFFF0000) | ((high & 0xFFFF) << 32) | ((high & 0xFFFF00000000) << 16);
    }

    private static int EncodeOneByOne(ReadOnlySpan<char> key, Span<byte> utf8)
    {
        var length = 0;
        for (var i = 0; i < key.Length; i++)
        {
            var unit = key[i];
            if (unit < 0x80) utf8[length++] = (byte)unit;
            else if (unit < 0x800)
            {
                utf8[length++] = (byte)(0xC0 | (unit >> 6));
                utf8[length++] = (byte)(0x80 | (unit & 0x3F));
            }
            else return length + Encoding.UTF8.GetBytes(key[i..], utf8[length..]);
        }

        return length;
    }
}
