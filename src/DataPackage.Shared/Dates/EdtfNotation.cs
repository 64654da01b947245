namespace DataPackage.Shared.Dates;

/// <summary>How the canonical text of a date follows from its days: its last field, and its qualifiers, which are
/// shifted <see cref="EdtfFlags"/>.</summary>
[Flags]
internal enum EdtfNotation : byte
{
    /// <summary>It does not follow: the text is an interval, or has an unspecified digit, a qualifier of one field and
    /// so on.</summary>
    InFull = 0,

    /// <summary>1985</summary>
    Year = 1,

    /// <summary>1985-04</summary>
    Month = 2,

    /// <summary>1985-04-12</summary>
    Day = 3,

    /// <summary>1985?</summary>
    Uncertain = EdtfFlags.Uncertain << EdtfNotations.QualifierShift,

    /// <summary>1985~, and 1985% with <see cref="Uncertain"/></summary>
    Approximate = EdtfFlags.Approximate << EdtfNotations.QualifierShift,
}

/// <summary>Writes dates whose text follows from their days, and recognizes them.</summary>
internal static class EdtfNotations
{
    /// <summary>9999-12-31, counted from 0001-01-01.</summary>
    public const int LastDay = 3_652_058;

    public const int QualifierShift = 2;

    /// <summary>The bits for a year, a month or a day.</summary>
    public const EdtfNotation Precision = EdtfNotation.Day;

    /// <summary>The greatest value: a day that is uncertain and approximate.</summary>
    public const EdtfNotation Last = EdtfNotation.Day | EdtfNotation.Uncertain | EdtfNotation.Approximate;

    /// <summary>The last character of a date, by its qualifiers.</summary>
    private const string Qualifiers = " ?~%";

    /// <param name="firstDay">Counted from 0001-01-01.</param>
    public static string Write(EdtfNotation notation, int firstDay)
    {
        // .NET's formatting would load a culture first, which takes longer than reading the entity.
        var day = new DateTime(firstDay * TimeSpan.TicksPerDay);
        Span<char> text = stackalloc char["yyyy-MM-dd?".Length];
        text[4] = text[7] = '-';
        Write(day.Year, text.Slice(0, 4));
        Write(day.Month, text.Slice(5, 2));
        Write(day.Day, text.Slice(8, 2));
        var length = (notation & Precision) switch
        {
            EdtfNotation.Year => 4,
            EdtfNotation.Month => 7,
            _ => 10,
        };
        var qualifiers = (int)notation >> QualifierShift;
        if (qualifiers != 0)
            text[length++] = Qualifiers[qualifiers];
        return text.Slice(0, length).ToString();
    }

    private static void Write(int number, Span<char> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 10)
            digits[i] = (char)('0' + (number % 10));
    }

    public static EdtfNotation Of(string canonicalText, long? firstDay)
    {
        if (firstDay is not (>= 0 and <= LastDay))
            return EdtfNotation.InFull;
        var qualifiers = canonicalText[canonicalText.Length - 1] switch
        {
            '?' => 1,
            '~' => 2,
            '%' => 3,
            _ => 0,
        };
        var precision = (canonicalText.Length - (qualifiers == 0 ? 0 : 1)) switch
        {
            4 => EdtfNotation.Year,
            7 => EdtfNotation.Month,
            10 => EdtfNotation.Day,
            _ => EdtfNotation.InFull,
        };
        var notation = precision | (EdtfNotation)(qualifiers << QualifierShift);
        // An open interval, a season or unspecified digits can have such a length too.
        return precision != EdtfNotation.InFull && Write(notation, (int)firstDay) == canonicalText
            ? notation
            : EdtfNotation.InFull;
    }
}
