using System.Runtime.CompilerServices;

namespace DataPackage.Runtime.Packed;

/// <summary>Reads the numbers of <see cref="PackedFormat"/>.</summary>
internal static class PackedNumber
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadFixed(ReadOnlySpan<byte> bytes)
    {
        // One bounds check for the five digits.
        _ = bytes[PackedFormat.FixedDigits - 1];
        return (bytes[0] - PackedFormat.Zero) | ((bytes[1] - PackedFormat.Zero) << 6) | ((bytes[2] - PackedFormat.Zero) << 12)
            | ((bytes[3] - PackedFormat.Zero) << 18) | ((bytes[4] - PackedFormat.Zero) << 24);
    }

    /// <summary>Reads a number and moves <paramref name="bytes"/> behind it.</summary>
    public static long Read(ref ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (int i = 0, shift = 0; ; i++, shift += PackedFormat.BitsPerDigit)
        {
            var digit = bytes[i] - PackedFormat.Zero;
            number |= (long)(digit & (PackedFormat.More - 1)) << shift;
            if ((digit & PackedFormat.More) != 0) continue;
            bytes = bytes[(i + 1)..];
            return number;
        }
    }

    public static int ReadInt(ref ReadOnlySpan<byte> bytes) => checked((int)Read(ref bytes));

    public static long ReadSigned(ref ReadOnlySpan<byte> bytes)
    {
        var number = Read(ref bytes);
        return (long)((ulong)number >> 1) ^ -(number & 1);
    }

    /// <summary>The next <paramref name="bytes"/> as long as the number before them says; moves behind them.</summary>
    public static ReadOnlySpan<byte> ReadBlock(ref ReadOnlySpan<byte> bytes)
    {
        var length = ReadInt(ref bytes);
        var block = bytes[..length];
        bytes = bytes[length..];
        return block;
    }
}
