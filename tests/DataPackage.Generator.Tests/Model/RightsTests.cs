namespace DataPackage.Generator.Tests.Model;

/// <summary>No text of an article that may not be redistributed enters the package.</summary>
public class RightsTests
{
    private const string Text =
        "Some ship went by.\n\nThe old keeper said that “no lamp” had burned for nine years – none – in the west.";
    private const string Eight = "said that no lamp had burned for nine";

    private static SeedSet Secret(string metadata = "redistribute: false") =>
        Samples
            .Harbours()
            .With(
                "schema/Ship.yaml",
                "plural: Ships\nextends: [Named]\nproperties:\n  home: { range: Harbour, reverse: { name: ships } }\n  met: { range: Named, cardinality: many }\n  calls: { range: Call, cardinality: many }\n  log: { type: url }\n"
            )
            .With("ships/albatros.yaml", "name: Albatros\n")
            .With("articles/secret.md", $"---\ntitle: Secret\n{metadata}\n---\n{Text}\n");

    public static TheoryData<string, string, string> Repetitions =>
        new()
        {
            { "ships/a.yaml", $"name: He {Eight} days", "ships/a.yaml(1,7)" },
            { "ships/a.yaml", $"name: A\naliases: [B, \"{Eight.ToUpperInvariant()}!\"]", "ships/a.yaml(2,14)" },
            {
                "ships/a.yaml",
                $"name:\n  en: A\n  de: |\n    {Eight.Replace("no ", "(no)\n    ", StringComparison.Ordinal)}",
                "ships/a.yaml(3,7)"
            },
            { "ships/a.yaml", $"name: A\ncalls: [{{ harbour: old-port, note: {Eight} }}]", "ships/a.yaml(2,36)" },
            { "ships.yaml", $"{Eight.Replace(' ', '-')}: {{ name: A }}", "ships.yaml(1,1)" },
            { $"ships/{Eight.Replace(' ', '-')}.yaml", "name: A", $"ships/{Eight.Replace(' ', '-')}.yaml(1,1)" },
            { "schema/Mast.yaml", $"plural: Masts\ndescription: As he {Eight}", "schema/Mast.yaml(2,14)" },
            { "datapackage.yaml", $"namespace: Seeded\ntitle: {Eight}", "datapackage.yaml(2,8)" },
            {
                "articles/open.md",
                $"---\ntitle: Open\n---\nNothing here.\n\nBut he {Eight}.\n",
                "articles/open.md(6,1)"
            },
            { "articles/open.txt", $"He {Eight}.", "articles/open.txt(1,1)" },
            {
                "articles/other.md",
                $"---\ntitle: {Eight}\nredistribute: false\n---\nNothing.\n",
                "articles/other.md(2,8)"
            },
        };

    [Theory]
    [MemberData(nameof(Repetitions))]
    public void Eight_words_of_it_are_an_error_wherever_they_stand(string path, string seed, string place)
    {
        var seeds = Secret()
            .With(
                "schema/Call.yaml",
                "embedded: true\nproperties:\n  harbour: { range: Harbour }\n  note: { type: text }\n"
            );
        if (path == "articles/open.txt")
            seeds.With("articles/open.yaml", "title: Open");
        var generated = seeds.With(path, seed).Generate();

        Assert.Equal([$"{place}: DP0020"], generated.Messages);
        Assert.Contains("'secret'", generated.Texts[0], StringComparison.Ordinal);
        Assert.Contains("burned for nine'", generated.Texts[0].Replace('-', ' '), StringComparison.OrdinalIgnoreCase);
    }

    public static TheoryData<string> Harmless =>
        new(
            "name: said that no lamp had burned for", // seven words
            "name: said that no lamp had burned for ten",
            "name: had burned for nine said that no lamp",
            "name: A\nlog: https://example.org/said-that-no-lamp-had-burned-for-nine-years", // a link is as it is
            "name: A\ncitations: [{ article: secret, quote: The old keeper said that 'no lamp' had burned for nine years }]",
            "name: { value: A, cite: { article: secret, quote: '\"no lamp\"', prefix: Some ship went by. The old keeper said that, suffix: had burned for nine years - none - in the } }"
        );

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Fewer_words_links_and_quotes_are_none(string seed) =>
        Assert.Empty(Secret().With("ships/a.yaml", seed).Generate().Texts);

    [Fact]
    public void A_property_that_is_called_like_a_part_of_a_citation_is_no_quote() =>
        Assert.Equal(
            ["ships/a.yaml(2,17): DP0020"],
            Secret()
                .With("schema/Call.yaml", "embedded: true\nproperties:\n  quote: { type: text }\n")
                .With("ships/a.yaml", $"name: A\ncalls: {{ quote: {Eight} }}\n")
                .Generate()
                .Messages
        );

    [Fact]
    public void An_article_that_may_be_redistributed_may_be_repeated() =>
        Assert.Empty(
            Secret(metadata: "language: en").With("ships/a.yaml", $"name: He {Eight} days\n").Generate().Texts
        );

    [Fact]
    public void The_text_beside_its_metadata_is_protected_too() =>
        Assert.Equal(
            ["ships/a.yaml(1,7): DP0020"],
            Samples
                .Harbours()
                .With("articles/notes.txt", Text)
                .With("articles/notes.yaml", "title: Notes\nredistribute: false\n")
                .With("ships/a.yaml", $"name: {Eight}\n")
                .Generate()
                .Messages
        );

    [Fact]
    public void What_is_said_of_two_articles_is_said_of_each() =>
        Assert.Equal(
            2,
            Secret()
                .With("articles/twin.md", $"---\ntitle: Twin\nredistribute: false\n---\nOnce more he {Eight}.\n")
                .With("ships/a.yaml", $"name: {Eight}\n")
                .Generate()
                .Messages.Count(message => message == "ships/a.yaml(1,7): DP0020")
        );
}
