using System.Text;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests.Fuzz;

/// <summary>Random stretches of a protected article, hidden by random tricks at random places of random
/// seeds.</summary>
public class HiddenWordsFuzzTests(ITestOutputHelper output)
{
    private const string Article =
        "Every evening before the tide came in our lamplighter walked along the mole and counted the boats that lay there. He wrote their names into a green book, which nobody but himself was allowed to open, and when one of them was missing he rang the smaller bell until somebody brought him word of it.";

    private static readonly string[] Words = Article.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Others =
    [
        "cargo",
        "salt",
        "rope",
        "harvest",
        "quay",
        "captain",
        "winter",
        "storm",
        "anchor",
        "mast",
        "compass",
        "barrel",
        "deck",
        "sailor",
        "voyage",
        "island",
        "coast",
        "fog",
        "wheel",
        "chart",
    ];

    private static readonly string[] Gaps =
    [
        " ",
        "  ",
        "\\n",
        "-",
        " * ",
        "\\u200B",
        "\\u00A0",
        " <b>",
        "</i> ",
        "&nbsp;",
        "%20",
        ", ",
        "\\u2009",
        "/",
        "",
        "<!-- x -->",
        "\\u0000",
    ];

    private static readonly string[] Marks =
    [
        "\\u0301",
        "\\u0323",
        "\\u034F",
        "\\u00AD",
        "\\u200D",
        "\\u2060",
        "\\uFE0F",
        "\\u20DD",
        "\\u115F",
        "\\u0001",
        "\\U000E0041",
    ];

    [Fact]
    public void A_hidden_stretch_is_an_error_and_nothing_else_is()
    {
        var run = FuzzRun.FromEnvironment(80);
        output.WriteLine(FuzzRun.Again(run.Seed) + $" (and {run.Count - 1:N0} more)");
        foreach (var seed in run.Seeds)
            Try(seed);
    }

    private static void Try(int seed)
    {
        var random = new Random(seed);
        var isHidden = random.Next(3) > 0;
        var start = random.Next(Words.Length - 8);
        string[] words = isHidden
            ? Words[start..(start + 8)]
            : [.. Enumerable.Range(0, 8).Select(_ => Others[random.Next(Others.Length)])];
        // Seven words are allowed if another word follows.
        if (isHidden && random.Next(4) == 0)
            (isHidden, words[7]) = (false, "zeppelin");
        var written = Write(random, [.. words.Select(word => Hide(random, word))]);
        var generated = Samples
            .Harbours()
            .With("articles/secret.md", $"---\ntitle: Secret\nredistribute: false\n---\n{Article}\n")
            .With(
                "schema/Thing.yaml",
                // A key is a word of its line too, so none of these is a word of the article.
                """
                plural: Things
                properties:
                  line: { type: text }
                  title: { type: text, localized: true }
                  prose: { type: markdown }
                  lines: { type: text, cardinality: many }
                  anything: { type: any }
                  terms: { type: text, cardinality: map }

                """
            )
            .With("things/x.yaml", written)
            .Generate();

        var isTold = generated.Messages.Any(message =>
            message.StartsWith("things/x.yaml", StringComparison.Ordinal)
            && message.EndsWith("DP0020", StringComparison.Ordinal)
        );
        Assert.True(
            isTold == isHidden && (isHidden || generated.Messages.Count == 0),
            $"{FuzzRun.Again(seed)}: {written}\n{string.Join('\n', generated.Texts)}"
        );
    }

    private static string Hide(Random random, string word)
    {
        var hidden = new StringBuilder();
        foreach (var c in word)
        {
            hidden.Append(
                random.Next(6) switch
                {
                    0 => char.ToUpperInvariant(c).ToString(),
                    1 when c is >= 'a' and <= 'z' => ((char)(c + 0xFEE0)).ToString(),
                    2 when c is >= 'a' and <= 'z' => char.ConvertFromUtf32(0x1D41A + c - 'a'),
                    3 => c + Marks[random.Next(Marks.Length)],
                    _ => c.ToString(),
                }
            );
        }

        return random.Next(2) == 0 ? word : hidden.ToString();
    }

    private static string Write(Random random, string[] words)
    {
        string Quote(IEnumerable<string> part) =>
            "\""
            + string.Concat(part.Select((word, i) => i == 0 ? word : Gaps[random.Next(Gaps.Length)] + word))
            + "\"";
        var cut = random.Next(1, 7);
        return random.Next(8) switch
        {
            0 => $"line: {Quote(words)}\n",
            1 => $"prose: {Quote(words)}\n",
            2 => $"lines: [{string.Join(", ", words.Select(word => $"\"{word}\""))}]\n",
            3 => $"line: {Quote(words[..cut])}\ntitle: {{ en: {Quote(words[cut..])} }}\n",
            4 => $"title: {{ en: {Quote(words[..cut])}, de: {Quote(words[cut..])} }}\n",
            5 => $"anything: [{string.Join(", ", words.Select(word => $"{{ term: \"{word}\" }}"))}]\n",
            6 => $"terms: {{ {Quote(words[..cut])}: {Quote(words[cut..])} }}\n",
            _ => $"anything: {{ citations: {{ article: secret, quote: {Quote(words)} }} }}\n",
        };
    }
}
