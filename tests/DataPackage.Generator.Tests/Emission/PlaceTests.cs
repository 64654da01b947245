using DataPackage.Testing;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>From an entity back to the line that a curator wrote.</summary>
public class PlaceTests
{
    private const string NamedByFolder = "_DataPackageSeedsFolder";

    private static readonly Dictionary<string, string> WithLines = new()
    {
        [NamedByFolder] = "seeds",
        ["DataPackageSeedLines"] = "true",
    };

    private static SeedSet Ships() =>
        new SeedSet()
            .With("schema/Ship.yaml", "caption: name\nproperties:\n  name: { type: text, description: Her name. }\n")
            .With("ships/albatros.yaml", "# The oldest.\nname: Albatros\n")
            .With("ships/small/boreas.yml", "name: Boreas\n")
            .With("ships.yaml", "\nkormoran:\n  name: Kormoran\n\ntern: { name: Tern }\n")
            .With("articles/log.md", "---\ntitle: Log\n---\nText.\n");

    [Fact]
    public void An_entity_knows_the_file_and_the_line_that_a_curator_would_open()
    {
        var generated = Ships().Generate(options: new Dictionary<string, string> { [NamedByFolder] = "seeds" });

        Assert.Empty(generated.CompilerMessages);
        Assert.Equal(
            "seeds/ships/albatros.yaml(1)",
            generated.Entity("Ships", "Albatros").Get("DefinedAt")!.ToString()
        );
        Assert.Equal(
            "seeds/ships/small/boreas.yml(1)",
            generated.Entity("Ships", "Boreas").Get("DefinedAt")!.ToString()
        );
        Assert.Equal("seeds/ships.yaml(2)", generated.Entity("Ships", "Kormoran").Get("DefinedAt")!.ToString());
        Assert.Equal("seeds/ships.yaml(5)", generated.Entity("Ships", "Tern").Get("DefinedAt")!.ToString());
        Assert.Equal("seeds/articles/log.md(1)", generated.Entity("Articles", "Log").Get("DefinedAt")!.ToString());
    }

    [Fact]
    public void Of_two_entities_with_one_id_the_place_is_that_of_the_one_that_keeps_it()
    {
        var generated = Ships().With("ships.yaml", "tern: { name: Tern }\nalbatros: { name: Another }\n").Generate();

        Assert.Equal("ships/albatros.yaml(1)", generated.Entity("Ships", "Albatros").Get("DefinedAt")!.ToString());
    }

    /// <summary>More entities than one literal can hold, and line numbers of more than one digit.</summary>
    [Fact]
    public void Places_of_many_entities_are_all_right()
    {
        const int count = 20_000;
        var generated = new SeedSet()
            .With("schema/Ship.yaml", "properties:\n  name: { type: text }\n")
            .With("ships.yaml", string.Concat(Enumerable.Range(0, count).Select(i => $"s{i:00000}: {{}}\n")))
            .Generate();

        foreach (var row in new[] { 0, 1, 62, 63, 64, 4095, 4096, 8191, 8192, 16_384, count - 1 })
            Assert.Equal(
                $"ships.yaml({row + 1})",
                generated.Call("Ships", "Get", $"s{row:00000}")!.Get("DefinedAt")!.ToString()
            );
    }

    [Fact]
    public void The_usual_file_of_one_entity_adds_no_byte_for_each_entity()
    {
        static int Size(int count)
        {
            var seeds = new SeedSet().With("schema/Ship.yaml", "properties:\n  name: { type: text }\n");
            for (var i = 0; i < count; i++)
                seeds.With($"ships/s{i:000}.yaml", "name: S\n");
            return seeds.Generate().Source("Ship.Places.g.cs").Length;
        }

        Assert.Equal(Size(2), Size(200));
    }

    [Fact]
    public void A_debugger_that_steps_into_an_accessor_is_shown_the_seed_at_its_line()
    {
        var generated = Ships().Generate(options: WithLines);

        Assert.Empty(generated.CompilerMessages);
        Assert.Equal(
            [
                "Albatros ships/albatros.yaml(1)",
                "Boreas ships/small/boreas.yml(1)",
                "Kormoran ships.yaml(2)",
                "Tern ships.yaml(5)",
            ],
            Accessors(generated, "Ships")
        );
    }

    [Fact]
    public void Unless_the_project_asks_for_it_no_generated_file_names_a_path()
    {
        var generated = Ships().Generate(options: new Dictionary<string, string> { [NamedByFolder] = "seeds" });

        Assert.DoesNotContain(generated.Sources, source => NamesLine(source.SourceText.ToString()));
        Assert.Empty(Accessors(generated, "Ships"));
    }

    /// <summary>Paths in #line directives have no escapes: for a path that is not ASCII the directive is left out, and
    /// the accessor stays.</summary>
    [Theory]
    [InlineData("ships/M\u00F6we/albatros.yaml")]
    [InlineData("ships/\u65E5\u672C/albatros.yaml")]
    public void A_path_that_a_directive_cannot_hold_costs_the_step_and_nothing_else(string path)
    {
        var generated = new SeedSet()
            .With("schema/Ship.yaml", "properties:\n  name: { type: text }\n")
            .With(path, "name: Albatros\n")
            .Generate(options: WithLines);

        Assert.Empty(generated.CompilerMessages);
        Assert.False(NamesLine(generated.Source("Ships.g.cs")));
        Assert.Equal($"seeds/{path}(1)", generated.Entity("Ships", "Albatros").Get("DefinedAt")!.ToString());
    }

    private static bool NamesLine(string code) =>
        code.Replace("#line hidden", "", StringComparison.Ordinal).Contains("#line", StringComparison.Ordinal);

    private static List<string> Accessors(Generated generated, string catalog)
    {
        var (assembly, symbols) = generated.Emit();
        return AccessorPlaces.Of(assembly, symbols, catalog);
    }
}
