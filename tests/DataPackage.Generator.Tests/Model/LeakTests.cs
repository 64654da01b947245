using DataPackage.Engine.Articles;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Model;

/// <summary>The last check: passages that no single seed repeats, but that generated code puts side by side.</summary>
public class LeakTests
{
    private const string Text = "The old keeper said that “no lamp” had burned for nine years – none – in the west.";

    private static SeedSet Secret(string text = Text) =>
        Samples
            .Harbours()
            .With(
                "schema/Ship.yaml",
                """
                plural: Ships
                extends: [Named]
                findBy: [name]
                properties:
                  home: { range: Harbour }
                  met: { range: Named, cardinality: many }
                  first: { type: text }
                  second: { type: text }
                  story: { type: markdown }
                  calls: { range: Call, cardinality: many }
                """
            )
            .With("articles/secret.md", $"---\ntitle: Secret\nredistribute: false\n---\n{text}\n");

    public static TheoryData<string, (string Path, string Seed)[]> Spread =>
        new()
        {
            {
                "Ship/a1 to Ship/a2",
                [("ships/a1.yaml", "name: said that no lamp"), ("ships/a2.yaml", "name: had burned for nine")]
            },
            {
                "Ship/a1 to Ship/a8",
                [
                    .. "said that no lamp had burned for nine"
                        .Split(' ')
                        .Select((word, i) => ($"ships/a{i + 1}.yaml", $"name: A{i}x\nfirst: {word}")),
                ]
            },
            { "Ship/a1", [("ships/a1.yaml", "name: A\nsecond: had burned for nine\nfirst: said that no lamp")] },
            { "Ship/a1", [("ships/a1.yaml", "name: { ru: x, fr: had burned for nine, de: said that no lamp }")] },
            {
                "Ship/gull to Ship/had-burned-for-nine",
                [
                    ("ships/gull.yaml", "name: A\nsecond: said that no lamp"),
                    ("ships/had-burned-for-nine.yaml", "name: B"),
                ]
            },
            {
                "Ship/a1 to Ship/a2",
                [
                    ("ships/a1.yaml", "name: A\nstory: said <b>that</b> no lamp"),
                    ("ships/a2.yaml", "name: B\nstory: had&nbsp;burned for nine"),
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Spread))]
    public void Entities_that_repeat_an_article_together_are_one_error(string place, (string Path, string Seed)[] files)
    {
        var seeds = Secret();
        foreach (var (path, seed) in files)
            seeds.With(path, seed + "\n");
        var generated = seeds.Generate();

        Assert.Equal(["articles/secret.md(1,1): DP3010"], generated.Messages);
        Assert.Contains(
            $"generated of {place} repeats eight words of the article 'secret'",
            generated.Texts[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_a_seed_was_told_nothing_is_said_once_more() =>
        Assert.Equal(
            ["ships/a.yaml(1,7): DP0020"],
            Secret().With("ships/a.yaml", "name: said that no lamp had burned for nine\n").Generate().Messages
        );

    /// <summary>Generated files are also searched as they are written. There, digits touch the ends of texts; whole
    /// texts are searched in the entities.</summary>
    [Theory]
    [InlineData("said that no lamp had burned for nine")]
    [InlineData("смотритель сказал, что девять лет не горела ни")]
    [InlineData("ο γέρος φύλακας είπε πως εννιά χρόνια δεν")]
    public void Generated_files_are_read_as_they_are_written(string repeated)
    {
        var seeds = Samples.Harbours().With("ships/a.yaml", $"name: A\naliases: [\"z {repeated} z\"]\n");
        var articles = new ProtectedArticles(
            new[]
            {
                new ProtectedArticle("secret", new ArticleBody($"x, {repeated}: y", "", default, 1), ""),
            }.ToEquatableArray()
        );
        var files = SeedSet
            .CreateDriver(seeds.Texts, isTracked: true)
            .RunGenerators(SeedSet.CreateCompilation())
            .GetRunResult()
            .Results[0]
            .TrackedSteps[Steps.Data]
            .SelectMany(run => run.Outputs)
            .Select(output => (GeneratedFile)output.Value);

        // The values, and the documentation of the accessor.
        Assert.Equal(
            ["Ship.Data.g.cs", "Ships.g.cs"],
            files
                .Where(file => GeneratedTexts.FindIn(file, articles, default).Count > 0)
                .Select(file => file.HintName)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_file_that_repeats_an_article_is_named_where_no_entity_does()
    {
        var articles = new ProtectedArticles(
            new[] { new ProtectedArticle("secret", new ArticleBody(Text, "", default, 1), "a.md") }.ToEquatableArray()
        );
        var found = articles.Stretches;
        var scanner = new StretchScanner(found);
        scanner.Read("said that no lamp had burned for nine", 0, default);
        var leak = Leak.Of("Ship.Data.g.cs", scanner.Take()[0].Stretch, isAddress: false);

        var error = Assert.Single(Leak.Report([leak, leak], articles, [], CancellationToken.None));

        Assert.Equal("DP3010", error.Rule.Id);
        Assert.Contains("Ship.Data.g.cs", error.Arguments);
        Assert.Equal("said that “no lamp” had burned for nine", error.Arguments[2]);
    }

    [Fact]
    public void Where_no_article_is_protected_nothing_is_searched()
    {
        var steps = SeedSet
            .CreateDriver(Samples.Harbours().Texts, isTracked: true)
            .RunGenerators(SeedSet.CreateCompilation())
            .GetRunResult()
            .Results[0]
            .TrackedSteps;

        Assert.All(
            [Steps.SearchedEntities, Steps.SearchedFiles],
            step => Assert.False(steps.TryGetValue(step, out var runs) && runs.Any(run => run.Outputs.Length > 0))
        );
    }

    [Fact]
    public void An_edited_entity_has_itself_checked_and_its_block_and_its_files_searched_again()
    {
        var seeds = Secret();
        for (var i = 0; i < 300; i++)
            seeds.With($"ships/s{i:000}.yaml", $"name: Ship {i}\n");
        var compilation = SeedSet.CreateCompilation();
        var texts = seeds.Texts;
        var checks = new List<string>();
        var driver = SeedSet.CreateDriver(texts).RunGenerators(compilation);
        var edited = texts.Single(text => text.Path == "ships/s200.yaml");
        StepGuard.BeforeStep.Value = checks.Add;
        try
        {
            driver
                .ReplaceAdditionalText(edited, SeedSet.Seed(edited.Path, "name: Ship 2000\n"))
                .RunGenerators(compilation);
        }
        finally
        {
            StepGuard.BeforeStep.Value = null;
        }

        int Count(string step) => checks.Count(name => name == step);
        Assert.Equal(1, Count(nameof(Steps.RepeatedTexts)));
        Assert.Equal(1, Count(nameof(Steps.SearchedEntities)));
        Assert.Equal(Count(nameof(Steps.Write)), Count(nameof(Steps.SearchedFiles)));
    }
}
