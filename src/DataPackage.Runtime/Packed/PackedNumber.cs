using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Reads the numbers of <see cref="PackedFormat"/>.</summary>
internal static class PackedNumber
{
    /// <summary>Reads a fixed number of four digits.</summary>
    public static int ReadFour(ReadOnlySpan<byte> bytes) => DecodeFour(BinaryPrimitives.ReadUInt32LittleEndian(bytes));

    /// <summary>The number of four digits, the first in the lowest byte; joins them two by two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DecodeFour(uint digits)
    {
        digits -= PackedFormat.TagZero;
        digits = (digits & 0x003F003F) | ((digits & 0x3F003F00) >> 2);
        return (int)((digits & 0xFFF) | ((digits >> 4) & 0xFFF000));
    }

    /// <summary>The four digits of a number, the first in the lowest byte.</summary>
    public static uint EncodeFour(int number)
    {
        var bits = (uint)number;
        bits = (bits & 0xFFF) | ((bits & 0xFFF000) << 4);
        return ((bits & 0x003F003F) | ((bits & 0x0FC00FC0) << 2)) + PackedFormat.TagZero;
    }

    /// <summary>Reads a number and moves <paramref name="bytes"/> past it.</summary>
    public static long Read(ref ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (int i = 0, shift = 0; i < bytes.Length; i++, shift += PackedFormat.BitsPerDigit)
        {
            var digit = bytes[i] - PackedFormat.Zero;
            number |= (long)(digit & (PackedFormat.More - 1)) << shift;
            if ((digit & PackedFormat.More) != 0)
                continue;
            bytes = bytes[(i + 1)..];
            return number;
        }

        throw CorruptedData.Because("a number has no end");
    }

    /// <summary>Reads a number that is a count or a place, and so is never negative.</summary>
    public static int ReadInt(ref ReadOnlySpan<byte> bytes)
    {
        var number = Read(ref bytes);
        if ((ulong)number > int.MaxValue)
            CorruptedData.Throw("a number is too large");
        return (int)number;
    }

    public static long ReadSigned(ref ReadOnlySpan<byte> bytes)
    {
        var number = Read(ref bytes);
        return (long)((ulong)number >> 1) ^ -(number & 1);
    }

    /// <summary>Reads a length and returns that many <paramref name="bytes"/>; moves past them.</summary>
    public static ReadOnlySpan<byte> ReadBlock(ref ReadOnlySpan<byte> bytes)
    {
        var length = ReadInt(ref bytes);
        if (length > bytes.Length)
            CorruptedData.Throw("a value is longer than the bytes that hold it");
        var block = bytes[..length];
        bytes = bytes[length..];
        return block;
    }
}
