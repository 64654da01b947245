using System.Text;
using DataPackage.Generator.Syntax;

namespace DataPackage.Generator.Model;

/// <summary>Finds quotes in the text of one article: literally, but for white space, quotation marks and dashes, which are
/// folded on both sides after NFC. Never fuzzily: a quote is there, or it is not.</summary>
internal sealed class QuoteMatcher
{
    private readonly ArticleBody _body;
    private readonly string _folded;
    private readonly int[] _offsets;

    public QuoteMatcher(ArticleBody body)
    {
        _body = body;
        (_folded, _offsets) = Fold(body.Text);
    }

    /// <summary>Where the quote stands, between prefix and suffix; several passages where it is ambiguous.</summary>
    public IReadOnlyList<Passage> Find(string quote, string? prefix, string? suffix)
    {
        var wanted = Fold(quote.Normalize(NormalizationForm.FormC)).Text.Trim();
        var before = prefix is null ? "" : Fold(prefix.Normalize(NormalizationForm.FormC)).Text.TrimStart();
        var after = suffix is null ? "" : Fold(suffix.Normalize(NormalizationForm.FormC)).Text.TrimEnd();
        var passages = new List<Passage>();
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
        var trimmed = prefix.TrimEnd();
        return trimmed.Length == 0 || _folded.Substring(0, at).TrimEnd().EndsWith(trimmed, StringComparison.Ordinal);
    }

    private bool StartsWith(int at, string suffix)
    {
        var trimmed = suffix.TrimStart();
        return trimmed.Length == 0 || _folded.Substring(at).TrimStart().StartsWith(trimmed, StringComparison.Ordinal);
    }

    private Passage ToPassage(int at, int length)
    {
        var start = _offsets[at];
        var end = _offsets[at + length];
        while (end > start && char.IsWhiteSpace(_body.Text[end - 1])) end--;
        var paragraph = _body.ParagraphStarts.Count(paragraphStart => paragraphStart <= start);
        return new Passage(_body.Text.Substring(start, end - start), paragraph, CodePoints(start), CodePoints(end));
    }

    private int CodePoints(int offset)
    {
        var count = offset;
        for (var i = 1; i < offset; i++)
            if (char.IsSurrogatePair(_body.Text, i - 1)) count--;
        return count;
    }

    /// <summary>The folded text, and for each of its characters, and its end, the offset that it came from.</summary>
    private static (string Text, int[] Offsets) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = FoldMark(text[i]);
            if (c == ' ' && folded.Length > 0 && folded[folded.Length - 1] == ' ') continue;
            folded.Append(c);
            offsets.Add(i);
        }

        offsets.Add(text.Length);
        return (folded.ToString(), [.. offsets]);
    }

    private static char FoldMark(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) => ' ',
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u2039' or '\u203A' or '`' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => c,
    };
}

/// <param name="Start">In Unicode code points; <paramref name="End"/> is exclusive.</param>
internal sealed record Passage(string Text, int Paragraph, int Start, int End);
