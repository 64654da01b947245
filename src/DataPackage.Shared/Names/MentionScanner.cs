using System.Globalization;
using DataPackage.Shared.Text;

namespace DataPackage.Shared.Names;

/// <summary>Reads a text word by word and finds names: at each word after the last mention, the longest that starts
/// there. A derived class has the names. Scans one text at a time.</summary>
/// <remarks>
/// <para>Names are compared in the form of <see cref="NameFolding"/>, so mentions are the names that <c>Find</c> finds.
/// A <b>word</b> is a run of letters and digits. In scripts without blanks between words (Han, Hiragana, Thai, Lao,
/// Khmer, Myanmar) each character is a word; in Katakana, each run. A symbol that does not fold to a blank is a word of
/// its own, except for <c>#</c> and <c>+</c>, which belong to the word before them. A name may start after an
/// apostrophe (<c>l’Ukraine</c>), and end before one (<c>Putin’s</c>, <c>İstanbul’da</c>). A name never spans
/// paragraphs.</para>
/// <para>The text is read once. After the first word of a name, the scanner reads ahead as far as the longest name that
/// starts with it.</para>
/// </remarks>
internal abstract class MentionScanner
{
    /// <summary>A name of one word with so few letters must be spelled as in the data: US is a country, and us is
    /// not.</summary>
    private const int ShortWord = 3;

    /// <summary>Names of this many words share a bit in <see cref="LengthsAfter"/> with all longer ones.</summary>
    public const int ManyWords = 32;

    private string _text = "";

    /// <summary>The offsets of the units of <see cref="_text"/> in the original text; null if the two are the
    /// same.</summary>
    private int[]? _offsets;

    private char[] _folded = new char[64];
    private Word[] _words = new Word[8];

    /// <summary>The word counts of the names that start with this word: bit 0 means that there is a name of one word,
    /// and so on.</summary>
    protected abstract uint LengthsAfter(ReadOnlySpan<char> firstWord);

    /// <summary>Looks for a name, and keeps it if it is one.</summary>
    /// <param name="folded">The folded words.</param>
    /// <param name="text">The words as written.</param>
    /// <param name="mustBeSpelledSo">Whether this is a name only if the data spell it like
    /// <paramref name="text"/>.</param>
    /// <param name="start">The offset in the original text.</param>
    /// <param name="length">The number of UTF-16 units in the original text.</param>
    protected abstract bool TryKeep(
        ReadOnlySpan<char> folded,
        ReadOnlySpan<char> text,
        bool mustBeSpelledSo,
        int start,
        int length
    );

    protected void Scan(string text)
    {
        // The data are normalized too.
        _text = NormalForm.Of(text, out _offsets);
        for (var position = 0; ReadWord(position, 0, out var word); )
        {
            var lengths = LengthsAfter(_folded.AsSpan(0, word.FoldedEnd));
            if (word.FoldedCut > 0)
                lengths |= LengthsAfter(_folded.AsSpan(0, word.FoldedCut));
            position = lengths != 0 && FindLongest(word, lengths, out var end) ? end : word.Next;
        }
    }

    /// <summary>The word count of a folded name, as a bit of <see cref="LengthsAfter"/>.</summary>
    /// <param name="words">The word count as a number.</param>
    /// <param name="firstWord">The length of the first word.</param>
    public static uint LengthOf(ReadOnlySpan<char> foldedName, out int words, out int firstWord)
    {
        words = firstWord = 0;
        var before = WordPart.None;
        foreach (var c in foldedName)
        {
            var part = c == ' ' ? WordPart.None : PartOf(c);
            if (part != WordPart.None && StartsWord(before, part))
                words++;
            if (words == 1 && part != WordPart.None)
                firstWord++;
            before = part == WordPart.Mark && before != WordPart.None ? before : part;
        }

        return words == 0 ? 0 : 1u << (Math.Min(words, ManyWords) - 1);
    }

    /// <param name="lengths">The word counts of the names that can start here, as bits.</param>
    private bool FindLongest(in Word first, uint lengths, out int end)
    {
        var count = 1;
        _words[0] = first;
        while (
            lengths >> Math.Min(count, ManyWords - 1) != 0
            && ReadWord(_words[count - 1].End, _words[count - 1].FoldedEnd, out var word)
        )
        {
            if (word.IsInNextParagraph)
                break;
            if (count == _words.Length)
                Array.Resize(ref _words, count * 2);
            _words[count++] = word;
            if (count == LongestName)
                break;
        }

        for (; count > 0; count--)
        {
            if (((lengths >> (Math.Min(count, ManyWords) - 1)) & 1) == 0)
                continue;
            var last = _words[count - 1];
            end = last.End;
            if (IsName(first.Start, end, last.FoldedEnd, count))
                return true;
            end = last.Cut;
            if (last.FoldedCut > 0 && IsName(first.Start, end, last.FoldedCut, count))
                return true;
        }

        end = 0;
        return false;
    }

    private bool IsName(int start, int end, int foldedEnd, int words)
    {
        var text = _text.AsSpan(start, end - start);
        var mustBeSpelledSo = words == 1 && (foldedEnd <= ShortWord || IsLowerCase(text));
        var (givenStart, givenEnd) = _offsets is null ? (start, end) : (_offsets[start], EndOf(_offsets, end));
        return TryKeep(_folded.AsSpan(0, foldedEnd), text, mustBeSpelledSo, givenStart, givenEnd - givenStart);
    }

    /// <summary>The offset in the original text of an end. A composed character is not divided there.</summary>
    private static int EndOf(int[] offsets, int end)
    {
        while (end < offsets.Length - 1 && offsets[end] == offsets[end - 1])
            end++;
        return offsets[end];
    }

    /// <summary>Whether a text has small letters and no capitals.</summary>
    private static bool IsLowerCase(ReadOnlySpan<char> text)
    {
        var hasLower = false;
        foreach (var c in text)
        {
            if (char.IsUpper(c))
                return false;
            hasLower |= char.IsLower(c);
        }

        return hasLower;
    }

    /// <summary>Reads the next word, and appends it, folded, to what is folded already.</summary>
    /// <param name="foldedLength">How much is folded; 0 for the first word of a name.</param>
    private bool ReadWord(int position, int foldedLength, out Word word)
    {
        word = default;
        var text = _text;
        var lineFeeds = 0;
        var before = WordPart.None;
        for (var i = position; i < text.Length; i++)
        {
            var folded = NameFolding.FoldUnit(text[i]);
            if (folded == ' ')
            {
                if (before != WordPart.None)
                    break;
                ReadBlank(text[i], ref lineFeeds, ref foldedLength);
                word.IsInNextParagraph |= lineFeeds > 1;
                continue;
            }

            if (folded == '\0')
            {
                if (before != WordPart.None)
                    ReadVanishing(i, foldedLength, ref word);
                continue;
            }

            var part = PartOf(folded);
            if (before == WordPart.None)
                word.Start = i;
            else if (StartsWord(before, part))
                break;
            else
                DivideAtApostrophe(ref word);
            if (part != WordPart.Mark || before == WordPart.None)
                before = part;
            AppendFolded(folded, ref foldedLength);
            word.End = i + 1;
        }

        if (word.Next == 0)
            word.Next = word.End;
        word.FoldedEnd = foldedLength;
        return before != WordPart.None;
    }

    private void ReadBlank(char c, ref int lineFeeds, ref int foldedLength)
    {
        if (c == '\n')
            lineFeeds++;
        else if (c == '\u2029')
            lineFeeds = 2;
        // Only a line of blanks separates paragraphs.
        else if (c > ' ' && !char.IsWhiteSpace(c))
            lineFeeds = 0;
        if (foldedLength > 0 && _folded[foldedLength - 1] != ' ')
            Append(' ', ref foldedLength);
    }

    /// <summary>Reads a unit of a word that folding removes: a mark, an apostrophe, or an invisible one.</summary>
    private void ReadVanishing(int at, int foldedLength, ref Word word)
    {
        var c = _text[at];
        if (IsMark(c))
            word.End = at + 1;
        else if (IsApostrophe(c))
            (word.PendingCut, word.PendingFoldedCut) = (at, foldedLength);
    }

    /// <summary>Divides a word at an apostrophe that turned out to be within it. The part before is skipped when the
    /// part after it is looked at.</summary>
    private static void DivideAtApostrophe(ref Word word)
    {
        if (word.PendingFoldedCut == 0)
            return;
        if (word.Next == 0)
            word.Next = word.PendingCut + 1;
        (word.Cut, word.FoldedCut, word.PendingFoldedCut) = (word.PendingCut, word.PendingFoldedCut, 0);
    }

    private void AppendFolded(char folded, ref int length)
    {
        if (folded > 'z' && NameFolding.Expansion(folded) is { } letters)
        {
            Append(letters[0], ref length);
            folded = letters[1];
        }

        Append(folded, ref length);
    }

    private void Append(char c, ref int length)
    {
        if (length == _folded.Length)
            Array.Resize(ref _folded, length * 2);
        _folded[length++] = c;
    }

    /// <summary>Whether a unit begins a word, by what it and the unit before it are.</summary>
    private static bool StartsWord(WordPart before, WordPart part) =>
        part switch
        {
            WordPart.Mark => before == WordPart.None,
            WordPart.Letter or WordPart.Katakana => before != part,
            WordPart.Suffix => before is not (WordPart.Letter or WordPart.Suffix),
            _ => true,
        };

    /// <summary>The part of a word that a folded unit other than a blank is.</summary>
    private static WordPart PartOf(char c)
    {
        if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            return WordPart.Letter;
        if (c < '\u0080')
            return c is '#' or '+' ? WordPart.Suffix : WordPart.Symbol;
        switch (c)
        {
            case (>= '\u30A1' and <= '\u30FA')
            or (>= '\u30FC' and <= '\u30FF')
            or (>= '\u31F0' and <= '\u31FF')
            or (>= '\uFF66' and <= '\uFF9F'):
                return WordPart.Katakana;
            // The high surrogates of the supplementary and tertiary ideographic planes, then those of emoji. Others
            // belong to letters.
            case >= '\uD840' and <= '\uD8BF':
                return WordPart.Character;
            case >= '\uD83C' and <= '\uD83E':
                return WordPart.Symbol;
            case >= '\uD800' and <= '\uDBFF':
                return WordPart.Letter;
            case >= '\uDC00' and <= '\uDFFF':
                return WordPart.Mark;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format:
                return WordPart.Mark;
            case <= UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber
            or UnicodeCategory.PrivateUse:
                return IsWithoutBlanks(c) ? WordPart.Character : WordPart.Letter;
            default:
                return WordPart.Symbol;
        }
    }

    private static bool IsWithoutBlanks(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u1950' and <= '\u19DF')
                or (>= '\u3005' and <= '\u3007')
                or (>= '\u3040' and <= '\u309F')
                or (>= '\u3400' and <= '\u4DBF')
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uA9E0' and <= '\uA9FF')
                or (>= '\uAA60' and <= '\uAA7F')
                or (>= '\uF900' and <= '\uFAFF');

    private static bool IsMark(char c) =>
        c >= '\u0300'
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>Whether a unit that folding removes is neither a mark nor invisible.</summary>
    private static bool IsApostrophe(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c)
            is not (
                UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
            );

    /// <summary>The word count of the longest name. Names of more than <see cref="ManyWords"/> words are searched up to
    /// this length.</summary>
    protected abstract int LongestName { get; }

    private enum WordPart
    {
        None,
        Letter,
        Katakana,

        /// <summary>A word by itself.</summary>
        Character,
        Symbol,

        /// <summary>Belongs to the word before it, and starts none after it.</summary>
        Suffix,

        /// <summary>Belongs to the unit before it.</summary>
        Mark,
    }

    private struct Word
    {
        public int Start;
        public int End;

        /// <summary>The offset at which the next word may start: after an apostrophe within this one, or at its
        /// end.</summary>
        public int Next;

        /// <summary>The folded length at the end of the word.</summary>
        public int FoldedEnd;

        /// <summary>The offset of the last apostrophe within the word, and the folded length there; 0 if there is
        /// none.</summary>
        public int Cut;
        public int FoldedCut;

        public int PendingCut;
        public int PendingFoldedCut;

        public bool IsInNextParagraph;
    }
}
