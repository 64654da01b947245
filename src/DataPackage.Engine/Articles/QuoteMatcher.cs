using System.Runtime.CompilerServices;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Articles;

/// <summary>Finds quotes in the text of one article: exactly, except for white space, quotation marks and dashes, which
/// are folded on both sides after NFC. Similar passages are for messages only.</summary>
internal sealed class QuoteMatcher
{
    /// <summary>The most lines that a message names for a quote that occurs several times.</summary>
    private const int MostLines = 10;

    private static readonly ConditionalWeakTable<ArticleBody, QuoteMatcher> Made = new();

    private readonly ArticleBody _body;
    private readonly FoldedText _folded;
    private readonly int[] _paragraphStarts;

    /// <summary>The ascending offsets of the characters that take two UTF-16 units.</summary>
    private readonly int[] _pairs;

    // Only messages need these. Made on first use; threads that race make equal ones.
    private FoldedText? _letters;
    private PieceIndex? _pieces;
    private int[]? _lineEnds;

    private QuoteMatcher(ArticleBody body)
    {
        _body = body;
        _folded = FoldedText.Of(body.Text);
        _paragraphStarts = [.. body.ParagraphStarts];
        _pairs = [.. Enumerable.Range(0, body.Text.Length).Where(i => char.IsHighSurrogate(body.Text[i]))];
    }

    /// <summary>The matcher of an article's text, which is folded once, when it is first cited.</summary>
    public static QuoteMatcher Of(ArticleBody body) => Made.GetValue(body, static body => new QuoteMatcher(body));

    /// <summary>Finds the only passage with the quote between prefix and suffix; null if there is none, or
    /// several.</summary>
    /// <param name="count">The number of such passages.</param>
    /// <param name="lines">The lines of the article's file in which the first passages start, if there are
    /// several.</param>
    public Passage? Find(string quote, string? prefix, string? suffix, out int count, out IReadOnlyList<int> lines)
    {
        var (wanted, before, after) = (Fold(quote), Fold(prefix), Fold(suffix));
        var text = _folded.Text;
        // An article may be one letter a million times: that costs a million comparisons, but no list of a million
        // places.
        var first = new List<int>(1);
        count = 0;
        for (
            var at = wanted.Length == 0 ? -1 : text.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal)
        )
            if (EndsWith(at, before) && StartsWith(at + wanted.Length, after) && count++ < MostLines)
                first.Add(at);

        lines = count > 1 ? first.Select(at => LineOf(_folded.Offsets[at])).Distinct().ToList() : [];
        return count == 1 ? ToPassage(_folded.Offsets[first[0]], _folded.Offsets[first[0] + wanted.Length]) : null;
    }

    /// <summary>Finds the first passage that has the quote's letters and digits, with other punctuation or blanks; null
    /// if there is none.</summary>
    public NearPassage? FindLetters(string quote)
    {
        var wanted = FoldedText.LettersOf(NormalForm.Of(quote)).Text;
        var letters = _letters ??= FoldedText.LettersOf(_body.Text);
        var at = wanted.Length == 0 ? -1 : letters.Text.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : Near(letters.Offsets[at], letters.Offsets[at + wanted.Length - 1] + 1, "", "");
    }

    /// <summary>Finds the passage that is nearest to a quote that the article does not have; null if none is
    /// near.</summary>
    public NearPassage? FindNearest(string quote)
    {
        var (wanted, text) = (Fold(quote), _folded.Text);
        if ((_pieces ??= new PieceIndex(text)).FindNearest(wanted) is not (var start, var common))
            return null;
        var end = EndOfWord(text, Math.Min(start + wanted.Length, text.Length));
        // If a word continues in one of the two, that word differs, else the next one.
        var isInWord =
            common > 0 && wanted[common - 1] != ' ' && !(EndsWord(wanted, common) && EndsWord(text, start + common));
        return Near(
            _folded.Offsets[start],
            _folded.Offsets[end],
            WordAt(wanted, common, isInWord),
            WordAt(text, start + common, isInWord)
        );
    }

    private static string Fold(string? text) => text is null ? "" : FoldedText.TextOf(NormalForm.Of(text)).Trim();

    /// <summary>Whether the prefix is directly before a place; the blank between the two is optional.</summary>
    private bool EndsWith(int at, string prefix)
    {
        if (at > 0 && _folded.Text[at - 1] == ' ')
            at--;
        return at >= prefix.Length
            && string.CompareOrdinal(_folded.Text, at - prefix.Length, prefix, 0, prefix.Length) == 0;
    }

    private bool StartsWith(int at, string suffix)
    {
        if (at < _folded.Text.Length && _folded.Text[at] == ' ')
            at++;
        return string.CompareOrdinal(_folded.Text, at, suffix, 0, suffix.Length) == 0;
    }

    private Passage ToPassage(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(_body.Text[end - 1]))
            end--;
        return new Passage(
            _body.Text.Substring(start, end - start),
            CountBelow(_paragraphStarts, start + 1),
            start - CountBelow(_pairs, start - 1),
            end - CountBelow(_pairs, end - 1)
        );
    }

    private NearPassage Near(int start, int end, string wordOfQuote, string wordOfArticle) =>
        new(LineOf(start), ShownText.OneLine(ShownText.Whole(_body.Text, start, end)), wordOfQuote, wordOfArticle);

    private static bool EndsWord(string text, int place) => place == text.Length || text[place] == ' ';

    /// <summary>The word at a place, or after the blank at that place; empty at the end of the text.</summary>
    private static string WordAt(string text, int place, bool isInWord)
    {
        if (!isInWord && place < text.Length && text[place] == ' ')
            place++;
        var start = place;
        while (isInWord && start > 0 && start > place - ShownText.LongestWord && text[start - 1] != ' ')
            start--;
        return ShownText.Whole(text, start, EndOfWord(text, place));
    }

    private static int EndOfWord(string text, int place)
    {
        var end = place;
        while (end < place + ShownText.LongestWord && !EndsWord(text, end))
            end++;
        return end;
    }

    private int LineOf(int offset) =>
        _body.FirstLine
        + CountBelow(
            _lineEnds ??= [.. Enumerable.Range(0, _body.Text.Length).Where(i => _body.Text[i] == '\n')],
            offset
        );

    /// <summary>Counts the ordered numbers that are less than the limit.</summary>
    private static int CountBelow(int[] ordered, int limit)
    {
        int low = 0,
            high = ordered.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ordered[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Passages as a message shows them.</summary>
    private static class ShownText
    {
        /// <summary>The most characters on each side of a place, as some languages have no blanks between
        /// words.</summary>
        public const int LongestWord = 24;

        private const int Longest = 120;

        public static string OneLine(string passage)
        {
            var line = FoldedText.WithSingleBlanks(passage);
            return line.Length <= Longest ? line : Whole(line, 0, Longest).TrimEnd() + "\u2026";
        }

        /// <summary>A part of a text, without halves of characters at its ends.</summary>
        public static string Whole(string text, int start, int end)
        {
            if (start < end && char.IsLowSurrogate(text[start]))
                start++;
            if (start < end && char.IsHighSurrogate(text[end - 1]))
                end--;
            return text.Substring(start, end - start);
        }
    }
}
