namespace DataPackage.Generator.Model;

/// <summary>Finds quotes in the text of one article: literally, but for white space, quotation marks and dashes, which are
/// folded on both sides after NFC. Never fuzzily: a quote is there, or it is not.</summary>
internal sealed class QuoteMatcher
{
    private readonly string _text;
    private readonly int[] _paragraphStarts;
    private readonly string _folded;

    /// <summary>For each character of the folded text, and its end, the offset that it came from.</summary>
    private readonly int[] _offsets;

    /// <summary>Where in the text the characters stand that take two units of UTF-16, in order.</summary>
    private readonly int[] _pairs;

    public QuoteMatcher(ArticleBody body)
    {
        _text = body.Text;
        _paragraphStarts = [.. body.ParagraphStarts];
        _offsets = new int[_text.Length + 1];
        _folded = Fold(_text, _offsets);
        _pairs = [.. Enumerable.Range(0, _text.Length).Where(i => char.IsHighSurrogate(_text[i]))];
    }

    /// <summary>Where the quote stands, between prefix and suffix; several passages where it is ambiguous.</summary>
    public IReadOnlyList<Passage> Find(string quote, string? prefix, string? suffix)
    {
        var wanted = Fold(quote).Trim();
        var before = prefix is null ? "" : Fold(prefix).Trim();
        var after = suffix is null ? "" : Fold(suffix).Trim();
        var passages = new List<Passage>(1);
        if (wanted.Length == 0) return passages;
        for (var at = _folded.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (EndsWith(at, before) && StartsWith(at + wanted.Length, after)) passages.Add(ToPassage(at, wanted.Length));
        }

        return passages;
    }

    /// <summary>Whether the text directly before is the prefix; a blank between the two may be left out.</summary>
    private bool EndsWith(int at, string prefix)
    {
        if (at > 0 && _folded[at - 1] == ' ') at--;
        return at >= prefix.Length && string.CompareOrdinal(_folded, at - prefix.Length, prefix, 0, prefix.Length) == 0;
    }

    private bool StartsWith(int at, string suffix)
    {
        if (at < _folded.Length && _folded[at] == ' ') at++;
        return string.CompareOrdinal(_folded, at, suffix, 0, suffix.Length) == 0;
    }

    private Passage ToPassage(int at, int length)
    {
        var start = _offsets[at];
        var end = _offsets[at + length];
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        return new Passage(_text.Substring(start, end - start), CountBelow(_paragraphStarts, start + 1),
            start - CountBelow(_pairs, start - 1), end - CountBelow(_pairs, end - 1));
    }

    /// <summary>How many of the ordered numbers are less than the limit.</summary>
    private static int CountBelow(int[] ordered, int limit)
    {
        int low = 0, high = ordered.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ordered[middle] < limit) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static string Fold(string text)
    {
        var normalized = NormalForm.Of(text);
        return Fold(normalized, new int[normalized.Length + 1]);
    }

    /// <param name="offsets">Takes for each character of the folded text, and its end, the offset that it came from.</param>
    private static string Fold(string text, int[] offsets)
    {
        var folded = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = FoldMark(text[i]);
            if (c == ' ' && length > 0 && folded[length - 1] == ' ') continue;
            offsets[length] = i;
            folded[length++] = c;
        }

        offsets[length] = text.Length;
        return new string(folded, 0, length);
    }

    private static char FoldMark(char c) => c switch
    {
        > ' ' and < '\u007f' => c == '`' ? '\'' : c,
        _ when char.IsWhiteSpace(c) => ' ',
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u2039' or '\u203A' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => c,
    };
}

/// <param name="Text">As the article has it; null where that may not be redistributed.</param>
/// <param name="Paragraph">Counted from 1.</param>
/// <param name="Start">In Unicode code points; <paramref name="End"/> is exclusive.</param>
internal sealed record Passage(string? Text, int Paragraph, int Start, int End);
