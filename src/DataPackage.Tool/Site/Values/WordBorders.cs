using System.Globalization;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Site.Values;

/// <summary>Where a text may be cut so that whole words remain. In scripts without blanks nobody knows without a
/// dictionary; there, a cut beside a blank or a sign is the best, and one between two characters is fine.</summary>
internal static class WordBorders
{
    private const int QuartersOfWord = 4;

    /// <summary>The most UTF-16 units of a word that is made whole.</summary>
    private const int LongestWord = 200;

    /// <summary>Whether a word surely starts or ends there.</summary>
    public static bool IsSure(string text, int at) =>
        at == 0
        || at == text.Length
        || !IsOfWord(text, at - 1)
        || !IsOfWord(text, at)
        || IsWithoutBlanks(text, at - 1) != IsWithoutBlanks(text, at);

    /// <summary>The start of the word that is cut there; the offset itself if none is.</summary>
    public static int StartOfWord(string text, int at)
    {
        var start = at;
        while (IsInWord(text, start) && at - start < LongestWord)
            start--;
        return start;
    }

    /// <summary>The end of the word that is cut there; the offset itself if none is.</summary>
    public static int EndOfWord(string text, int at)
    {
        var end = at;
        while (IsInWord(text, end) && end - at < LongestWord)
            end++;
        return end;
    }

    /// <summary>The end of about so many words after an offset.</summary>
    /// <param name="limit">The last place that it may be; it is if there are fewer words.</param>
    public static int After(string text, int from, int limit, int words) =>
        Cut(text, from, limit, words, at => Next(text, at, limit));

    /// <summary>The start of about so many words before an offset.</summary>
    /// <param name="limit">The first place that it may be.</param>
    public static int Before(string text, int from, int limit, int words) =>
        Cut(text, from, limit, words, at => Previous(text, at, limit));

    private static int Cut(string text, int from, int limit, int words, Func<int, (int At, int Quarters)> step)
    {
        var (at, spent, wanted) = (from, 0, words * QuartersOfWord);
        int? best = null;
        while (at != limit && spent < 2 * wanted)
        {
            var (next, quarters) = step(at);
            (at, spent) = (next, spent + quarters);
            if (spent * 2 >= wanted && spent <= wanted && IsSure(text, at))
                best = at;
            if (spent >= wanted && (best ??= IsSure(text, at) ? at : null) is { } sure)
                return sure;
        }

        if (at == limit)
            return limit;
        // No sign stands near.
        for ((at, spent) = (from, 0); spent < wanted; )
        {
            var (next, quarters) = step(at);
            (at, spent) = (next, spent + quarters);
        }

        return at;
    }

    /// <summary>The end of the next word, or of the next character of a script without blanks.</summary>
    private static (int At, int Quarters) Next(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
            at++;
        if (at == limit)
            return (at, 0);
        var quarters = LetterFolding.WeightOf(text[at]);
        if (quarters > 0)
        {
            at++;
            while (at < limit && IsPartOfCharacter(text, at))
                at++;
            return (at, quarters);
        }

        while (at < limit && !char.IsWhiteSpace(text[at]) && LetterFolding.WeightOf(text[at]) == 0)
            at++;
        return (at, QuartersOfWord);
    }

    private static (int At, int Quarters) Previous(string text, int at, int limit)
    {
        while (at > limit && char.IsWhiteSpace(text[at - 1]))
            at--;
        if (at == limit)
            return (at, 0);
        if (IsWithoutBlanks(text, at - 1))
        {
            at--;
            while (at > limit && IsPartOfCharacter(text, at))
                at--;
            return (at, LetterFolding.WeightOf(text[at]));
        }

        while (at > limit && !char.IsWhiteSpace(text[at - 1]) && !IsWithoutBlanks(text, at - 1))
            at--;
        return (at, QuartersOfWord);
    }

    private static bool IsPartOfCharacter(string text, int at) =>
        char.IsLowSurrogate(text[at])
        || CharUnicodeInfo.GetUnicodeCategory(text[at])
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static bool IsInWord(string text, int at) =>
        at > 0
        && at < text.Length
        && IsOfWord(text, at - 1)
        && IsOfWord(text, at)
        && !IsWithoutBlanks(text, at - 1)
        && !IsWithoutBlanks(text, at);

    /// <summary>Whether the unit is part of a word: a letter, a digit, a mark, or a sign between two of them, as in
    /// 3.14 and don't.</summary>
    private static bool IsOfWord(string text, int at) =>
        IsLetter(text[at])
        || (
            text[at] is '.' or ',' or ':' or '\'' or '\u2019' or '\u00B7'
            && at > 0
            && at + 1 < text.Length
            && IsLetter(text[at - 1])
            && IsLetter(text[at + 1])
        );

    private static bool IsLetter(char c) =>
        char.IsLetterOrDigit(c)
        || c == '_'
        || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    private static bool IsWithoutBlanks(string text, int at)
    {
        while (at > 0 && IsPartOfCharacter(text, at))
            at--;
        return LetterFolding.WeightOf(text[at]) > 0;
    }
}
