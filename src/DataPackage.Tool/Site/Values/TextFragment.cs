using System.Text;
using DataPackage.Engine.Articles;

namespace DataPackage.Tool.Site.Values;

/// <summary>Addresses of passages on the pages of others: <c>#:~:text=</c> as the specification of text fragments says
/// (WICG, ScrollToTextFragment), which browsers scroll to and mark.</summary>
internal static class TextFragment
{
    /// <summary>Longer quotes are named by their first and last words.</summary>
    private const int LongestWhole = 120;

    private const int WordsAtEnds = 5;

    /// <summary>The address of a passage; that of the page alone if the text may not be shown.</summary>
    public static string Of(string address, Passage passage, SiteArticle article)
    {
        if (passage.Text is not { } quote || article.Text is not { } text)
            return address;
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // A directive names text within one block.
        var isWhole = quote.Length <= LongestWhole && !quote.Contains("\n\n", StringComparison.Ordinal);
        var named =
            isWhole || words.Length <= 2 * WordsAtEnds
                ? Encode(string.Join(' ', words))
                : $"{Encode(string.Join(' ', words[..WordsAtEnds]))},{Encode(string.Join(' ', words[^WordsAtEnds..]))}";
        var (start, end) = (article.OffsetOf(passage.Start), article.OffsetOf(passage.End));
        var isUnique =
            text.IndexOf(quote, StringComparison.Ordinal) == text.LastIndexOf(quote, StringComparison.Ordinal);
        if (!isUnique)
            named = WithContext(named, text, start, end);
        return address + (address.Contains('#', StringComparison.Ordinal) ? "" : "#") + ":~:text=" + named;
    }

    /// <summary>A quote that stands at several places needs the words around it.</summary>
    private static string WithContext(string named, string text, int start, int end)
    {
        var before = WordsOf(text[Math.Max(0, text.LastIndexOf("\n\n", start, StringComparison.Ordinal))..start]);
        var next = text.IndexOf("\n\n", end, StringComparison.Ordinal);
        var after = WordsOf(text[end..(next < 0 ? text.Length : next)]);
        if (before.Length > 0)
            named = Encode(string.Join(' ', before[^Math.Min(WordsAtEnds, before.Length)..])) + "-," + named;
        if (after.Length > 0)
            named += ",-" + Encode(string.Join(' ', after[..Math.Min(WordsAtEnds, after.Length)]));
        return named;
    }

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Percent-encodes all that is not unreserved, and the dash, which has a meaning of its own there. Commas
    /// and ampersands are reserved anyway.</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var c in Uri.EscapeDataString(text))
            if (c == '-')
                encoded.Append("%2D");
            else
                encoded.Append(c);
        return encoded.ToString();
    }
}
