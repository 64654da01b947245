using DataPackage.Engine.Linking;

namespace DataPackage.Tool.Site.Search;

/// <summary>The form of a name by which pages find it, and the places in it at which somebody may begin to type. The
/// script <c>search.js</c> does the same with what somebody typed.</summary>
internal static class SearchForms
{
    /// <summary>The most UTF-16 units by which a name is found: a text of many words would be in as many
    /// files.</summary>
    public const int Longest = 120;

    /// <summary>The first and the last unit of the scripts that have no blanks between words. The last range has the
    /// first halves of all ideographs beyond U+FFFF.</summary>
    public static readonly IReadOnlyList<(char First, char Last)> WithoutBlanks =
    [
        // Thai, Lao, Tibetan, Myanmar, Khmer
        ('\u0E00', '\u0FFF'),
        ('\u1000', '\u109F'),
        ('\u1780', '\u17FF'),
        // Tai Le, New Tai Lue, Khmer, Tai Tham
        ('\u1950', '\u19FF'),
        ('\u1A20', '\u1AAF'),
        // Han, Hiragana, Katakana, Bopomofo
        ('\u2E80', '\u2FDF'),
        ('\u3005', '\u3007'),
        ('\u3021', '\u312F'),
        ('\u31A0', '\u31BF'),
        ('\u31F0', '\u31FF'),
        ('\u3400', '\u4DBF'),
        ('\u4E00', '\u9FFF'),
        ('\uA9E0', '\uA9FF'),
        ('\uAA60', '\uAA7F'),
        ('\uF900', '\uFAFF'),
        ('\uFF66', '\uFF9F'),
        ('\uD840', '\uD8BF'),
    ];

    /// <summary>The folded form without the marks of Semitic scripts; empty if a name has no letters.</summary>
    public static string Of(string name)
    {
        var form = EntityNames.FormsOf(name).LastOrDefault("");
        return form.Length <= Longest ? form : form[..Longest];
    }

    /// <summary>Whether a word begins there, or a character of a script without blanks.</summary>
    public static bool IsStart(string form, int at) =>
        at == 0
        || form[at - 1] == ' '
        || IsWithoutBlanks(form[at])
        || (IsWithoutBlanks(form[at - 1]) && !char.IsLowSurrogate(form[at]));

    private static bool IsWithoutBlanks(char c)
    {
        if (c < '\u0E00')
            return false;
        foreach (var (first, last) in WithoutBlanks)
            if (c >= first && c <= last)
                return true;
        return false;
    }
}
