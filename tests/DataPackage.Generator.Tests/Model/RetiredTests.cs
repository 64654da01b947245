using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Model;

/// <summary>An id that is given up is answered for: in the editor, in code that was compiled before, and in what stored
/// it.</summary>
public class RetiredTests
{
    private const string Split = """
        Ship/convoy:
          since: 2.0.0
          because: These were two ships.
          see: [Ship/albatros, tern]
        """;

    private const string SplitBySlash = """
        Ship/convoy:
          since: 2.0.0
          because: These were two ships.
          see: [Ship/albatros, Ship/tern]
        Ship/ghost:
          since: 2.1.0
          because: It never sailed
          see: Port/oslo
        Ship/rumour: { since: 2.1.0, because: Nobody saw it }
        """;

    private static SeedSet Fleet(string retired = SplitBySlash) =>
        new SeedSet()
            .With(
                "schema/Ship.yaml",
                "caption: name\ngroupBy: [flag]\n"
                    + "properties: { name: { type: text }, flag: { type: text }, sister: { range: Ship } }"
            )
            .With("schema/Port.yaml", "caption: name\nproperties: { name: { type: text } }")
            .With("ships/albatros.yaml", "name: Albatros\nformerIds: [gull]")
            .With("ships/tern.yaml", "name: Tern\nflag: NO")
            .With("ports/oslo.yaml", "name: Oslo")
            .With("releases/retired.yaml", retired);

    private static string Use(string expression) =>
        "/// <summary>A</summary>\npublic static class Program { /// <summary>B</summary>\n"
        + $"public static object Answer => Seeded.{expression}; }}";

    [Theory]
    [InlineData("Convoy", "Split in 2.0.0: These were two ships. See Ships.Albatros or Ships.Tern.")]
    [InlineData("Ghost", "Retired in 2.1.0: It never sailed. See Ports.Oslo.")]
    [InlineData("Rumour", "Retired in 2.1.0: Nobody saw it.")]
    public void Code_that_names_a_retired_entity_does_not_compile_and_reads_what_to_use(string accessor, string notice)
    {
        var message = Assert.Single(Fleet().Generate(Use("Ships." + accessor)).CompilerMessages);

        Assert.Contains($"error CS0619: 'Ships.{accessor}' is obsolete: '{notice}'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_was_compiled_before_gets_an_exception_that_says_the_same()
    {
        var called = Assert.Throws<TargetInvocationException>(() => Fleet().Generate().Entity("Ships", "Convoy"));

        Assert.Equal(
            "Ship/convoy was split in 2.0.0: These were two ships. See Ship/albatros or Ship/tern.",
            Assert.IsType<KeyNotFoundException>(called.InnerException).Message
        );
    }

    [Theory]
    [InlineData("albatros", ResolutionStatus.Found, "albatros", "", "Ship/albatros is there.")]
    [InlineData("gull", ResolutionStatus.Renamed, "albatros", "", "Ship/gull is called 'albatros' now.")]
    [InlineData(
        "convoy",
        ResolutionStatus.Split,
        null,
        "albatros, tern",
        "Ship/convoy was split in 2.0.0: These were two ships. See Ship/albatros or Ship/tern."
    )]
    [InlineData(
        "ghost",
        ResolutionStatus.Retired,
        null,
        "oslo",
        "Ship/ghost was retired in 2.1.0: It never sailed. See Port/oslo."
    )]
    [InlineData("rumour", ResolutionStatus.Retired, null, "", "Ship/rumour was retired in 2.1.0: Nobody saw it.")]
    [InlineData(
        "albatross",
        ResolutionStatus.Unknown,
        null,
        "",
        "There is no Ship with the id 'albatross'. Did you mean 'albatros'?"
    )]
    public void A_stored_id_resolves_to_what_became_of_it(
        string id,
        ResolutionStatus status,
        string? entity,
        string successors,
        string sentence
    )
    {
        var found = Fleet().Generate().Call("Ships", "Resolve", id)!;

        Assert.Equal(id, found.Get("Id"));
        Assert.Equal(status, found.Get("Status"));
        Assert.Equal(entity is not null, found.Get("HasEntity"));
        Assert.Equal(entity, ((IEntity?)found.Get("Entity"))?.Id);
        Assert.Equal(successors, string.Join(", ", found.List("Successors").Cast<IEntity>().Select(each => each.Id)));
        Assert.Equal(status is ResolutionStatus.Split or ResolutionStatus.Retired, found.Get("Since") is not null);
        Assert.Equal(found.Get("Since") is null, found.Get("Because") is null);
        Assert.Equal(sentence, found.ToString());
    }

    [Fact]
    public void Get_Parse_and_JSON_say_what_became_of_the_id()
    {
        var generated = Fleet().Generate();
        const string said = "Ship/rumour was retired in 2.1.0: Nobody saw it.";
        var ship = generated.Entity("Ships", "Tern").GetType();

        var got = Assert.Throws<TargetInvocationException>(() => generated.Call("Ships", "Get", "rumour"));
        var parsed = Assert.Throws<TargetInvocationException>(() =>
            ship.GetMethod("Parse")!.Invoke(null, ["rumour", null])
        );
        var read = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("\"rumour\"", ship));

        Assert.Equal(said, got.InnerException!.Message);
        Assert.Equal(said, Assert.IsType<FormatException>(parsed.InnerException).Message);
        Assert.Contains(said, read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retired_entity_leaves_its_accessor_to_another_entity_and_to_the_catalog()
    {
        var generated = Fleet("Ship/Albatros: { since: 2.0.0, because: A }\nShip/all: { since: 2.0.0, because: B }")
            .Generate();

        Assert.Equal([], generated.CompilerMessages);
        Assert.Equal("Albatros", generated.Entity("Ships", "Albatros").Get("Name"));
    }

    [Fact]
    public void It_keeps_the_names_in_CSharp_that_releases_recorded()
    {
        const string lines =
            "datapackage-ledger\t1\nreleased\t2.0.0\n"
            + "accessor\tShips.All\t1.0.0\tretired\t2.0.0\tShip/x\n"
            + "accessor\tShips.Xebec\t1.0.0\tretired\t2.0.0\tShip/x\n"
            + "id\tShip/x\t1.0.0\tretired\t2.0.0\n";
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
        var generated = Fleet("Ship/x: { since: 2.0.0, because: B }")
            .With("releases/ledger.tsv", lines + $"checksum\t{checksum}\n")
            .Generate();

        Assert.Equal([], generated.Messages);
        Assert.Equal([], generated.CompilerMessages);
        Assert.Contains(
            "[global::System.Obsolete(\"Retired in 2.0.0: B.\", error: true)]\n"
                + "    public static global::Seeded.Ship Xebec => ",
            generated.Source("Ships.Retired.g.cs"),
            StringComparison.Ordinal
        );
    }

    /// <summary>A line of its own in the log of a build would be taken for a message.</summary>
    [Fact]
    public void A_reason_of_several_lines_is_one_line_for_the_compiler()
    {
        const string reason = "|\n    One.\n    x.cs(1,1): error X: Two!\n";
        var retired = Fleet($"Ship/rumour:\n  since: 2.0.0\n  because: {reason}").Generate(Use("Ships.Rumour"));
        var deprecated = Fleet("")
            .With("ships/tern.yaml", $"name: Tern\ndeprecated:\n  because: {reason}")
            .Generate(Use("Ships.Tern"));

        Assert.Contains(
            "'Retired in 2.0.0: One. x.cs(1,1): error X: Two!'",
            Assert.Single(retired.CompilerMessages),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'One. x.cs(1,1): error X: Two!'",
            Assert.Single(deprecated.CompilerMessages),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Ship/rumour was retired in 2.0.0: One. x.cs(1,1): error X: Two!",
            Fleet($"Ship/rumour:\n  since: 2.0.0\n  because: {reason}")
                .Generate()
                .Call("Ships", "Resolve", "rumour")!
                .ToString()
        );
    }

    [Fact]
    public void Two_successors_that_became_one_are_one() =>
        Assert.Equal(
            "Ship/convoy was retired in 2.0.0: A. See Ship/albatros.",
            Fleet("Ship/convoy: { since: 2.0.0, because: A, see: [Ship/albatros, Ship/gull] }")
                .Generate()
                .Call("Ships", "Resolve", "convoy")!
                .ToString()
        );

    [Fact]
    public void What_is_retired_beside_an_entity_of_the_same_id_makes_no_code()
    {
        var generated = Fleet("Ship/tern: { since: 2.0.0, because: A }\nShip/gull: { since: 2.0.0, because: B }");

        Assert.DoesNotContain(
            generated.Generate().Sources,
            source => source.HintName.Contains("Retired", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Split)]
    [InlineData("Kraken/x: { since: 1.0.0, because: A }\nship: { since: 1.0.0, because: A }\n/: 1\n? [a]\n: b")]
    [InlineData("Ship/\"\\u2028*/: { since: '\"', because: \"*/\\n\\u2028<\", see: ['', /, Ship/] }")]
    public void Whatever_the_file_says_the_code_compiles(string retired) =>
        Assert.Equal([], Fleet(retired).Generate().CompilerMessages);

    [Fact]
    public void A_deprecated_entity_works_and_warns_of_the_release_that_gives_it_up()
    {
        var fleet = Fleet("")
            .With(
                "ships/tern.yaml",
                """
                name: Tern
                flag: NO
                deprecated: { because: It was a boat, see: [oslo, Ship/albatros], until: 3.0.0 }
                """
            );
        const string said = "It was a boat. See Ports.Oslo or Ships.Albatros. It is gone in 3.0.0.";

        Assert.Equal([], fleet.Generate().Messages);
        foreach (var accessor in new[] { "Ships.Tern", "Ships.ByFlag.NO.Tern" })
            Assert.Contains(
                $"is obsolete: '{said}'",
                Assert.Single(fleet.Generate(Use(accessor)).CompilerMessages),
                StringComparison.Ordinal
            );
        Assert.Equal("Tern", fleet.Generate().Entity("Ships", "Tern").Get("Name"));
    }

    [Theory]
    [InlineData("deprecated: Because", "'deprecated' takes a mapping, but here is the text 'Because'")]
    [InlineData("deprecated: {}", "The deprecation of 'tern' lacks the required property 'because'")]
    [InlineData("deprecated: { because: A, untill: 2.0.0 }", "untill")]
    [InlineData("deprecated: { because: A, until: soon }", "a version such as 2.0.0")]
    [InlineData(
        "deprecated: { because: A, see: albatos }",
        "There is no entity with the id 'albatos'; did you mean 'albatros'?"
    )]
    public void A_mistake_in_a_deprecation_is_reported(string seed, string said) =>
        Assert.Contains(
            said,
            Assert.Single(Fleet("").With("ships/tern.yaml", "name: Tern\n" + seed).Generate().Texts),
            StringComparison.Ordinal
        );

    [Fact]
    public void Where_deprecated_is_a_property_it_is_data()
    {
        var declared = new SeedSet()
            .With("schema/Api.yaml", "properties: { deprecated: { type: boolean } }")
            .With("apis/a.yaml", "deprecated: true")
            .Generate();
        var inferred = new SeedSet().With("apis.yaml", "a: { deprecated: true }\nb: { deprecated: false }").Generate();

        Assert.Equal([], declared.CompilerMessages);
        Assert.Equal(true, declared.Entity("Apis", "A").Get("Deprecated"));
        Assert.Equal(true, inferred.Entity("Apis", "A").Get("Deprecated"));
    }
}
