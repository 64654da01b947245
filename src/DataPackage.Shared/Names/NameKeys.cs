using System.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Shared.Names;

/// <summary>Keys of the index of names besides the folded names. They tell apart names that fold alike, and bring
/// together names that differ in the marks of Semitic scripts.</summary>
/// <remarks>Like <see cref="NameFolding"/>, this runs when data is built and when it is searched, so results never
/// change. Runtimes that know no such keys find what they found before: no folded name holds a control
/// character.</remarks>
internal static class NameKeys
{
    private const char ExactMark = '\u0001';
    private const char SignMark = '\u0002';

    /// <summary>Whether a character folds to a blank, but tells names apart at an end of a word: A, A- and
    /// A*.</summary>
    internal static bool IsSign(char c) => c is '!' or '%' or '&' or '*' or '-' or '/' or '?' or '@' or '\\' or '_';

    /// <summary>Whether a key of the index of names is a folded name.</summary>
    public static bool IsFoldedName(string key) => key.Length == 0 || key[0] >= ' ';

    /// <summary>The key of a name in this very spelling; only the normalization form makes no difference.</summary>
    public static string OfSpelling(string name) => ExactMark + NormalForm.Of(name);

    /// <summary>The key of a folded name and the signs at the ends of its words.</summary>
    public static string OfSigns(string name)
    {
        var key = new StringBuilder().Append(SignMark);
        for (var i = 0; i < name.Length; i++)
            if (IsSign(name[i]) && !(IsInWord(name, i - 1) && IsInWord(name, i + 1)))
                key.Append(name[i]);
        return key.Append(SignMark).Append(NormalForm.Of(NameFolding.Fold(NormalForm.Of(name)))).ToString();
    }

    private static bool IsInWord(string name, int index) =>
        (uint)index < (uint)name.Length && NameFolding.FoldUnit(name[index]) is not (' ' or '\0');

    /// <summary>A folded name without the optional marks of Arabic, Hebrew and Syriac, and with one letter for those
    /// that are written for one another; null if it is the same.</summary>
    public static string? WithoutPoints(string folded)
    {
        var at = 0;
        while (at < folded.Length && WithoutPoints(folded[at]) == folded[at])
            at++;
        if (at == folded.Length)
            return null;
        // Marks that have no letter of their own are removed only after the letter and the mark are one character.
        var bare = new StringBuilder(folded.Length);
        foreach (var c in NormalForm.Of(folded))
            if (WithoutPoints(c) is var letter and not '\0')
                bare.Append(letter);
        return NormalForm.Of(NameFolding.Fold(bare.ToString()));
    }

    /// <summary>The character that replaces another; U+0000 if it is removed. Vowel signs of other scripts are needed
    /// to read a word, and stay.</summary>
    internal static char WithoutPoints(char c) =>
        c switch
        {
            < '\u0591' or > '\u08FF' => c,
            // Hebrew: cantillation and points.
            <= '\u05BD' or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7' => '\0',
            // Arabic: honorifics and small letters above, tatweel, vowel signs, marks of the Quran.
            (>= '\u0610' and <= '\u061A') or '\u0640' or (>= '\u064B' and <= '\u065F') or '\u0670' => '\0',
            (>= '\u06D6' and <= '\u06DC') or (>= '\u06DF' and <= '\u06E8') or (>= '\u06EA' and <= '\u06ED') => '\0',
            (>= '\u08CA' and <= '\u08E1') or >= '\u08E3' => '\0',
            // Syriac: superscript alaph, vowel signs and other marks.
            '\u0711' or (>= '\u0730' and <= '\u074A') => '\0',
            // Alef with madda, hamza or wasla is alef.
            '\u0622' or '\u0623' or '\u0625' or (>= '\u0671' and <= '\u0673') => '\u0627',
            // Waw, yeh and heh with hamza are the letter without it.
            '\u0624' => '\u0648',
            '\u0626' or '\u0649' or '\u06CC' => '\u064A',
            '\u06C0' => '\u06D5',
            '\u06C2' => '\u06C1',
            '\u06D3' => '\u06D2',
            // Teh marbuta is written heh; the keyboard of Persian has a kaf of its own.
            '\u0629' => '\u0647',
            '\u06A9' => '\u0643',
            _ => c,
        };
}
