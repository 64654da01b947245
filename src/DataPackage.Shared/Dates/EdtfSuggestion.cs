using System.Text;

namespace DataPackage.Shared.Dates;

/// <summary>Finds the date that a text which is not EDTF probably means. Called only for invalid texts.</summary>
internal static class EdtfSuggestion
{
    private const int LongestText = 64;

    private static readonly string[] Circa = ["circa", "about", "approx", "ca", "c", "um"];

    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// <summary>A valid date in canonical form, or null.</summary>
    public static string? For(string text)
    {
        if (text.Length > LongestText)
            return null;
        foreach (var candidate in Candidates(text.Trim()))
            if (new EdtfReader(candidate).Read() is { } meant)
                return meant.ToString();
        return null;
    }

    private static IEnumerable<string> Candidates(string text)
    {
        yield return text;
        yield return Modernized(text);
        if (text.StartsWith("+", StringComparison.Ordinal))
            yield return text.Substring(1);
        foreach (var interval in OpenIntervals(text))
            yield return interval;
        if (FromYear(text) is { } year)
            yield return year;
        if (FromNumbers(text) is { } date)
            yield return date;
        if (FromMonthName(text) is { } named)
            yield return named;
        if (text.Length == 5 && text.EndsWith("0s", StringComparison.Ordinal))
            yield return text.Remove(3) + "X";
        if (FromCentury(text) is { } century)
            yield return century;
        if (WithoutZeroOffset(text) is { } utc)
            yield return utc;
        foreach (var word in Circa)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                yield return text.Substring(word.Length).TrimStart('.', ' ') + "~";
    }

    /// <summary>Two dots beside a date are an open end whose slash is missing; so is a dash after it.</summary>
    private static IEnumerable<string> OpenIntervals(string text)
    {
        const string Open = "..";
        if (text.StartsWith(Open, StringComparison.Ordinal))
            yield return Open + "/" + text.Substring(Open.Length).Trim();
        if (text.EndsWith(Open, StringComparison.Ordinal))
            yield return text.Remove(text.Length - Open.Length).Trim() + "/" + Open;
        var dots = text.IndexOf(Open, StringComparison.Ordinal);
        if (dots > 0)
            yield return text.Remove(dots).Trim() + "/" + text.Substring(dots + Open.Length).Trim();
        if (text.Length > 4 && text[text.Length - 1] is '-' or '\u2013' or '\u2014')
            yield return text.Remove(text.Length - 1).Trim() + "/" + Open;
    }

    /// <summary>A year with too few or too many digits, perhaps before the year 0: -193 → -0193, 20000 →
    /// Y20000.</summary>
    private static string? FromYear(string text)
    {
        var sign = text.Length > 0 && text[0] is '-' or '\u2212' ? "-" : "";
        var digits = text.Substring(sign.Length);
        if (digits.Length == 0)
            return null;
        foreach (var c in digits)
            if (c is < '0' or > '9')
                return null;
        return digits.Length switch
        {
            3 => sign + "0" + digits,
            < 3 when sign.Length > 0 => sign + digits.PadLeft(4, '0'),
            4 => sign + digits,
            > 4 and not 8 => "Y" + sign + digits,
            8 when sign.Length > 0 => "Y" + sign + digits,
            _ => null,
        };
    }

    /// <summary>19th century → 18XX, the years whose first two digits are 18.</summary>
    private static string? FromCentury(string text)
    {
        var digits = 0;
        while (digits < text.Length && text[digits] is >= '0' and <= '9')
            digits++;
        if (digits is 0 or > 2 || !Has(text, "cent"))
            return null;
        var century = digits == 1 ? text[0] - '0' : ((text[0] - '0') * 10) + text[1] - '0';
        return century == 0 || Has(text, "BC") ? null : EdtfCalendar.Number(century - 1).PadLeft(2, '0') + "XX";
    }

    private static bool Has(string text, string part) =>
        text.AsSpan().IndexOf(part.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    private static string? WithoutZeroOffset(string text) =>
        text.EndsWith("-00:00", StringComparison.Ordinal) ? text.Remove(text.Length - 6) + "Z"
        : text.EndsWith("-00", StringComparison.Ordinal) && Has(text, "T") ? text.Remove(text.Length - 3) + "Z"
        : null;

    /// <summary>Jan 2000 → 2000-01; 5 January 2000 and January 5, 2000 → 2000-01-05.</summary>
    private static string? FromMonthName(string text)
    {
        string? year = null,
            month = null,
            day = null;
        foreach (var part in text.Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var isNumber = true;
            foreach (var c in part)
                isNumber &= c is >= '0' and <= '9';
            if (!isNumber && month is null && MonthOf(part) is { } found)
                month = found;
            else if (isNumber && part.Length == 4 && year is null)
                year = part;
            else if (isNumber && part.Length <= 2 && day is null)
                day = Two(part);
            else
                return null;
        }

        return year is null || month is null ? null : year + "-" + month + (day is null ? "" : "-" + day);
    }

    /// <summary>The number of a month that a word names, or starts to name with at least three letters.</summary>
    private static string? MonthOf(string word)
    {
        for (var i = 0; i < Months.Length; i++)
            if (word.Length >= 3 && Months[i].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return Two(EdtfCalendar.Number(i + 1));
        return null;
    }

    /// <summary>Replaces the signs of the draft of 2012, small letters, and blanks.</summary>
    private static string Modernized(string text) =>
        new StringBuilder(text)
            .Replace("unknown", "")
            .Replace("open", "..")
            .Replace("?~", "%")
            .Replace("~?", "%")
            .Replace(" / ", "/")
            .Replace(", ", ",")
            .Replace('u', 'X')
            .Replace('U', 'X')
            .Replace('x', 'X')
            .Replace('y', 'Y')
            .Replace('e', 'E')
            .Replace('p', 'S')
            .Replace('t', 'T')
            .Replace('z', 'Z')
            .Replace(' ', 'T')
            .ToString();

    /// <summary>Reads numbers between dots, slashes, dashes or blanks, if their order has only one
    /// meaning.</summary>
    private static string? FromNumbers(string text)
    {
        var isDotted = text.AsSpan().IndexOf('.') >= 0;
        var numbers = text.Split(
            ['.', '/', '-', ' ', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212'],
            StringSplitOptions.RemoveEmptyEntries
        );
        foreach (var number in numbers)
        foreach (var c in number)
            if (c is < '0' or > '9')
                return null;

        return numbers switch
        {
            [{ Length: 8 } date] => date.Insert(6, "-").Insert(4, "-"),
            [{ Length: 4 } start, { Length: 4 } end] => start + "/" + end,
            [{ Length: 4 } year, { Length: 2 } end] when string.CompareOrdinal(end, "12") > 0 => year
                + "/"
                + year.Remove(2)
                + end,
            [{ Length: 4 } year, { Length: <= 2 } month] => year + "-" + Two(month),
            [{ Length: <= 2 } month, { Length: 4 } year] => year + "-" + Two(month),
            [{ Length: 4 } year, { Length: <= 2 } month, { Length: <= 2 } day] => year
                + "-"
                + Two(month)
                + "-"
                + Two(day),
            [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 4 } year] when isDotted || IsDay(day) => year
                + "-"
                + Two(month)
                + "-"
                + Two(day),
            [{ Length: <= 2 } month, { Length: <= 2 } day, { Length: 4 } year] when IsDay(day) => year
                + "-"
                + Two(month)
                + "-"
                + Two(day),
            _ => null,
        };
    }

    private static string Two(string number) => number.Length == 1 ? "0" + number : number;

    private static bool IsDay(string number) => number.Length == 2 && string.CompareOrdinal(number, "12") > 0;
}
