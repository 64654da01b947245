using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>English plurals, as far as the names of files and properties need them. Unknown words stay
/// unchanged.</summary>
internal static class Plurals
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["people"] = "person",
        ["children"] = "child",
        ["men"] = "man",
        ["women"] = "woman",
        ["feet"] = "foot",
        ["teeth"] = "tooth",
        ["mice"] = "mouse",
        ["indices"] = "index",
        ["vertices"] = "vertex",
        ["criteria"] = "criterion",
        ["movies"] = "movie",
        ["series"] = "series",
        ["species"] = "species",
        ["news"] = "news",
        ["data"] = "data",
        ["media"] = "media",
        ["aliases"] = "alias",
        ["statuses"] = "status",
        ["buses"] = "bus",
        ["analyses"] = "analysis",
    };

    /// <summary>languages → language, countries → country, boxes → box; the last word of <c>sports-clubs</c> and
    /// <c>sportsClubs</c>.</summary>
    public static string SingularOf(string plural)
    {
        var last = plural.Length;
        while (last > 0 && plural[last - 1] is >= 'a' and <= 'z')
            last--;
        if (last > 0 && plural[last - 1] is >= 'A' and <= 'Z')
            last--;
        var word = plural.Substring(last);
        if (Irregular.TryGetValue(word, out var irregular))
            return plural.Substring(0, last)
                + (
                    word[0] is >= 'A' and <= 'Z' ? LetterCase.ToUpper(irregular[0]) + irregular.Substring(1) : irregular
                );
        return plural.Substring(0, last) + SingularOfWord(word);
    }

    private static string SingularOfWord(string word)
    {
        bool Ends(string end) => word.Length > end.Length + 1 && word.EndsWith(end, StringComparison.Ordinal);
        if (Ends("ies"))
            return word.Substring(0, word.Length - 3) + "y";
        if (Ends("sses") || Ends("shes") || Ends("ches") || Ends("xes") || Ends("zes"))
            return word.Substring(0, word.Length - 2);
        if (Ends("ss") || Ends("us") || Ends("is"))
            return word;
        return Ends("s") ? word.Substring(0, word.Length - 1) : word;
    }
}
