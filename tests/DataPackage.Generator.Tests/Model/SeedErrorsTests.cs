namespace DataPackage.Generator.Tests.Model;

/// <summary>One mistake in a seed is one error, at the exact word, and never costs the types of correct
/// seeds.</summary>
public class SeedErrorsTests
{
    private const string Name = "name: X\n";

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            // The path, the text, the place and rule, part of the message.
            { "ships/x.yaml", "name: [a, b\nhome: old-port\n", "ships/x.yaml(1,7): DP0002", "bracket" },
            { "ships/x.yaml", "name: \"never closed\n", "ships/x.yaml(1,7): DP0002", "" },
            { "ships/x.yaml", Name + "nam: Y\n", "ships/x.yaml(2,1): DP1002", "did you mean 'name'?" },
            { "ships/x.yaml", "aliases: [Y]\n", "ships/x.yaml(1,1): DP1003", "'name'" },
            { "ships/x.yaml", "aliases: [Y]\nname:\n", "ships/x.yaml(2,1): DP1003", "'name'" },
            { "ships/x.yaml", "", "ships/x.yaml(1,1): DP1003", "'name'" },
            { "ships/x.yaml", "- a\n", "ships/x.yaml(1,3): DP1004", "a list of mappings" },
            { "ships/x.yaml", Name + "home: [old-port]\n", "ships/x.yaml(2,7): DP1004", "cardinality" },
            { "ships/x.yaml", Name + "home: { id: old-port }\n", "ships/x.yaml(2,7): DP1004", "a mapping" },
            { "harbours/x.yaml", Name + "depth: deep\n", "harbours/x.yaml(2,8): DP1004", "a decimal number" },
            { "harbours/x.yaml", Name + "depth: 8,5\n", "harbours/x.yaml(2,8): DP1004", "'8,5'" },
            { "harbours/x.yaml", "name: Größe 日本\nopened: 1844-02-30\n", "harbours/x.yaml(2,17): DP1005", "" },
            { "harbours/x.yaml", Name + "depth: 51\n", "harbours/x.yaml(2,8): DP1006", "at most 50" },
            { "harbours/x.yaml", Name + "code: fr\n", "harbours/x.yaml(2,7): DP1006", "two capital letters" },
            { "harbours/x.yaml", Name + "size: larg\n", "harbours/x.yaml(2,7): DP1007", "did you mean 'large'?" },
            { "harbours/x.yaml", Name + "code: FR\n", "harbours/x.yaml(2,7): DP1008", "old-port.yaml(6,7)" },
            { "ships/x.yaml", Name + "home: old-prt\n", "ships/x.yaml(2,7): DP2001", "did you mean 'old-port'?" },
            { "ships/x.yaml", Name + "home: albatros\n", "ships/x.yaml(2,7): DP2002", "'albatros' is a ship" },
            {
                "ships/x.yaml",
                Name + "calls: [{ harbour: nowhere-at-all }]\n",
                "ships/x.yaml(2,20): DP2001",
                "nowhere-at-all"
            },
            { "ships/x.yaml", Name + "calls: [{ date: 1901 }]\n", "ships/x.yaml(2,9): DP1003", "'harbour'" },
            {
                "ships/x.yaml",
                Name + "citations: [{ article: log, quote: is never at home }]\n",
                "ships/x.yaml(2,36): DP3001",
                "'log'"
            },
            {
                "ships/x.yaml",
                Name + "citations: [{ article: log, quote: s }]\n",
                "ships/x.yaml(2,36): DP3002",
                "prefix"
            },
            {
                "ships/x.yaml",
                Name + "citations: [{ article: lag, quote: home }]\n",
                "ships/x.yaml(2,24): DP3003",
                "did you mean 'log'?"
            },
            {
                "ships/x.yaml",
                Name + "citations: [{ article: log, quote: home, for: [hom] }]\n",
                "ships/x.yaml(2,48): DP1002",
                "did you mean 'home'?"
            },
            { "ships/x.yaml", Name + "citations: [{ article: log }]\n", "ships/x.yaml(2,13): DP1003", "'quote'" },
            { "ships.yaml", "albatros: { name: Another }\n", "ships.yaml(1,1): DP4001", "albatros.yaml(1,1)" },
            { "ships/Zephyr.yaml", Name, "ships/Zephyr.yaml(1,1): DP4002", "did you mean 'zephyr'?" },
            { "ships/x.yaml", Name + "csharpName: Boreas\n", "ships/x.yaml(2,13): DP4003", "Ships.Boreas" },
            {
                "ships/bor-eas.yaml",
                Name + "csharpName: Boreas\n",
                "ships/boreas.yaml(1,1): DP4003",
                "bor-eas.yaml(2,13)"
            },
            { "ships/x.yaml", Name + "csharpName: class\n", "ships/x.yaml(2,13): DP4004", "'class'" },
            { "shps/x.yaml", Name, "shps/x.yaml(1,1): DP1001", "did you mean 'ships'?" },
            { "articles/x.md", "No metadata here.\n", "articles/x.md(1,1): DP0008", "'---'" },
            { "articles/x.txt", "No metadata here.\n", "articles/x.txt(1,1): DP0008", "x.yaml" },
            {
                "schema/Crew.yaml",
                "plural: Crews\nproprties: {}\n",
                "schema/Crew.yaml(2,1): DP1011",
                "did you mean 'properties'?"
            },
            {
                "schema/Crew.yaml",
                "plural: Crews\nproperties:\n  ship: { range: Shp }\n",
                "schema/Crew.yaml(3,18): DP1012",
                "did you mean 'Ship'?"
            },
            {
                "schema/Crew.yaml",
                "plural: Crews\nproperties:\n  age: { type: int }\n",
                "schema/Crew.yaml(3,16): DP1012",
                ""
            },
            { "schema/Crew.yaml", "plural: Crews\nextends: [Harbour]\n", "schema/Crew.yaml(2,11): DP1010", "abstract" },
            {
                "schema/Crew.yaml",
                "plural: Crews\nextends: [Named]\nproperties:\n  name: { type: text }\n",
                "schema/Crew.yaml(4,3): DP1010",
                "two properties 'name'"
            },
            {
                "schema/Crew.yaml",
                "plural: Crews\nproperties:\n  at: { range: Harbour, reverse: { name: ships } }\n",
                "",
                "Harbour has a member 'ships' already"
            },
            {
                "schema/Crew.yaml",
                "plural: Crews\nproperties:\n  id: { type: text }\n",
                "schema/Crew.yaml(3,3): DP1010",
                "'id'"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_one_error_at_its_word_and_leaves_the_code_compiling(
        string path,
        string text,
        string expected,
        string message
    )
    {
        var generated = Samples
            .Harbours()
            .With(path, text)
            .Generate("class C { object O => Seeded.Ships.Albatros.Home!.Ships; }");

        var only = Assert.Single(generated.Messages);
        if (expected.Length > 0)
            Assert.Equal(expected, only);
        Assert.Contains(message, Assert.Single(generated.Texts), StringComparison.Ordinal);
        Assert.Empty(generated.CompilerMessages);
        Assert.Null(generated.Exception);
    }

    [Fact]
    public void A_seed_that_cannot_be_read_keeps_its_accessor_and_can_be_referred_to()
    {
        var generated = Samples
            .Harbours()
            .With("harbours/old-port.yaml", "name: [\n")
            .Generate("class C { object O => Seeded.Harbours.OldPort; }");

        Assert.Equal("DP0002", Assert.Single(generated.Messages).Split(' ')[^1]);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void All_mistakes_of_all_files_are_reported_in_one_build()
    {
        var generated = Samples
            .Harbours()
            .With("ships/x.yaml", "nam: Y\nhome: nowhere-at-all\naliases: { a: b }\n")
            .With("harbours/y.yaml", "name: Y\ndepth: deep\nopened: soon\n")
            .Generate();

        Assert.Equal(
            [
                "harbours/y.yaml(2,8): DP1004",
                "harbours/y.yaml(3,9): DP1005",
                "ships/x.yaml(1,1): DP1002",
                "ships/x.yaml(1,1): DP1003",
                "ships/x.yaml(2,7): DP2001",
                "ships/x.yaml(3,10): DP1004",
            ],
            generated.Messages
        );
    }

    [Fact]
    public void An_id_that_two_kinds_have_needs_the_kind_before_it()
    {
        var seeds = Samples.Harbours().With("harbours/boreas.yaml", "name: Boreas\n");

        Assert.Equal("ships/albatros.yaml(6,7): DP2003", Assert.Single(seeds.Generate().Messages));
        var cured = seeds.With("ships/albatros.yaml", "name: Albatros\nmet: [Harbour/boreas]\n").Generate();
        Assert.Empty(cured.Messages);
        Assert.Equal("Harbour", Assert.Single(cured.Entity("Ships", "Albatros").List("Met")).Get("Kind"));
    }

    [Fact]
    public void The_package_can_ask_that_every_entity_is_cited()
    {
        var generated = Samples
            .Harbours()
            .With("datapackage.yaml", "namespace: Seeded\ncitations: entity\n")
            .Generate();

        Assert.Equal(
            [
                "harbours/new-port.yaml(1,1): DP3005",
                "harbours/old-port.yaml(1,1): DP3005",
                "ships/boreas.yaml(1,1): DP3005",
            ],
            generated.Messages
        );
    }

    [Fact]
    public void Prefix_and_suffix_tell_equal_passages_apart()
    {
        var seeds = Samples
            .Harbours()
            .With("ships/x.yaml", "name: X\ncitations: [{ article: log, quote: ship, prefix: Some }]\n");

        var citation = Assert.Single(seeds.Generate().Entity("Ships", "X").List("Citations"));

        Assert.Equal(5, citation.Get("Start"));
    }
}
