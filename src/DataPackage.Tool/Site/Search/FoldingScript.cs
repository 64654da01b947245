using System.Globalization;
using System.Text;
using DataPackage.Shared.Names;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Search;

/// <summary>The tables by which names are folded, as a script: <c>search.js</c> folds what somebody types as names were
/// folded when the package was built.</summary>
internal static class FoldingScript
{
    public static string Text { get; } = Make();

    private static string Make()
    {
        var between = ClassOf(c => NameFolding.FoldUnit(c) is ' ' or '\0');
        var sign = ClassOf(NameKeys.IsSign);
        var script = new StringBuilder("site.folding={letters:");
        AppendTable(script, Folded);
        script.Append(",\nmarks:");
        AppendTable(script, WithoutMarks);
        // A sign tells names apart unless it is within a word.
        script.Append(Line, $",\nsigns:/(?<![^{between}])[{sign}]|[{sign}](?![^{between}])/g");
        var unspaced = string.Concat(SearchForms.WithoutBlanks.Select(each => $"{each.First}-{each.Last}"));
        script.Append(",\nstart:").Literal($"(?:^|(?<= )|(?=[{unspaced}])|(?<=[{unspaced}]))");
        return script.Append(Line, $",\nlongest:{SearchForms.Longest}}};\n").ToString();
    }

    private static CultureInfo Line => CultureInfo.InvariantCulture;

    /// <summary>What a class of a regular expression has between its brackets for some units: their runs.</summary>
    private static string ClassOf(Func<char, bool> isOne)
    {
        var runs = new StringBuilder();
        for (var unit = 0; unit < 0x10000; unit++)
        {
            if (!isOne((char)unit))
                continue;
            var first = unit;
            while (unit + 1 < 0x10000 && isOne((char)(unit + 1)))
                unit++;
            runs.Append(Line, $"\\u{first:x4}-\\u{unit:x4}");
        }

        return runs.ToString();
    }

    private static IEnumerable<char> Units => Enumerable.Range(0, 0x10000).Select(unit => (char)unit);

    private static string Folded(char c) =>
        NameFolding.FoldUnit(c) is var folded and not '\0' ? NameFolding.Expansion(folded) ?? $"{folded}" : "";

    private static string WithoutMarks(char c) =>
        NameKeys.WithoutPoints(c) is var letter && (letter != '\0' || c == '\0') ? $"{letter}" : "";

    /// <summary>Appends what replaces each unit that does not stay.</summary>
    private static void AppendTable(StringBuilder script, Func<char, string> replace)
    {
        script.Append('{');
        foreach (var unit in Units)
            if (replace(unit) is var to && to != $"{unit}")
                script.Literal($"{unit}").Append(':').Literal(to).Append(',');
        script.Append('}');
    }
}
