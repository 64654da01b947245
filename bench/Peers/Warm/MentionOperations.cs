using System.Buffers;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;

namespace DataPackage.Bench.Peers;

/// <summary>Finds names in a text: by the package, and by alternatives built from the same names. Only the package
/// folds accents and tells whose name it is; the others are given the spellings of the text, ignoring case.</summary>
public class MentionOperations
{
    public const string Operation = "NamesInText";

    private const int Every = 10;

    private static readonly string Text = Write();

    private static readonly string[] Names =
    [
        .. ObjectGraph
            .Data.Persons.SelectMany(person => person.Aliases.Append(person.Name.Ru).Append(person.Name.En))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static readonly Lazy<Regex> Alternation = new(() =>
        new Regex(
            @"\b(?:" + string.Join('|', Names.OrderByDescending(name => name.Length).Select(Regex.Escape)) + @")\b",
            RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        )
    );

    private static readonly Lazy<SearchValues<string>> Values = new(() =>
        SearchValues.Create(Names, StringComparison.OrdinalIgnoreCase)
    );

    [Benchmark]
    public int DataPackage() => Mentions.In(Text).Count;

    [Benchmark]
    public int RegexAlternation() => Alternation.Value.Count(Text);

    /// <summary>Finds where a name begins, but not which name, nor whether it ends at a word boundary.</summary>
    [Benchmark]
    public int SearchValuesAlone()
    {
        var count = 0;
        var rest = Text.AsSpan();
        for (var at = rest.IndexOfAny(Values.Value); at >= 0; at = rest.IndexOfAny(Values.Value))
        {
            count++;
            rest = rest[(at + 1)..];
        }

        return count;
    }

    /// <summary>Summaries in which about each tenth word is a name.</summary>
    private static string Write()
    {
        var words = ObjectGraph.Data.Persons.Take(200).SelectMany(person => person.Summary.En.Split(' ')).ToList();
        for (var i = Every; i < words.Count; i += Every)
            words[i] = Keys.Aliases[i % Keys.Count];
        return string.Join(' ', words);
    }
}
