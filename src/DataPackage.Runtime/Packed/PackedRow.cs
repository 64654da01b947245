using System.Buffers.Binary;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Finds the fields of a row, which is an entity's in one of the areas of its table, or an embedded value's.
/// For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedRow
{
    /// <summary>The bytes of a field. The default span if the row does not have it; an empty text is a span that is not
    /// the default.</summary>
    /// <param name="row">The bytes from the start of the row on.</param>
    /// <param name="field">The number of the field, or its complement (<c>~number</c>) if every row has it.</param>
    /// <exception cref="InvalidDataException">The row is corrupted.</exception>
    public static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> row, int field)
    {
        int next = 0,
            present = 0,
            before = -1;
        // The row is empty in an area in which no entity has a field.
        for (var place = field ^ (field >> 31); !row.IsEmpty; place -= PackedFormat.BitsPerDigit)
        {
            if (next >= row.Length)
                CorruptedData.Throw("a row has no end");
            var digit = (uint)(row[next++] - PackedFormat.Zero);
            var bits = digit & (PackedFormat.More - 1);
            if (place is >= 0 and < PackedFormat.BitsPerDigit && (bits >> place & 1) != 0)
                before = present + BitOperations.PopCount(bits & ((1u << place) - 1));
            present += BitOperations.PopCount(bits);
            if ((digit & PackedFormat.More) == 0)
                break;
        }

        if (before < 0)
        {
            if (field < 0)
                CorruptedData.Throw("a required value is missing");
            return default;
        }

        if (next >= row.Length)
            CorruptedData.Throw("a row has no end");
        var digits = row[next++] - PackedFormat.Zero;
        var fields = next + (present * digits);
        if (digits is not (PackedFormat.ShortOffsetDigits or PackedFormat.OffsetDigits) || fields > row.Length)
            CorruptedData.Throw("a row has no offsets");
        var start = before == 0 ? 0 : Offset(row.Slice(next + ((before - 1) * digits)), digits);
        var end = Offset(row.Slice(next + (before * digits)), digits);
        if ((uint)start > (uint)end || (uint)end > (uint)(row.Length - fields))
            CorruptedData.Throw("a field is not within its row");
        return row.Slice(fields + start, end - start);
    }

    /// <summary>An offset in a row or in a chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Offset(ReadOnlySpan<byte> digits, int count) =>
        count == PackedFormat.ShortOffsetDigits
            ? (digits[0] - PackedFormat.Zero) | ((digits[1] - PackedFormat.Zero) << PackedFormat.BitsPerFixedDigit)
            : PackedNumber.DecodeFour(BinaryPrimitives.ReadUInt32LittleEndian(digits))
                | (
                    (digits[PackedFormat.OffsetDigits - 1] - PackedFormat.Zero)
                    << ((PackedFormat.OffsetDigits - 1) * PackedFormat.BitsPerFixedDigit)
                );
}
