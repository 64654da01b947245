namespace DataPackage.Shared.Dates;

/// <summary>A year, month, season or day; never an interval or a set.</summary>
/// <param name="Year">The only field that is always there.</param>
/// <param name="Month">A month, or a season or other part of the year; null for a whole year.</param>
/// <param name="Day">Null for a whole month or grouping.</param>
/// <param name="Time">The time of day as written, from T to the end; null if not stated.</param>
/// <param name="FirstDay">The first day that it can mean, in days since 0001-01-01 of the proleptic Gregorian
/// calendar.</param>
/// <param name="LastDay">The last day that it can mean, counted in the same way.</param>
internal sealed record EdtfCalendarDate(
    EdtfField Year,
    EdtfField? Month,
    EdtfField? Day,
    string? Time,
    long FirstDay,
    long LastDay
)
{
    public EdtfFlags Qualifiers => Year.Qualifiers | (Month?.Qualifiers ?? 0) | (Day?.Qualifiers ?? 0);

    /// <summary>The canonical text. It places qualifiers in the shortest way: one after the last of the leftmost fields
    /// that share it, and one before every other field.</summary>
    public override string ToString()
    {
        var shared =
            Year.Qualifiers == 0 ? 0
            : Month?.Qualifiers != Year.Qualifiers ? 1
            : Day?.Qualifiers != Year.Qualifiers ? 2
            : 3;
        return Write(Year, 1, shared)
            + (Month is { } month ? "-" + Write(month, 2, shared) : "")
            + (Day is { } day ? "-" + Write(day, 3, shared) : "")
            + Time;
    }

    private static string Write(EdtfField field, int place, int shared) =>
        place > shared ? Mark(field.Qualifiers) + field.Text
        : place == shared ? field.Text + Mark(field.Qualifiers)
        : field.Text;

    private static string Mark(EdtfFlags qualifiers) =>
        qualifiers switch
        {
            EdtfFlags.None => "",
            EdtfFlags.Uncertain => "?",
            EdtfFlags.Approximate => "~",
            _ => "%",
        };
}
