using System.Globalization;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows dates of EDTF to people: plain ones in words, all others as they are written, with the days that they
/// may mean.</summary>
internal static class DateText
{
    private const string Open = "..";

    public static void Write(DateValue date, SitePage page)
    {
        var (texts, html) = (page.Texts, page.Html);
        if (InWords(date.Canonical, texts) is not { } words)
        {
            html.Write($"<code class=\"edtf\">{date.Canonical}</code>");
            if (Span(date, texts) is { } span)
                html.Write($" <span class=\"said\">{span}</span>");
        }
        else if (IsPlain(date.Canonical))
            html.Write($"<time datetime=\"{date.Canonical}\">{words}</time>");
        else
            html.Write($"<span title=\"{date.Canonical}\">{words}</span>");
    }

    /// <summary>The date on one line.</summary>
    public static string Of(DateValue date, UiTexts texts) => InWords(date.Canonical, texts) ?? date.Canonical;

    /// <summary>The date in words; null if some part of it has none.</summary>
    private static string? InWords(string date, UiTexts texts)
    {
        if (date.Split('/') is [var start, var end])
            return Interval(start, end, texts);
        if (date[0] is '[' or '{')
            return Set(date[1..^1].Split(','), date[0] == '[', texts);
        return Single(date, texts);
    }

    private static string? Interval(string start, string end, UiTexts texts) =>
        (start, end) switch
        {
            (Open, _) => Filled("until", Single(end, texts), texts),
            (_, Open) => Filled("from", Single(start, texts), texts),
            ("", _) => Filled("untilUnknown", Single(end, texts), texts),
            (_, "") => Filled("fromUnknown", Single(start, texts), texts),
            _ => Filled("to", Single(start, texts), texts, Single(end, texts)),
        };

    /// <param name="isOneOf">Whether the date is one of the members, and not all of them.</param>
    private static string? Set(string[] members, bool isOneOf, UiTexts texts)
    {
        var words = members.Select(member => Member(member.Trim(), isOneOf, texts)).ToList();
        return words.Contains(null) ? null : string.Join($" {texts[isOneOf ? "or" : "and"]} ", words);
    }

    private static string? Member(string member, bool isOneOf, UiTexts texts)
    {
        var at = member.IndexOf(Open, StringComparison.Ordinal);
        if (at < 0)
            return Single(member, texts);
        var (start, end) = (member[..at], member[(at + Open.Length)..]);
        return start.Length == 0 ? Filled(isOneOf ? "by" : "until", Single(end, texts), texts)
            : end.Length == 0 ? Filled("from", Single(start, texts), texts)
            : Filled(isOneOf ? "between" : "to", Single(start, texts), texts, Single(end, texts));
    }

    private static string? Filled(string name, string? first, UiTexts texts, string? second = "") =>
        first is null || second is null
            ? null
            : texts.With(name, first).Replace("{1}", second, StringComparison.Ordinal);

    /// <summary>Whether HTML's element for times takes the date: a year of four digits, a month or a day.</summary>
    private static bool IsPlain(string date) =>
        date.Length is 4 or 7 or 10
        && date.Select((c, i) => i is 4 or 7 ? c == '-' : char.IsAsciiDigit(c)).All(isRight => isRight)
        && !date.StartsWith("0000", StringComparison.Ordinal)
        // Above the months, there are seasons and quarters.
        && (date.Length == 4 || date[5] is '0' or '1');

    /// <summary>A day, a month or a year in words, with what is said of its certainty; null for all else.</summary>
    private static string? Single(string date, UiTexts texts)
    {
        var plain = date.TrimEnd('?', '~', '%');
        if (date.Length - plain.Length > 1 || !IsPlain(plain))
            return null;
        var (year, month, day) = (
            plain[..4],
            plain.Length > 4 ? plain[5..7] : "0",
            plain.Length > 7 ? plain[8..] : "0"
        );
        var words = Of(new CalendarDay(Number(year), Number(month), Number(day)), texts);
        return date[^1] switch
        {
            '?' => texts.With("uncertainDate", words),
            '~' => texts.With("approximateDate", words),
            '%' => texts.With("doubtfulDate", words),
            _ => words,
        };
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>The first and the last day that the date may mean; null if neither is known.</summary>
    private static string? Span(DateValue date, UiTexts texts) =>
        (Day(date.EarliestDay, texts), Day(date.LatestDay, texts)) switch
        {
            (null, null) => null,
            ({ } first, null) => texts.With("from", first),
            (null, { } last) => texts.With("until", last),
            var (first, last) when first == last => first,
            var (first, last) => Filled("between", first, texts, last),
        };

    private static string? Day(long? day, UiTexts texts) => day is { } known ? Of(CalendarDay.Of(known), texts) : null;

    /// <param name="day">Of a month, the day is 0; of a year, the month too.</param>
    public static string Of(CalendarDay day, UiTexts texts)
    {
        var name = day switch
        {
            { Month: 0 } => "year",
            { Day: 0 } => "yearMonth",
            _ => "yearMonthDay",
        };
        var words = texts[name].Replace("{y}", YearOf(day.Year, texts), StringComparison.Ordinal);
        if (day.Month > 0)
            words = words.Replace("{m}", texts.Months[day.Month - 1], StringComparison.Ordinal);
        return words.Replace("{d}", day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <param name="year">The year before 1 is 0, and is called 1 BC.</param>
    private static string YearOf(long year, UiTexts texts) =>
        year <= 0 ? texts.With("beforeChrist", YearOf(1 - year, texts))
        : year < 10_000 ? year.ToString(CultureInfo.InvariantCulture)
        : texts.Number(year);
}
