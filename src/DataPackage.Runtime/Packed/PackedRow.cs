using System.Buffers.Binary;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DataPackage.Runtime.Packed;

/// <summary>Finds the fields of a row: of an entity in one of the areas of its table, or of an embedded value. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedRow
{
    /// <summary>The bytes of a field; the default span, unlike that of an empty text, where the row does not have it.</summary>
    public static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> row, int field)
    {
        // Of an area in which no entity has anything.
        if (row.IsEmpty) return default;
        int next = 0, present = 0, before = -1;
        for (var place = field; ; place -= PackedFormat.BitsPerDigit)
        {
            var digit = (uint)(row[next++] - PackedFormat.Zero);
            var bits = digit & (PackedFormat.More - 1);
            if (place is >= 0 and < PackedFormat.BitsPerDigit && (bits >> place & 1) != 0)
                before = present + BitOperations.PopCount(bits & ((1u << place) - 1));
            present += BitOperations.PopCount(bits);
            if ((digit & PackedFormat.More) == 0) break;
        }

        if (before < 0) return default;
        var digits = row[next++] - PackedFormat.Zero;
        var start = before == 0 ? 0 : Offset(row.Slice(next + ((before - 1) * digits)), digits);
        var end = Offset(row.Slice(next + (before * digits)), digits);
        return row.Slice(next + (present * digits) + start, end - start);
    }

    /// <summary>An offset in a row or in a chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Offset(ReadOnlySpan<byte> digits, int count) => count == PackedFormat.ShortOffsetDigits
        ? (digits[0] - PackedFormat.Zero) | ((digits[1] - PackedFormat.Zero) << PackedFormat.BitsPerFixedDigit)
        : PackedNumber.DecodeFour(BinaryPrimitives.ReadUInt32LittleEndian(digits))
            | ((digits[PackedFormat.OffsetDigits - 1] - PackedFormat.Zero) << ((PackedFormat.OffsetDigits - 1) * PackedFormat.BitsPerFixedDigit));
}
