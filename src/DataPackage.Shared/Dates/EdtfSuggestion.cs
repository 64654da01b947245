using System.Text;

namespace DataPackage.Shared.Dates;

/// <summary>Finds the date that a text which is not EDTF probably means. Called only for invalid texts.</summary>
internal static class EdtfSuggestion
{
    private const int LongestText = 64;

    private static readonly string[] Circa = ["circa", "about", "approx", "ca", "c", "um"];

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
        if (FromNumbers(text) is { } date)
            yield return date;
        if (text.Length == 5 && text.EndsWith("0s", StringComparison.Ordinal))
            yield return text.Remove(3) + "X";
        foreach (var word in Circa)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                yield return text.Substring(word.Length).TrimStart('.', ' ') + "~";
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
            [{ Length: 3 } year] => "0" + year,
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
