using DataPackage.Shared.Text;

namespace DataPackage.Tool.Site;

/// <summary>Tags of languages (BCP 47), in which the case of letters means nothing. Names of folders must not differ in
/// it alone: some disks take them for the same.</summary>
internal static class LanguageTag
{
    /// <summary>The tag in the case that BCP 47 recommends: <c>de</c>, <c>pt-BR</c>, <c>zh-Hant</c>.</summary>
    public static string Canonical(string tag)
    {
        var parts = LetterCase.ToLower(tag).Split('-');
        // After a single letter, such as the x of private use, all is small.
        for (var i = 1; i < parts.Length && parts[i - 1].Length > 1; i++)
            parts[i] = parts[i] switch
            {
                { Length: 2 } region => $"{LetterCase.ToUpper(region[0])}{LetterCase.ToUpper(region[1])}",
                { Length: 4 } script => LetterCase.ToUpper(script[0]) + script[1..],
                var other => other,
            };
        return string.Join('-', parts);
    }

    public static bool AreEqual(string tag, string other) => LetterCase.AreEqual(tag, other);

    /// <summary>Whether two tags name the same language, whatever they say of scripts and countries.</summary>
    public static bool AreOfOneLanguage(string tag, string other) =>
        LetterCase.AreEqual(tag.Split('-')[0], other.Split('-')[0]);
}
