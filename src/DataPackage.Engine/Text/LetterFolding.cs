using System.Globalization;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Text;

/// <summary>Letters in the form in which texts that must not be repeated are compared: all that look the same to a
/// reader are equal. Case, accents and other marks, width, letters in circles, raised letters and those of mathematics
/// make no difference; invisible characters are left out. Letters of one script that look like those of another stay
/// different.</summary>
/// <remarks>Uses neither the culture nor ICU. Nothing is stored in this form, and both sides of a comparison are folded
/// in one run with the same tables of Unicode.</remarks>
internal static partial class LetterFolding
{
    /// <summary>A character between words.</summary>
    public const int Separator = 0;

    /// <summary>A character that a reader does not see: a mark, a control, or one that Unicode calls
    /// ignorable.</summary>
    public const int Nothing = -1;

    /// <summary>The most letters that one character is folded to.</summary>
    public const int MostLetters = 4;

    private const int RunLength = 4;
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';

    /// <summary>Reads the character at an index, and moves the index past it.</summary>
    /// <returns>The number of its letters; <see cref="Separator"/> or <see cref="Nothing"/> if it is not a
    /// letter.</returns>
    public static int Read(string text, ref int index, Span<char> letters)
    {
        var c = text[index++];
        if (c < '\u0080')
            return ReadAscii(c, letters);
        if (!char.IsHighSurrogate(c))
            return ReadUnit(c, letters);
        if (index == text.Length || !char.IsLowSurrogate(text[index]))
            return Nothing;
        return ReadPair(c, text[index++], letters);
    }

    /// <summary>The quarters of a word that a letter counts as, in scripts without blanks between words; 0 in other
    /// scripts.</summary>
    public static int WeightOf(char letter) =>
        letter switch
        {
            < '\u0E00' => 0,
            <= '\u0EFF' => 1, // Thai, Lao
            < '\u1000' => 0,
            <= '\u109F' => 1, // Burmese
            < '\u1780' => 0,
            <= '\u17FF' => 1, // Khmer
            < '\u1950' => 0,
            <= '\u1AAF' => 1, // Tai Le, New Tai Lue, Tai Tham
            < '\u1B00' => 0,
            <= '\u1B7F' => 1, // Balinese
            < '\u2E80' => 0,
            <= '\u312F' => 2, // radicals, Hiragana, Katakana, Bopomofo
            < '\u31A0' => 0,
            <= '\uA4CF' => 2, // Han, Yi
            < '\uA980' => 0,
            <= '\uA9FF' => 1, // Javanese, Burmese
            < '\uAA60' => 0,
            <= '\uAADF' => 1, // Burmese, Tai Viet
            >= '\uD840' and <= '\uD8FF' => 2, // Han beyond the basic plane: of a pair, the first unit counts
            >= '\uF900' and <= '\uFAFF' => 2,
            _ => 0,
        };

    private static int ReadAscii(char c, Span<char> letters)
    {
        if (c is >= 'A' and <= 'Z')
            c = (char)(c | 0x20);
        else if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9'))
            return c is < ' ' and not ('\t' or '\n' or '\v' or '\f' or '\r') or '\u007f' ? Nothing : Separator;
        letters[0] = c;
        return 1;
    }

    private static int ReadUnit(char c, Span<char> letters)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format
            or UnicodeCategory.Surrogate:
            case UnicodeCategory.OtherNotAssigned:
                return Nothing;
            case UnicodeCategory.Control:
                return char.IsWhiteSpace(c) ? Separator : Nothing;
            case UnicodeCategory.DecimalDigitNumber:
                letters[0] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
                return 1;
        }

        if (IsIgnorable(c))
            return Nothing;
        if (c is >= FirstSyllable and <= LastSyllable)
            return ReadSyllable(c, letters);
        var folded = NameFolding.FoldUnit(c);
        // Apostrophes are within names and between words.
        if (folded is '\0' or ' ')
            return Separator;
        if (folded == c)
            folded = Map(c);
        if (NameFolding.Expansion(folded) is { } two)
            return Spell(two, letters);
        if (Spelling(folded) is { } several)
            return Spell(several, letters);
        if (folded >= '\u0080' && !char.IsLetter(folded))
            return Separator;
        letters[0] = folded < '\u0080' ? folded : LetterCase.ToLower(folded);
        return folded < '\u0080' && !IsLetterOrDigit(folded) ? Separator : 1;
    }

    private static int Spell(string several, Span<char> letters)
    {
        several.AsSpan().CopyTo(letters);
        return several.Length;
    }

    private static bool IsLetterOrDigit(char ascii) => ascii is >= 'a' and <= 'z' or >= '0' and <= '9';

    /// <summary>Invisible letters, which are fillers of Hangul and of Khmer, and the marks of Kana that stand beside
    /// their letter.</summary>
    private static bool IsIgnorable(char c) =>
        c
            is '\u309B'
                or '\u309C'
                or '\uFF9E'
                or '\uFF9F'
                or '\u115F'
                or '\u1160'
                or '\u3164'
                or '\uFFA0'
                or '\u17B4'
                or '\u17B5'
                or '\u2800';

    /// <summary>A syllable of Hangul as its letters, which can also be written one by one.</summary>
    private static int ReadSyllable(char c, Span<char> letters)
    {
        const int finals = 28,
            vowels = 21;
        var syllable = c - FirstSyllable;
        letters[0] = (char)(0x1100 + (syllable / finals / vowels));
        letters[1] = (char)(0x1161 + (syllable / finals % vowels));
        if (syllable % finals == 0)
            return 2;
        letters[2] = (char)(0x11A7 + (syllable % finals));
        return 3;
    }

    private static int ReadPair(char high, char low, Span<char> letters)
    {
        var code = char.ConvertToUtf32(high, low);
        if (MapPair(code) is not '\0' and var letter)
        {
            letters[0] = letter;
            return 1;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(string.Concat(high, low), 0))
        {
            case UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format
            or UnicodeCategory.OtherNotAssigned:
                return Nothing;
            case UnicodeCategory.UppercaseLetter:
                return SpellPair(code + CaseDistance(code), letters);
            case UnicodeCategory.LowercaseLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.DecimalDigitNumber:
                return SpellPair(code, letters);
            default:
                return Separator;
        }
    }

    private static int SpellPair(int code, Span<char> letters)
    {
        letters[0] = (char)(0xD7C0 + (code >> 10));
        letters[1] = (char)(0xDC00 | (code & 0x3FF));
        return 2;
    }

    /// <summary>The plain letter of a letter of mathematics or one in a frame; U+0000 for any other.</summary>
    private static char MapPair(int code) =>
        code switch
        {
            >= 0x1D400 and <= 0x1D6A3 => (char)('a' + ((code - 0x1D400) % 26)),
            0x1D6A4 => 'i',
            0x1D6A5 => 'j',
            >= 0x1D6A8 and <= 0x1D7C9 => Greek((code - 0x1D6A8) % 58),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((code - 0x1D7CE) % 10)),
            >= 0x1CCD6 and <= 0x1CCEF => (char)('a' + (code - 0x1CCD6)),
            >= 0x1CCF0 and <= 0x1CCF9 => (char)('0' + (code - 0x1CCF0)),
            >= 0x1F110 and <= 0x1F129 => (char)('a' + (code - 0x1F110)),
            >= 0x1F130 and <= 0x1F149 => (char)('a' + (code - 0x1F130)),
            >= 0x1F150 and <= 0x1F169 => (char)('a' + (code - 0x1F150)),
            >= 0x1F170 and <= 0x1F189 => (char)('a' + (code - 0x1F170)),
            >= 0x1F1E6 and <= 0x1F1FF => (char)('a' + (code - 0x1F1E6)),
            >= 0x1FBF0 and <= 0x1FBF9 => (char)('0' + (code - 0x1FBF0)),
            _ => '\0',
        };

    private static char Greek(int place) =>
        place switch
        {
            17 => 'θ',
            < 25 => NameFolding.FoldUnit((char)(0x0391 + place)),
            25 or 51 => '\0',
            < 51 => NameFolding.FoldUnit((char)(0x03B1 + (place - 26))),
            _ => "εθκφρπ"[place - 52],
        };

    /// <summary>The distance from a capital letter beyond the basic plane to its small one.</summary>
    private static int CaseDistance(int code) =>
        code switch
        {
            < 0x10500 => 40, // Deseret, Osage
            < 0x10580 => 0,
            < 0x10C00 => 39, // Vithkuqi
            < 0x10D00 => 64, // Old Hungarian
            < 0x11000 => 32, // Garay
            < 0x16000 => 32, // Warang Citi
            < 0x1E900 => 32, // Medefaidrin
            _ => 34, // Adlam
        };

    /// <summary>The letters of one character that is read as several.</summary>
    private static string? Spelling(char c) =>
        c switch
        {
            '\u0587' => "եւ",
            '\uFB03' => "ffi",
            '\uFB04' => "ffl",
            '\uFB05' or '\uFB06' => "st",
            '\uFB13' => "մն",
            '\uFB14' => "մե",
            '\uFB15' => "մի",
            '\uFB16' => "վն",
            '\uFB17' => "մխ",
            >= '\u2160' and <= '\u216B' => Roman[c - '\u2160'],
            >= '\u2170' and <= '\u217B' => Roman[c - '\u2170'],
            _ => null,
        };

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    private static char Map(char c)
    {
        int low = 0,
            high = Runs.Length / RunLength;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Runs[middle * RunLength] <= c)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return c;
        var run = (low - 1) * RunLength;
        var offset = c - Runs[run];
        int last = Runs[run + 1],
            target = Runs[run + 2],
            step = Runs[run + 3];
        if (c > last || (step != 0 && offset % step != 0))
            return c;
        return (char)(step == 0 ? target : target + offset);
    }
}
