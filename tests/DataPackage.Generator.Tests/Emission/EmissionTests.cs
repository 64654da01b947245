using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Emission;

public class EmissionTests
{
    [Fact]
    public void What_the_seeds_say_can_be_read_back_with_its_types()
    {
        var generated = Samples.Harbours().Generate();
        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);

        var port = generated.Entity("Harbours", "OldPort");
        Assert.Equal("Alter Hafen", ((LocalizedText)port.Get("Name")!)["de"]);
        Assert.Equal(["Vieux-Port"], port.List("Aliases"));
        Assert.Equal("1844~", port.Get("Opened")!.ToString());
        Assert.Equal(8.50m, port.Get("Depth"));
        Assert.Equal("Large", port.Get("Size")!.ToString());
        Assert.Equal("FR", port.Get("Code"));
        Assert.Equal("Old Port", port.Get("Caption"));

        var bare = generated.Entity("Harbours", "NewPort");
        Assert.Null(bare.Get("Depth"));
        Assert.Null(bare.Get("Size"));
        Assert.Null(bare.Get("Opened"));
        Assert.Empty(bare.List("Aliases"));
    }

    [Fact]
    public void References_embedded_values_and_reverses_lead_to_the_same_instances()
    {
        var generated = Samples.Harbours().Generate();
        var (albatros, boreas) = (generated.Entity("Ships", "Albatros"), generated.Entity("Ships", "Boreas"));
        var port = generated.Entity("Harbours", "OldPort");

        Assert.Same(port, albatros.Get("Home"));
        Assert.Same(albatros, Assert.Single(port.List("Ships")));
        Assert.Equal([boreas, port], albatros.List("Met"));
        Assert.Same(albatros, Assert.Single(port.List("MetBy")));
        Assert.Same(boreas, Assert.Single(albatros.List("MetBy")));
        var calls = albatros.List("Calls");
        Assert.Same(generated.Entity("Harbours", "NewPort"), calls[0].Get("Harbour"));
        Assert.Equal("1901-05", calls[0].Get("Date")!.ToString());
    }

    [Fact]
    public void A_citation_knows_the_passage_in_code_points_and_its_paragraph()
    {
        var generated = Samples.Harbours().Generate();
        var citation = (Citation)Assert.Single(generated.Entity("Ships", "Albatros").List("Citations"));

        Assert.Equal("The \"Albatros\" is at home \u2013 always \u2013 in the\nOld Port", citation.Quote);
        Assert.Equal(2, citation.Paragraph);
        Assert.Equal(["home"], citation.For);
        Assert.Same(generated.Entity("Articles", "Log"), citation.Article);
        var codePoints = citation
            .Article.Text!.EnumerateRunes()
            .Skip(citation.Start)
            .Take(citation.End - citation.Start);
        Assert.Equal(citation.Quote, string.Concat(codePoints));
    }

    [Fact]
    public void Entities_are_found_by_id_and_by_any_name()
    {
        var generated = Samples.Harbours().Generate();
        var port = generated.Entity("Harbours", "OldPort");

        Assert.Same(port, generated.Call("Harbours", "Get", "old-port"));
        foreach (var name in new[] { "Old Port", "OLD  PORT", "alter hafen", "vieux port", "Vieux-Port" })
            Assert.Same(port, generated.Call("Harbours", "Find", name));
        Assert.Null(generated.Call("Harbours", "Find", "old-harbour"));
    }

    [Fact]
    public void Entities_that_refer_to_one_another_can_be_compared_hashed_and_printed()
    {
        var generated = Samples.Harbours().Generate();
        var albatros = (IEntity)generated.Entity("Ships", "Albatros");
        var again = (IEntity)Samples.Harbours().Generate().Entity("Ships", "Albatros");

        Assert.Equal("Albatros (albatros)", albatros.ToString());
        Assert.Equal(albatros.ToString("F"), again.ToString("F"));
        Assert.Contains("Met = [boreas, old-port]", albatros.ToString("F"), StringComparison.Ordinal);
        Assert.True(albatros.Equals(generated.Call("Ships", "Get", "albatros")));
        Assert.NotEqual(0, albatros.GetHashCode());
    }

    [Fact]
    public void A_variant_keeps_what_it_does_not_change_and_can_clear_what_the_package_states()
    {
        const string code = """
            internal static class Variants
            {
                public static Seeded.Harbour Cleared => Seeded.Harbours.OldPort with { Opened = null, Depth = null, Aliases = [] };
                public static bool IsEqualAgain => (Cleared with { Opened = DataPackage.Runtime.EdtfDate.Parse("1844~"), Depth = 8.5m, Aliases = ["Vieux-Port"] }) == Seeded.Harbours.OldPort;
                public static Seeded.Ship Own => new() { Id = "own", Name = DataPackage.Runtime.LocalizedText.Of(("en", "Own")) };
            }
            """;
        var generated = Samples.Harbours().Generate("namespace Seeded { " + code + " }");
        Assert.Empty(generated.CompilerMessages);

        var cleared = generated.Entity("Variants", "Cleared");
        Assert.Null(cleared.Get("Opened"));
        Assert.Null(cleared.Get("Depth"));
        Assert.Empty(cleared.List("Aliases"));
        Assert.Equal("FR", cleared.Get("Code"));
        Assert.Equal(true, generated.Call("Variants", "IsEqualAgain"));
        var own = generated.Entity("Variants", "Own");
        Assert.Equal("Own", own.Get("Caption"));
        Assert.Null(own.Get("Home"));
        Assert.Empty(own.List("MetBy"));
    }

    [Fact]
    public void An_entity_is_documented_with_what_it_is_what_it_refers_to_and_the_passages_that_say_so()
    {
        var source = Samples.Harbours().Generate().Source("Ships.g.cs");

        Assert.Contains("/// Albatros (ship).", source, StringComparison.Ordinal);
        Assert.Contains(
            "<para>Home: <see cref=\"P:Seeded.Harbours.OldPort\"/> (&#x201C;The \"Albatros\" is at home &#x2013; always &#x2013; in the Old Port&#x201D; "
                + "&#x2014; <see cref=\"P:Seeded.Articles.Log\"/>, paragraph 2)</para>",
            source,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "&#x201C;The ship&#x201D;")]
    [InlineData("language: fr\n", "&#x201C;Le navire&#x201D;")]
    [InlineData("language: de-AT\n", "&#x201C;Das Schiff&#x201D;")]
    [InlineData("language: sv\n", "&#x201C;Das Schiff&#x201D;")]
    public void A_passage_in_the_language_of_the_package_is_shown_before_others(string package, string shown)
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "name: ships\n" + package)
            .With("schema/Ship.yaml", "plural: Ships\nproperties: { name: { type: text }, hue: { type: text } }\n")
            .With("articles/de.md", "---\ntitle: D\nlanguage: de\n---\nDas Schiff ist grün.\n")
            .With("articles/en.md", "---\ntitle: E\nlanguage: en-GB\n---\nThe ship is green.\n")
            .With("articles/fr.md", "---\ntitle: F\nlanguage: fr\n---\nLe navire est vert.\n")
            .With(
                "ships/moewe.yaml",
                """
                name: Möwe
                hue: green
                citations:
                  - { article: de, quote: Das Schiff, for: hue }
                  - { article: en, quote: The ship, for: hue }
                  - { article: fr, quote: Le navire, for: hue }
                """
            )
            .Generate();

        Assert.Empty(generated.Errors);
        var code = generated.Source("Ships.g.cs");
        Assert.Contains("Hue: green (" + shown, code, StringComparison.Ordinal);
        Assert.Contains("2 more citations", code, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_documentation_of_an_entity_links_to_is_there() =>
        Samples.Harbours().Generate().AssertLinksLead();

    [Fact]
    public void Names_that_mean_something_in_CSharp_are_names_all_the_same()
    {
        string[] words =
        [
            "class",
            "event",
            "field",
            "value",
            "set",
            "string",
            "namespace",
            "global",
            "var",
            "row",
            "other",
            "builder",
        ];
        var properties = string.Concat(words.Select(word => $"  {word}: {{ type: text }}\n"));
        var seeds = new SeedSet().With("schema/Word.yaml", "plural: Words\nproperties:\n" + properties);
        foreach (var id in words.Concat(["all", "find", "get-type", "equals", "to-string", "words", "3d"]))
            seeds.With($"words/{id}.yaml", string.Concat(words.Select(word => $"{word}: {word}\n")));

        var generated = seeds.Generate(
            "class C { object O => (Seeded.Words.All_, Seeded.Words._3d, Seeded.Words.Class, Seeded.Words.Words_, Seeded.Words.Equals_); }"
        );

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal("namespace", generated.Entity("Words", "Event").Get("Namespace"));
    }

    [Fact]
    public void Every_type_works_alone_and_in_lists_required_and_optional_in_entities_and_in_embedded_values()
    {
        var types = new Dictionary<string, (string Schema, string Yaml, string Expected)>
        {
            ["text"] = ("type: text", "012", "012"),
            ["localized"] = ("type: text, localized: true", "{ en: Norway, nb: 'NO' }", "Norway"),
            ["markdown"] = ("type: markdown", "'*so*'", "*so*"),
            ["integer"] = ("type: integer", "-42", "-42"),
            ["decimal"] = ("type: decimal", "1.10", "1.10"),
            ["boolean"] = ("type: boolean", "true", "True"),
            ["date"] = ("type: date", "'[1975,1976]'", "[1975,1976]"),
            ["url"] = ("type: url", "https://example.org/a", "https://example.org/a"),
            ["money"] = ("type: money", "{ amount: 12.50, currency: EUR }", "12.50 EUR"),
            ["language"] = ("type: language", "pt-BR", "pt-BR"),
            ["identifier"] = ("type: identifier, format: qid", "Q42", "Q42"),
            ["choice"] = ("type: enum, values: { low-tide: Low., high-tide: High. }", "high-tide", "HighTide"),
            ["reference"] = ("range: Harbour", "old-port", "old-port"),
            ["abstractReference"] = ("range: Named", "old-port", "old-port"),
            ["embedded"] = ("range: Call", "{ harbour: old-port }", "Call { Harbour = old-port }"),
        };
        string Schema() =>
            string.Concat(
                types.Select(type =>
                    $"  {type.Key}Optional: {{ {type.Value.Schema} }}\n  {type.Key}Required: {{ {type.Value.Schema}, required: true }}\n  {type.Key}Many: {{ {type.Value.Schema}, cardinality: many }}\n  {type.Key}Absent: {{ {type.Value.Schema} }}\n"
                )
            );
        string Values(string indent) =>
            string.Concat(
                types.Select(type =>
                    $"{indent}{type.Key}Optional: {type.Value.Yaml}\n{indent}{type.Key}Required: {type.Value.Yaml}\n{indent}{type.Key}Many: [{type.Value.Yaml}, {type.Value.Yaml}]\n"
                )
            );
        var generated = Samples
            .Harbours()
            .With("schema/Everything.yaml", "plural: Everythings\nproperties:\n  part: { range: Part }\n" + Schema())
            .With("schema/Part.yaml", "embedded: true\nproperties:\n" + Schema())
            .With("everythings/one.yaml", Values("") + "part:\n" + Values("  "))
            .Generate();

        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        var one = generated.Entity("Everythings", "One");
        foreach (var holder in new[] { one, one.Get("Part")! })
        foreach (var (name, (_, _, expected)) in types)
        {
            var member = char.ToUpperInvariant(name[0]) + name[1..];
            string Print(object? value) =>
                value is IEntity entity
                    ? entity.Id
                    : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
            Assert.Equal(expected, Print(holder.Get(member + "Optional")));
            Assert.Equal(expected, Print(holder.Get(member + "Required")));
            Assert.Equal([expected, expected], holder.List(member + "Many").Select(Print));
            Assert.Null(holder.Get(member + "Absent"));
        }
    }

    [Fact]
    public void Many_entities_in_many_chunks_are_all_found()
    {
        const int count = 9_000;
        var text = new string('x', 40);
        var seeds = Samples
            .Harbours()
            .With(
                "ships.yaml",
                string.Concat(
                    Enumerable.Range(0, count).Select(i => $"ship-{i}: {{ name: Ship {i} é, aliases: [{text}{i}] }}\n")
                )
            );
        var generated = seeds.Generate();

        Assert.Empty(generated.Messages);
        Assert.Contains(generated.Sources, source => source.HintName == "Ship.Values.1.g.cs");
        Assert.Contains(generated.Sources, source => source.HintName == "Ship.Names.1.g.cs");
        for (var i = 0; i < count; i += 7)
        {
            var ship = generated.Call("Ships", "Get", $"ship-{i}")!;
            Assert.Equal($"ship-{i}", ship.Get("Id"));
            Assert.Same(ship, generated.Call("Ships", "Find", $"SHIP {i} E"));
            Assert.Same(ship, generated.Call("Ships", "Find", text + i));
        }
    }

    [Fact]
    public void An_article_that_may_not_be_redistributed_leaves_no_text()
    {
        var seeds = Samples.Harbours();
        var generated = seeds
            .With(
                "articles/log.md",
                """
                ---
                title: From the log
                redistribute: false
                ---
                The "Albatros" is at home - always - in the Old Port.
                """
            )
            .Generate();

        Assert.Empty(generated.Messages);
        Assert.All(
            generated.Sources,
            source => Assert.DoesNotContain("at home - always", source.SourceText.ToString(), StringComparison.Ordinal)
        );
        var citation = (Citation)Assert.Single(generated.Entity("Ships", "Albatros").List("Citations"));
        Assert.Null(citation.Quote);
        Assert.Equal(1, citation.Paragraph);
        Assert.NotNull(citation.Article.Sha256);
    }

    [Fact]
    public void A_plain_text_with_a_sidecar_is_an_article_whose_lines_are_paragraphs()
    {
        var generated = Samples
            .Harbours()
            .With("articles/notiz.txt", "Ein Schiff lag im Hafen.\r\nEs hieß „Möwe“ und war grün.\r\n")
            .With("articles/notiz.yaml", "title: Notiz\nlanguage: de\n")
            .With("ships/moewe.yaml", "name: Möwe\ncitations: [{ article: notiz, quote: Es hieß \"Möwe\" }]\n")
            .Generate();

        Assert.Empty(generated.Messages);
        var citation = (Citation)Assert.Single(generated.Entity("Ships", "Moewe").List("Citations"));
        Assert.Equal("Es hieß „Möwe“", citation.Quote);
        Assert.Equal(2, citation.Paragraph);
    }
}
