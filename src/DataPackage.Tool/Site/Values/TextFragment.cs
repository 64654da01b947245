using DataPackage.Engine.Articles;

namespace DataPackage.Tool.Site.Values;

/// <summary>Addresses of passages on the pages of others: <c>#:~:text=</c> as the specification of text fragments says
/// (WICG, ScrollToTextFragment), which browsers scroll to and mark.</summary>
/// <remarks>A browser marks the first place at which it finds the words, without regard to case and accents. It looks
/// for whole words, and finds each text of a fragment only within one paragraph.</remarks>
internal sealed class TextFragment
{
    private const string Directive = ":~:";

    /// <summary>Longer quotes are named by their first and last words. In UTF-16 units.</summary>
    private const int LongestWhole = 120;

    private const int WordsAtEnds = 5;

    /// <summary>The most UTF-16 units of the words around a quote.</summary>
    private const int Reach = 1000;

    private readonly SiteArticle _article;
    private readonly string _text;
    private readonly FoldedText _folded;

    private TextFragment(SiteArticle article, string text, FoldedText folded) =>
        (_article, _text, _folded) = (article, text, folded);

    /// <summary>The address of a passage as pages have it; that of the page alone if the text may not be
    /// shown.</summary>
    /// <param name="address">One of the web.</param>
    public static string Of(string address, Passage passage, SiteArticle article)
    {
        // The address may have a fragment, and words of its own to mark.
        if (address.IndexOf(Directive, StringComparison.Ordinal) is >= 0 and var own)
            address = address[..own];
        // The library would turn an escaped dash in the fragment into a dash.
        address = new Uri(address).AbsoluteUri;
        if (passage.Text is null || article is not { Text: { } text, Folded: { } folded })
            return address;
        var fragment = new TextFragment(article, text, folded).Of(
            WordBorders.StartOfWord(text, article.OffsetOf(passage.Start)),
            WordBorders.EndOfWord(text, article.OffsetOf(passage.End))
        );
        return $"{address}{(address.Contains('#', StringComparison.Ordinal) ? "" : "#")}{Directive}text={fragment}";
    }

    private string Of(int start, int end)
    {
        var first = ParagraphBounds.At(_article, start);
        var last = ParagraphBounds.At(_article, end - 1);
        if (first != last)
            return OfRange(start, ParagraphBounds.EndOf(_article, first), _article.Paragraphs[last].Start, end);
        var tail = WordBorders.Before(_text, end, start, WordsAtEnds);
        return end - start <= LongestWhole || WordBorders.After(_text, start, tail, WordsAtEnds) == tail
            ? OfWhole(start, end)
            : OfRange(start, tail, start, end);
    }

    private string OfWhole(int start, int end)
    {
        var before = start;
        if (!_folded.IsFirst(start, end) || !WordBorders.IsSure(_text, start))
            before = Back(start, ContextStart(start), place => _folded.IsFirst(place, end));
        var after = end;
        if (!_folded.IsFirst(before, end) || !WordBorders.IsSure(_text, end))
            after = Forward(end, ContextEnd(end), place => _folded.IsFirst(before, place));
        return Prefix(before, start) + Words(start, end) + Suffix(end, after);
    }

    /// <summary>Names a passage by its first words and its last.</summary>
    /// <param name="headLimit">Where the first words end at the latest.</param>
    /// <param name="tailLimit">Where the last words start at the earliest.</param>
    private string OfRange(int start, int headLimit, int tailLimit, int end)
    {
        var head = WordBorders.After(_text, start, headLimit, WordsAtEnds);
        var before = start;
        if (!_folded.IsFirst(start, head) || !WordBorders.IsSure(_text, start))
            before = Back(start, ContextStart(start), place => _folded.IsFirst(place, head));
        if (!_folded.IsFirst(before, head))
            head = Forward(start, headLimit, place => _folded.IsFirst(before, place));

        tailLimit = Math.Max(tailLimit, head);
        var tail = WordBorders.Before(_text, end, tailLimit, WordsAtEnds);
        var after = end;
        if (!_folded.IsFirst(tail, end, head) || !WordBorders.IsSure(_text, end))
            after = Forward(end, ContextEnd(end), place => _folded.IsFirst(tail, place, head));
        if (!_folded.IsFirst(tail, after, head))
            tail = Back(end, tailLimit, place => _folded.IsFirst(place, after, head));
        return $"{Prefix(before, start)}{Words(start, head)},{Words(tail, end)}{Suffix(end, after)}";
    }

    /// <summary>The start of as many words before a place as it takes to find them, and of all if that is not
    /// enough.</summary>
    private int Back(int from, int limit, Func<int, bool> isFound)
    {
        for (var words = WordsAtEnds; ; words *= 2)
            if (WordBorders.Before(_text, from, limit, words) is var place && (place == limit || isFound(place)))
                return place;
    }

    private int Forward(int from, int limit, Func<int, bool> isFound)
    {
        for (var words = WordsAtEnds; ; words *= 2)
            if (WordBorders.After(_text, from, limit, words) is var place && (place == limit || isFound(place)))
                return place;
    }

    /// <summary>Where the words before a place may start: in its paragraph, or in the one before if it is the start of
    /// its own.</summary>
    private int ContextStart(int at)
    {
        while (at > 0 && char.IsWhiteSpace(_text[at - 1]))
            at--;
        return at == 0 ? 0 : Math.Max(at - Reach, _article.Paragraphs[ParagraphBounds.At(_article, at - 1)].Start);
    }

    private int ContextEnd(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            at++;
        return at == _text.Length
            ? at
            : Math.Min(at + Reach, ParagraphBounds.EndOf(_article, ParagraphBounds.At(_article, at)));
    }

    private string Prefix(int start, int end) => Words(start, end) is { Length: > 0 } words ? words + "-," : "";

    private string Suffix(int start, int end) => Words(start, end) is { Length: > 0 } words ? ",-" + words : "";

    /// <summary>The words between two places as a fragment has them: with single blanks, and with all escaped that is
    /// not unreserved. So is the dash, which has a meaning of its own there.</summary>
    private string Words(int start, int end) =>
        Uri.EscapeDataString(
                string.Join(' ', _text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            )
            .Replace("-", "%2D", StringComparison.Ordinal);
}
