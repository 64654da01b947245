using DataPackage.Shared.Format;

namespace DataPackage.Runtime.Packed;

/// <summary>Reads where entities are written. Nothing else uses these bytes, so they cost nothing until somebody
/// asks.</summary>
internal static class PackedPlaces
{
    /// <param name="places">A chunk of places; empty if the package has none.</param>
    /// <param name="row">The row within the chunk.</param>
    /// <param name="id">The id of the entity in that row.</param>
    public static SeedLocation? Read(ReadOnlySpan<byte> places, int row, string id)
    {
        if (places.IsEmpty)
            return null;
        if (places.Length < 2)
            CorruptedData.Throw("places have no digits");
        var fileDigits = places[0] - PackedFormat.Zero;
        var lineDigits = places[1] - PackedFormat.Zero;
        if (fileDigits is < 0 or > PackedFormat.OffsetDigits || lineDigits is < 0 or > PackedFormat.OffsetDigits)
            CorruptedData.Throw("places have too many digits");
        places = places[2..];
        var texts = PackedNumber.ReadBlock(ref places);
        var length = fileDigits + lineDigits;
        if (row * length > places.Length - length)
            CorruptedData.Throw("an entity has no place");
        var digits = places.Slice(row * length);
        for (var file = Fixed(digits, fileDigits); file > 0; file--)
        {
            PackedNumber.ReadBlock(ref texts);
            PackedNumber.ReadBlock(ref texts);
        }

        var beforeId = PackedText.Decode(PackedNumber.ReadBlock(ref texts));
        var afterId = PackedText.Decode(PackedNumber.ReadBlock(ref texts));
        return new SeedLocation
        {
            File = afterId.Length == 0 ? beforeId : beforeId + id + afterId,
            Line = lineDigits == 0 ? 1 : Fixed(digits[fileDigits..], lineDigits),
        };
    }

    private static int Fixed(ReadOnlySpan<byte> digits, int count)
    {
        var number = 0;
        for (var i = 0; i < count; i++)
            number |= (digits[i] - PackedFormat.Zero) << (i * PackedFormat.BitsPerFixedDigit);
        return number;
    }
}
