using System.Globalization;

namespace DataPackage.Shared.Text;

/// <summary>The English of messages.</summary>
internal static class Nouns
{
    private static readonly string[] SilentH = ["heir", "honest", "honor", "honour", "hour"];

    /// <summary>The noun with "a" or "an", by the sound that words of its spelling usually have: an event, a
    /// university, an hour.</summary>
    public static string WithArticle(string noun) => (SoundsLikeVowel(LetterCase.ToLower(noun)) ? "an " : "a ") + noun;

    /// <summary>A number of things: 1 file, 1,200 files.</summary>
    /// <param name="plural">Null if it is the noun with an s.</param>
    public static string Count(int number, string noun, string? plural = null) =>
        number.ToString("N0", CultureInfo.InvariantCulture) + " " + (number == 1 ? noun : plural ?? noun + "s");

    private static bool SoundsLikeVowel(string noun)
    {
        if (noun.Length == 0)
            return false;
        if (noun[0] == 'h')
            return SilentH.Any(start => noun.StartsWith(start, StringComparison.Ordinal));
        if (!IsVowel(noun[0]))
            return false;
        var isOne =
            noun == "one"
            || noun.StartsWith("one-", StringComparison.Ordinal)
            || noun.StartsWith("once", StringComparison.Ordinal);
        // Union, user and euro start with the sound of "you".
        var isYou =
            (noun[0] == 'u' && noun.Length > 2 && !IsVowel(noun[1]) && noun[1] != 'n' && IsVowel(noun[2]))
            || noun.StartsWith("uni", StringComparison.Ordinal)
            || noun.StartsWith("eu", StringComparison.Ordinal);
        return !isOne && !isYou;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
