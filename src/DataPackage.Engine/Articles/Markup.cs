using System.Net;
using System.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A text in HTML or Markdown as a reader sees it: without tags, comments, targets of links and the numbers of
/// lists, with references and escapes of addresses resolved.</summary>
internal static class Markup
{
    /// <summary>The longest tag. Without a limit, a text of opening brackets would cost a search to its end for
    /// each.</summary>
    private const int LongestTag = 1_024;

    /// <summary>For each character of a text, so many may be searched for the ends of quotes within tags. Beyond that,
    /// tags end at the next bracket.</summary>
    private const int Patience = 16;

    private static readonly char[] Signs = ['<', '&', '%', '[', '\\', '\n'];

    /// <summary>The text as it is shown; null if it is shown as it is written.</summary>
    public static string? Shown(string text)
    {
        if (text.IndexOfAny(Signs) < 0)
            return StartsItem(text, 0, out _) ? WithoutTags(text) : null;
        var shown = WithoutTags(text);
        if (shown.IndexOf('&') >= 0)
            shown = WithoutReferences(WebUtility.HtmlDecode(shown));
        if (shown.IndexOf('%') >= 0)
            shown = Uri.UnescapeDataString(shown);
        return shown == text ? null : shown;
    }

    private static string WithoutTags(string text)
    {
        var shown = new StringBuilder(text.Length);
        var startsLine = true;
        var patience = LongestTag + ((long)text.Length * Patience);
        for (var i = 0; i < text.Length; )
        {
            if (startsLine && StartsItem(text, i, out var afterNumber))
                i = afterNumber;
            startsLine = i < text.Length && text[i] == '\n';
            if (i < text.Length && EndOfMark(text, i, ref patience) is > 0 and var end)
                i = end;
            else if (i < text.Length)
                shown.Append(text[i++]);
        }

        return shown.ToString();
    }

    /// <summary>The end of the mark that starts at a place; 0 if none does.</summary>
    private static int EndOfMark(string text, int start, ref long patience) =>
        text[start] switch
        {
            '<'
                when start + 1 < text.Length
                    && (text[start + 1] is '/' or '!' or '?' || char.IsLetter(text[start + 1])) => EndOfTag(
                text,
                start,
                ref patience
            ),
            ']' when start + 1 < text.Length && text[start + 1] == '(' => EndAfter(text, start, ')'),
            ']' when start + 1 < text.Length && text[start + 1] == '[' => EndAfter(text, start + 1, ']'),
            '[' when start + 1 < text.Length && text[start + 1] == '^' => EndAfter(text, start, ']'),
            '\\' when start + 1 < text.Length && text[start + 1] is 'n' or 't' or 'r' => start + 2,
            _ => 0,
        };

    private static int EndOfTag(string text, int start, ref long patience)
    {
        if (string.CompareOrdinal(text, start, "<!--", 0, 4) == 0)
            return
                text.IndexOf("-->", start, Math.Min(LongestTag, text.Length - start), StringComparison.Ordinal)
                    is > 0
                        and var end
                ? end + 3
                : 0;
        var quote = '\0';
        for (var i = start + 1; i < text.Length && i - start < LongestTag && patience > 0; i++, patience--)
        {
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'')
                quote = text[i];
            else if (text[i] == '>')
                return i + 1;
        }

        return EndAfter(text, start, '>');
    }

    private static int EndAfter(string text, int start, char closing) =>
        text.IndexOf(closing, start, Math.Min(LongestTag, text.Length - start)) is > 0 and var end ? end + 1 : 0;

    /// <summary>Whether a line starts with the number of a list, as in <c>1. or 2)</c>.</summary>
    private static bool StartsItem(string text, int start, out int end)
    {
        end = start;
        while (end < text.Length && text[end] is ' ' or '\t' or '>')
            end++;
        var digits = end;
        while (end < text.Length && end - digits < 9 && text[end] is >= '0' and <= '9')
            end++;
        return end > digits && end + 1 < text.Length && text[end] is '.' or ')' && char.IsWhiteSpace(text[end + 1]);
    }

    /// <summary>Names of HTML that the library lacks, such as <c>&amp;ZeroWidthSpace;</c>, show no letters.</summary>
    private static string WithoutReferences(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = i + 1;
            while (
                text[i] == '&'
                && end < text.Length
                && end - i < 40
                && text[end] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
            )
                end++;
            if (text[i] == '&' && end > i + 1 && end < text.Length && text[end] == ';')
                i = end;
            else
                shown.Append(text[i]);
        }

        return shown.ToString();
    }
}
