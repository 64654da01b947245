using System.Globalization;

namespace DataPackage.Tool.Site.Texts;

/// <summary>The start of texts that are too long for their place.</summary>
internal static class ShortText
{
    /// <summary>A text is cut at a blank if one is among so many UTF-16 units before its end.</summary>
    private const int Near = 40;

    /// <summary>The text if it is short; else its start, and dots.</summary>
    /// <param name="longest">In UTF-16 units, without the dots.</param>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        for (var end = longest; end > Math.Max(0, longest - Near); end--)
            if (char.IsWhiteSpace(text[end]))
                return text[..end].TrimEnd() + " \u2026";
        return text[..CharacterEnd(text, longest)].TrimEnd() + "\u2026";
    }

    /// <summary>The last place up to an offset at which no character is cut from its marks, or in two.</summary>
    public static int CharacterEnd(string text, int offset)
    {
        // Nobody writes so many marks on a character, but seeds may have them.
        var start = Math.Max(0, offset - Near);
        while (start > 0 && start < offset && !IsStart(text, start))
            start++;
        var end = start;
        while (end < offset)
        {
            var next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (next > offset)
                break;
            end = next;
        }

        var cut = end > 0 ? end : offset;
        return cut > 0 && cut < text.Length && char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private static bool IsStart(string text, int at) =>
        !char.IsLowSurrogate(text[at])
        && CharUnicodeInfo.GetUnicodeCategory(text, at)
            is not (
                UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
            );

    /// <summary>A text on one line, without double blanks and characters that steer a terminal.</summary>
    public static string OneLine(string text) =>
        string.Join(
            ' ',
            new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );
}
