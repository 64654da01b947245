using DataPackage.Shared.Text;

namespace DataPackage.Tool.Site.Texts;

/// <summary>Tags of languages (BCP 47), in which the case of letters means nothing, and what they say of each
/// other.</summary>
internal static class LanguageTag
{
    private const int ScriptLength = 4;

    /// <summary>The tag in the case that BCP 47 recommends: <c>de</c>, <c>pt-BR</c>, <c>zh-Hant</c>. Names of folders
    /// must not differ in it alone: some disks take them for the same.</summary>
    public static string Canonical(string tag)
    {
        var parts = LetterCase.ToLower(tag).Split('-');
        // After a single letter, such as the x of private use, all is small.
        for (var i = 1; i < parts.Length && parts[i - 1].Length > 1; i++)
            parts[i] = parts[i] switch
            {
                { Length: 2 } region => $"{LetterCase.ToUpper(region[0])}{LetterCase.ToUpper(region[1])}",
                { Length: ScriptLength } script => LetterCase.ToUpper(script[0]) + script[1..],
                var other => other,
            };
        return string.Join('-', parts);
    }

    /// <summary>The script that a tag names; null if it names none.</summary>
    public static string? ScriptOf(string tag) =>
        tag.Split('-')
            .Skip(1)
            // What follows a single letter or digit is no part of the language.
            .TakeWhile(part => part.Length > 1)
            .FirstOrDefault(part => part.Length == ScriptLength && part.All(char.IsAsciiLetter));

    /// <summary>Whether both are of one language, in whatever country or script.</summary>
    public static bool IsKin(string tag, string other) => AreEqual(tag.Split('-')[0], other.Split('-')[0]);

    public static bool HaveOneScript(string tag, string other) => AreEqual(ScriptOf(tag), ScriptOf(other));

    /// <summary>Whether a text of one tag is one of the other too: <c>de-AT</c> of <c>de</c>, but not <c>zh-Hant</c> of
    /// <c>zh</c>, since it is in a script of its own.</summary>
    public static bool IsOneOf(string tag, string other) =>
        AreEqual(tag, other) || ((Starts(tag, other) || Starts(other, tag)) && HaveOneScript(tag, other));

    private static bool Starts(string tag, string start) =>
        tag.StartsWith(start + "-", StringComparison.OrdinalIgnoreCase);

    private static bool AreEqual(string? tag, string? other) =>
        string.Equals(tag, other, StringComparison.OrdinalIgnoreCase);
}
