using System.Globalization;
using DataPackage.Engine.Schema.Types;
using DataPackage.Shared.Dates;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows dates of EDTF to people: plain ones in words, all others as they are written, with the days that they
/// may mean.</summary>
internal static class DateText
{
    public static void Write(DateValue date, SitePage page)
    {
        var (texts, html) = (page.Texts, page.Html);
        if (InWords(date, texts) is not { } words)
        {
            html.Write($"<code class=\"edtf\">{date.Canonical}</code>");
            if (Span(date, texts) is { } span)
                html.Write($" <span class=\"said\">{span}</span>");
            return;
        }

        if (IsExact(date))
            html.Write($"<time datetime=\"{date.Canonical}\">{words}</time>");
        else
            html.Write($"<span title=\"{date.Canonical}\">{words}</span>");
    }

    /// <summary>The date on one line.</summary>
    public static string Of(DateValue date, UiTexts texts) => InWords(date, texts) ?? date.Canonical;

    /// <summary>Whether HTML's element for times takes the date: a year of four digits, a month or a day.</summary>
    private static bool IsExact(DateValue date) =>
        date.Canonical.Length is 4 or 7 or 10
        && date.Canonical.All(c => c is (>= '0' and <= '9') or '-')
        && !date.Canonical.StartsWith("0000", StringComparison.Ordinal)
        && (date.Canonical.Length < 7 || date.Canonical[5] is '0' or '1');

    /// <summary>A day, a month or a year in words, with what is said of its certainty; null for all else.</summary>
    private static string? InWords(DateValue date, UiTexts texts)
    {
        var plain = date.Canonical.TrimEnd('?', '~', '%');
        if (!IsExact(date with { Canonical = plain }))
            return null;
        var parts = plain.Split('-');
        var months = texts["months"].Split('|');
        var month = parts.Length > 1 ? months[int.Parse(parts[1], CultureInfo.InvariantCulture) - 1] : "";
        var words = texts[
            parts.Length switch
            {
                1 => "year",
                2 => "yearMonth",
                _ => "yearMonthDay",
            }
        ]
            .Replace("{y}", parts[0].TrimStart('0'), StringComparison.Ordinal)
            .Replace("{m}", month, StringComparison.Ordinal)
            .Replace("{d}", parts.Length > 2 ? parts[2].TrimStart('0') : "", StringComparison.Ordinal);
        return (date.Canonical.Length - plain.Length, date.Canonical[^1]) switch
        {
            (0, _) => words,
            (1, '?') => texts.With("uncertainDate", words),
            (1, '~') => texts.With("approximateDate", words),
            (1, '%') => texts.With("doubtfulDate", words),
            _ => null,
        };
    }

    /// <summary>The first and the last day that the date may mean; null if it says so itself.</summary>
    private static string? Span(DateValue date, UiTexts texts) =>
        (Day(date.EarliestDay, texts), Day(date.LatestDay, texts)) switch
        {
            (null, null) => null,
            ({ } first, null) => texts.With("from", first),
            (null, { } last) => texts.With("until", last),
            var (first, last) when first == last => first,
            var (first, last) => texts.With("between", first!).Replace("{1}", last, StringComparison.Ordinal),
        };

    private static string? Day(long? day, UiTexts texts) =>
        day is >= 0 and <= EdtfNotations.LastDay
            ? InWords(
                new DateValue(
                    DateOnly.FromDayNumber((int)day.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    day,
                    day,
                    0
                ),
                texts
            )
            : null;
}
