using System.Globalization;
using System.Text;

namespace DataPackage.Engine.Text;

/// <summary>A text in the form in which quotes are compared: a run of white space is one blank, and all quotation marks
/// are one, as are all dashes.</summary>
/// <param name="Offsets">The offset in the original of each character of <paramref name="Text"/>, and of its
/// end.</param>
internal sealed record FoldedText(string Text, int[] Offsets)
{
    /// <param name="text">In normalization form C.</param>
    public static FoldedText Of(string text)
    {
        var folded = new char[text.Length];
        var offsets = new int[text.Length + 1];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = FoldMark(text[i]);
            if (c == ' ' && length > 0 && folded[length - 1] == ' ')
                continue;
            offsets[length] = i;
            folded[length++] = c;
        }

        offsets[length] = text.Length;
        return new FoldedText(new string(folded, 0, length), offsets);
    }

    /// <summary>The folded text alone: the same object if nothing is folded, as in most quotes.</summary>
    /// <param name="text">In normalization form C.</param>
    public static string TextOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (FoldMark(text[i]) != text[i] || (text[i] == ' ' && i > 0 && text[i - 1] == ' '))
                return Of(text).Text;
        return text;
    }

    /// <summary>The text without white space, punctuation and symbols.</summary>
    public static FoldedText LettersOf(string text)
    {
        var letters = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || IsPunctuation(CharUnicodeInfo.GetUnicodeCategory(text[i])))
                continue;
            letters.Append(text[i]);
            offsets.Add(i);
        }

        offsets.Add(text.Length);
        return new FoldedText(letters.ToString(), [.. offsets]);
    }

    public static string WithSingleBlanks(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                result.Append(c);
            else if (result.Length > 0 && result[result.Length - 1] != ' ')
                result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    private static bool IsPunctuation(UnicodeCategory category) =>
        category
            is (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation)
                or (>= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol)
                or UnicodeCategory.Format;

    private static char FoldMark(char c) =>
        c switch
        {
            > ' ' and < '\u007f' => c is '"' or '`' ? '\'' : c,
            _ when char.IsWhiteSpace(c) => ' ',
            _ when IsQuotationMark(c) => '\'',
            _ when IsDash(c) => '-',
            _ => c,
        };

    /// <summary>Unicode's quotation marks (PropList, Quotation_Mark), and what people use instead: accents, primes, the
    /// letter apostrophe.</summary>
    private static bool IsQuotationMark(char c) =>
        c
            is '\u00AB'
                or '\u00BB'
                or (>= '\u2018' and <= '\u201F')
                or '\u2039'
                or '\u203A'
                or '\u2E42'
                or (>= '\u300C' and <= '\u300F')
                or (>= '\u301D' and <= '\u301F')
                or (>= '\uFE41' and <= '\uFE44')
                or '\uFF02'
                or '\uFF07'
                or '\uFF62'
                or '\uFF63'
                or '\u00B4'
                or '\u02BC'
                or '\u2032'
                or '\u2033';

    /// <summary>Unicode's dashes (PropList, Dash). Only one, of Yezidi, is beyond the basic plane.</summary>
    private static bool IsDash(char c) =>
        c
            is '\u058A'
                or '\u05BE'
                or '\u1400'
                or '\u1806'
                or (>= '\u2010' and <= '\u2015')
                or '\u2053'
                or '\u207B'
                or '\u208B'
                or '\u2212'
                or '\u2E17'
                or '\u2E1A'
                or '\u2E3A'
                or '\u2E3B'
                or '\u2E40'
                or '\u2E5D'
                or '\u301C'
                or '\u3030'
                or '\u30A0'
                or '\uFE31'
                or '\uFE32'
                or '\uFE58'
                or '\uFE63'
                or '\uFF0D';
}
