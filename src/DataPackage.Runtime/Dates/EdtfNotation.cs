namespace DataPackage.Runtime.Dates;

/// <summary>How the canonical text of a date follows from its days.</summary>
internal enum EdtfNotation : byte
{
    /// <summary>It does not: the text has a qualifier, an interval, an unspecified digit and so on.</summary>
    InFull,

    /// <summary>1985</summary>
    Year,

    /// <summary>1985-04</summary>
    Month,

    /// <summary>1985-04-12</summary>
    Day,
}

/// <summary>Writes dates whose text follows from their days, and tells which ones they are.</summary>
internal static class EdtfNotations
{
    /// <summary>9999-12-31, counted from 0001-01-01.</summary>
    public const int LastDay = 3_652_058;

    /// <param name="firstDay">Counted from 0001-01-01.</param>
    public static string Write(EdtfNotation notation, int firstDay)
    {
        // Digit by digit: the formatting of .NET would load a culture first, which takes longer than reading the entity.
        var day = new DateTime(firstDay * TimeSpan.TicksPerDay);
        Span<char> text = stackalloc char["yyyy-MM-dd".Length];
        text[4] = text[7] = '-';
        Write(day.Year, text.Slice(0, 4));
        Write(day.Month, text.Slice(5, 2));
        Write(day.Day, text.Slice(8, 2));
        return text.Slice(0, notation switch { EdtfNotation.Year => 4, EdtfNotation.Month => 7, _ => 10 }).ToString();
    }

    private static void Write(int number, Span<char> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 10) digits[i] = (char)('0' + (number % 10));
    }

    public static EdtfNotation Of(string canonicalText, long? firstDay)
    {
        if (firstDay is not (>= 0 and <= LastDay)) return EdtfNotation.InFull;
        var notation = canonicalText.Length switch { 4 => EdtfNotation.Year, 7 => EdtfNotation.Month, 10 => EdtfNotation.Day, _ => EdtfNotation.InFull };
        // Of an open interval, a season or unspecified digits, the text has such a length too.
        return notation != EdtfNotation.InFull && Write(notation, (int)firstDay) == canonicalText ? notation : EdtfNotation.InFull;
    }
}
