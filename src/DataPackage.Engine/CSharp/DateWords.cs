using System.Globalization;
using DataPackage.Shared.Dates;

namespace DataPackage.Engine.CSharp;

/// <summary>Writes dates for people: 3 April 2025, about 1844, 1975 or 1976. What has no plain words, such as a year
/// with unspecified digits, stays in EDTF.</summary>
internal static class DateWords
{
    private const int FirstSeason = 21;

    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    public static string Of(string edtf) => EdtfParser.TryParse(edtf, out var date, out _) ? Of(date) ?? edtf : edtf;

    private static string? Of(EdtfExpression date)
    {
        if (!date.IsSet)
            return date.IsInterval ? Interval(date.Ranges[0], date.Flags) : Single(date.Ranges[0].Start!);
        var members = date.Ranges.Select(Member).ToList();
        if (members.Contains(null))
            return null;
        if (members.Count == 1)
            return members[0];
        var isChoice = date.ToString()[0] == '[';
        return string.Join(", ", members.Take(members.Count - 1))
            + (isChoice ? " or " : " and ")
            + members[members.Count - 1];
    }

    private static string? Member(EdtfRange range) =>
        range switch
        {
            { Start: null, End: { } end } => Single(end) is { } last ? last + " or earlier" : null,
            { Start: { } start, End: null } => Single(start) is { } first ? first + " or later" : null,
            { Start: { } start, End: { } end } => ReferenceEquals(start, end) ? Single(start) : Span(start, end),
            _ => null,
        };

    private static string? Span(EdtfCalendarDate start, EdtfCalendarDate end) =>
        Single(start) is { } first && Single(end) is { } last ? $"{first} to {last}" : null;

    private static string? Interval(EdtfRange range, EdtfFlags flags) =>
        range switch
        {
            { Start: { } start, End: { } end } => Span(start, end),
            { Start: { } start } when Single(start) is { } first => "from "
                + first
                + ((flags & EdtfFlags.UnknownEnd) != 0 ? " to an unknown end" : ""),
            { End: { } end } when Single(end) is { } last => (
                (flags & EdtfFlags.UnknownStart) != 0 ? "from an unknown start to " : "until "
            ) + last,
            _ => null,
        };

    /// <summary>Null if a digit or a qualifier has no plain words.</summary>
    private static string? Single(EdtfCalendarDate date)
    {
        var qualifiers = date.Year.Qualifiers;
        if (
            date.Year.Text.Length != 4
            || !int.TryParse(date.Year.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            || (date.Month is { } dated && dated.Qualifiers != qualifiers)
            || (date.Day is { } daily && daily.Qualifiers != qualifiers)
        )
            return null;
        var year = date.Year.Text.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
        var words = date switch
        {
            { Month: null } => year,
            { Month: { } month, Day: null } => Month(month.Text) is { } name ? $"{name} {year}" : null,
            { Month: { } month, Day: { } day } => Month(month.Text) is { } name && Number(day.Text) is { } number
                ? $"{number} {name} {year}"
                : null,
        };
        return words is null
            ? null
            : Hedge(qualifiers) + words + (date.Time is { } time ? ", " + time.Substring(1) : "");
    }

    private static string? Month(string text) =>
        Number(text) switch
        {
            >= 1 and <= 12 and var month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month),
            >= FirstSeason and < FirstSeason + 4 and var season => Seasons[season - FirstSeason],
            _ => null,
        };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Hedge(EdtfFlags qualifiers) =>
        ((qualifiers & EdtfFlags.Uncertain) != 0 ? "perhaps " : "")
        + ((qualifiers & EdtfFlags.Approximate) != 0 ? "about " : "");
}
