using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Reads texts, and writes keys as UTF-8.</summary>
/// <remarks>The encoder of .NET is faster on long texts, but loading its vector types takes longer than everything else
/// in the first use of an entity: 2.8 of 6.5 milliseconds. Names, dates and keys therefore use plain loops.</remarks>
internal static class PackedText
{
    private const int LongestShortText = 64;

    /// <summary>Reads a text of <see cref="PackedFormat"/>; malformed parts become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> text)
    {
        var hasWindow = text.Length > 0 && text[0] == PackedFormat.Tilde;
        if (text.Length > LongestShortText)
            return hasWindow ? DecodeThroughWindow(text) : Encoding.UTF8.GetString(text);
        Span<char> units = stackalloc char[LongestShortText];
        int next = 0,
            length = 0,
            first = 0;
        if (hasWindow)
        {
            first = FirstOfWindow(text);
            next = 1 + PackedFormat.WindowDigits;
        }

        while (next < text.Length)
        {
            int unit = text[next++];
            if (unit >= 0x80)
            {
                // Two bytes: accented Latin, Greek, Cyrillic and their neighbours. The library handles longer or
                // malformed sequences.
                if (unit is < 0xC2 or > 0xDF || next == text.Length || (text[next] & 0xC0) != 0x80)
                    return hasWindow ? DecodeThroughWindow(text) : Encoding.UTF8.GetString(text);
                unit = ((unit & 0x1F) << 6) | (text[next++] & 0x3F);
            }
            else if (hasWindow && unit >= PackedFormat.WindowStart)
                unit = unit != PackedFormat.Tilde ? first + unit - PackedFormat.WindowStart : Itself(text, next++);

            units[length++] = (char)unit;
        }

        return new string(units[..length]);
    }

    private static string DecodeThroughWindow(ReadOnlySpan<byte> text)
    {
        var first = FirstOfWindow(text);
        var units = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        for (var next = 1 + PackedFormat.WindowDigits; next < text.Length; )
        {
            int unit = text[next++];
            if (unit >= 0x80)
            {
                var start = next - 1;
                while (next < text.Length && text[next] >= 0x80)
                    next++;
                length += Encoding.UTF8.GetChars(text[start..next], units.AsSpan(length));
                continue;
            }

            if (unit >= PackedFormat.WindowStart)
                unit = unit != PackedFormat.Tilde ? first + unit - PackedFormat.WindowStart : Itself(text, next++);
            units[length++] = (char)unit;
        }

        var decoded = new string(units, 0, length);
        ArrayPool<char>.Shared.Return(units);
        return decoded;
    }

    /// <summary>The letter that <see cref="PackedFormat.WindowStart"/> encodes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstOfWindow(ReadOnlySpan<byte> text)
    {
        if (text.Length <= PackedFormat.WindowDigits)
            CorruptedData.Throw("a text has no window");
        return ((text[1] - PackedFormat.Zero) | ((text[2] - PackedFormat.Zero) << PackedFormat.BitsPerFixedDigit))
            << PackedFormat.WindowShift;
    }

    /// <summary>The byte after a tilde.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Itself(ReadOnlySpan<byte> text, int place)
    {
        if ((uint)place >= (uint)text.Length)
            CorruptedData.Throw("a text ends too early");
        return text[place];
    }

    /// <summary>Writes a key as UTF-8 and hashes it.</summary>
    /// <param name="key">Any text; half a surrogate pair counts as U+FFFD.</param>
    /// <param name="utf8">Room for three bytes for each UTF-16 unit.</param>
    /// <param name="hash">The hash of these bytes, as <see cref="KeyHash"/> computes it.</param>
    /// <returns>The number of bytes written.</returns>
    public static unsafe int Encode(ReadOnlySpan<char> key, Span<byte> utf8, out ulong hash)
    {
        var length = key.Length;
        if (BitConverter.IsLittleEndian && length >= 8 && length <= utf8.Length)
        {
            // Nearly all keys are ASCII and at least eight units long: eight units become eight bytes. The last eight
            // are written once more, as the hash requires.
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

            if ((units & 0xFF80FF80FF80FF80) == 0)
                return length;
        }

        length = EncodeOneByOne(key, utf8);
        hash = KeyHash.Compute(utf8[..length]);
        return length;
    }

    /// <summary>The low bytes of eight units; collects the bits of all units, to tell whether they are ASCII.</summary>
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
            if (unit < 0x80)
                utf8[length++] = (byte)unit;
            else if (unit < 0x800)
            {
                utf8[length++] = (byte)(0xC0 | (unit >> 6));
                utf8[length++] = (byte)(0x80 | (unit & 0x3F));
            }
            else
                return length + Encoding.UTF8.GetBytes(key[i..], utf8[length..]);
        }

        return length;
    }
}
