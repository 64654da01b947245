using System.Reflection;
using System.Text.Json;
using DataPackage.Engine.Delivery;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Runtime;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DataPackage.Generator.Tests.Delivery;

/// <summary>However the bytes of a package reach its assembly, whoever uses it sees the same.</summary>
public class DeliveryTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Whole = new() { Converters = { new JsonWholeEntityConverter() } };

    private static readonly Dictionary<string, string> ForEditor = new() { ["_DataPackageIsForEditor"] = "true" };

    private static SeedSet Ships() =>
        new SeedSet()
            .With("schema/Ship.yaml", "caption: name\nproperties:\n  name: { type: text }\n  sister: { range: Ship }\n")
            .With("ships/albatros.yaml", "name: Albatros\nsister: boreas\nformerIds: [old-albatros]\n")
            .With("ships/boreas.yaml", "name: Boreas\n")
            .With("ships/cormorant.yaml", "name: Cormorant\n");

    [Fact]
    public void A_random_package_has_the_same_messages_members_and_data_in_both_deliveries()
    {
        var run = FuzzRun.FromEnvironment(15);
        output.WriteLine(FuzzRun.Again(run.Seed) + $" (and {run.Count - 1:N0} more)");
        foreach (var seed in run.Seeds)
        {
            var package = RandomPackage.Make(seed, entities: 16);
            var (literals, resource) = (package.Generate(), Deliveries.Generate(package));

            Assert.Equal(literals.Messages, resource.Messages);
            Assert.Equal(literals.Texts.Order(StringComparer.Ordinal), resource.Texts.Order(StringComparer.Ordinal));
            if (literals.Errors.Count > 0)
                continue;
            Assert.Empty(resource.CompilerMessages);
            Assert.Equal(MembersOf(literals), MembersOf(resource));
            Assert.Equal(DataOf(literals), DataOf(resource));
        }
    }

    /// <summary>The program before the compiler keeps no tree that it has bound, and searches all for these
    /// words.</summary>
    [Fact]
    public void Words_of_a_protected_article_are_found_in_both_deliveries()
    {
        var seeds = Samples
            .Harbours()
            .With(
                "articles/secret.md",
                "---\ntitle: Secret\nredistribute: false\n---\nHe said that no lamp had burned for nine years.\n"
            )
            .With("harbours/drift.yaml", "name: She said that no lamp had burned for nine days\n");

        var resource = Deliveries.Generate(seeds);

        Assert.Equal(["harbours/drift.yaml(1,7): DP0020"], resource.Messages);
        Assert.Equal(seeds.Generate().Texts, resource.Texts);
    }

    /// <summary>A kind that is inferred needs all trees before the first is bound.</summary>
    [Fact]
    public void A_kind_without_a_schema_is_inferred_in_both_deliveries()
    {
        var seeds = Ships()
            .With("lamps/north.yaml", "name: North\nheight: 12\n")
            .With("lamps/south.yaml", "name: South\nheight: tall\n");

        var (literals, resource) = (seeds.Generate(), Deliveries.Generate(seeds));

        Assert.Empty(resource.CompilerMessages);
        Assert.Contains("Seeded.Lamp", MembersOf(resource).Select(member => member.Split(':')[0]));
        Assert.Equal(MembersOf(literals), MembersOf(resource));
        Assert.Equal(DataOf(literals), DataOf(resource));
    }

    [Fact]
    public void Code_whose_bytes_are_a_resource_holds_none_and_documents_the_first_accessor_of_a_file_alone()
    {
        var generated = Deliveries.Generate(Ships());

        Assert.Empty(generated.CompilerMessages);
        Assert.DoesNotContain(generated.Sources, source => HasBytes(source.SourceText.ToString()));
        var catalog = generated.Source("Ships.g.cs");
        Assert.Contains("/// Albatros (ship).", catalog, StringComparison.Ordinal);
        Assert.DoesNotContain("Boreas (ship)", catalog, StringComparison.Ordinal);
        Assert.DoesNotContain("The former name", catalog, StringComparison.Ordinal);
    }

    [Fact]
    public void What_code_leaves_undocumented_is_kept_as_the_compiler_would_write_it()
    {
        var run = Deliveries
            .Of(Ships(), new Dictionary<string, string>())
            .Documentation.Single(run => run.First == "P:Seeded.Ships.Albatros");

        Assert.Equal(
            """
                    <member name="P:Seeded.Ships.OldAlbatros">
                        <summary>The former name of <see cref="P:Seeded.Ships.Albatros"/>; the same instance.</summary>
                    </member>
                    <member name="P:Seeded.Ships.Boreas">
                        <summary>Boreas (ship).</summary>
                    </member>
                    <member name="P:Seeded.Ships.Cormorant">
                        <summary>Cormorant (ship).</summary>
                    </member>

            """,
            run.Others,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public void An_editor_gets_the_same_members_messages_and_documentation_and_no_bytes()
    {
        var run = FuzzRun.FromEnvironment(5);
        output.WriteLine(FuzzRun.Again(run.Seed) + $" (and {run.Count - 1:N0} more)");
        foreach (var seed in run.Seeds)
        {
            var package = RandomPackage.Make(seed, entities: 16);
            var (built, shown) = (package.Generate(), package.Generate(options: ForEditor));

            Assert.Equal(built.Messages, shown.Messages);
            if (built.Errors.Count > 0)
                continue;
            Assert.Empty(shown.CompilerMessages);
            Assert.Equal(MembersOf(built), MembersOf(shown));
            Assert.DoesNotContain(shown.Sources, source => HasBytes(source.SourceText.ToString()));
            foreach (var source in shown.Sources.Where(IsSeen))
                Assert.Equal(built.Source(source.HintName), source.SourceText.ToString());
        }
    }

    /// <summary>Whether a file has nothing to do with bytes and restarts.</summary>
    private static bool IsSeen(GeneratedSourceResult source) =>
        !source.HintName.EndsWith(".Data.g.cs", StringComparison.Ordinal) && source.HintName != "Package_Info.g.cs";

    /// <summary>A hot reload cannot remove a constant, and cannot replace a resource.</summary>
    [Fact]
    public void Edited_data_of_a_resource_restart_a_running_program()
    {
        Assert.NotEqual(
            MarkerOf(Ships().Generate(options: ForEditor)),
            MarkerOf(Ships().With("ships/boreas.yaml", "name: Boreal\n").Generate(options: ForEditor))
        );
        Assert.Equal(
            MarkerOf(Ships().Generate(options: ForEditor)),
            MarkerOf(Ships().With("ships/boreas.yaml", "# Her register.\nname: Boreas\n").Generate(options: ForEditor))
        );
    }

    [Fact]
    public void A_compiled_package_is_read_as_it_was_written()
    {
        var position = new SeedPosition("C:\\seeds\\\ud800.yaml", new(3, 4), new(new(1, 2), new(5, 6)));
        var package = new CompiledPackage(
            new[] { new CompiledFile("A.g.cs", "1:\n2:"), new CompiledFile("B.g.cs", "") }.ToEquatableArray(),
            new[]
            {
                new SeedDiagnostic(Rules.MalformedYaml, position, new(["\\u0041 \0 \ud83d\ude00 \udc00"])),
                new SeedDiagnostic(Rules.InternalError, default, new(["", "b"])),
            }.ToEquatableArray()
        );

        Assert.Equal(package, CompiledPackage.Read(package.Write()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("DataPackage")]
    [InlineData("13:DataPackage 0\n1:0\n1:0\n")]
    [InlineData("13:DataPackage 1\n1:0\n1:1\n99:A\n")]
    [InlineData("13:DataPackage 1\n1:x\n")]
    public void A_compiled_package_that_is_damaged_is_one_message_and_no_code(string text)
    {
        var generated = SeedSet.Hand(new Delivered(text, []));

        Assert.Equal(["DP0001"], generated.Messages);
        Assert.Empty(generated.Sources);
    }

    [Fact]
    public void A_compiled_package_that_the_compiler_does_not_get_is_one_message()
    {
        var empty = new Delivered(new CompiledPackage(default, default).Write(), []);

        var generated = SeedSet.Hand(empty, path: "elsewhere/" + Delivered.Path);

        Assert.Equal(["DP0001"], generated.Messages);
        Assert.Contains("elsewhere/" + Delivered.Path, generated.Texts.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Bytes_that_a_resource_lacks_are_an_exception_that_says_so(int length)
    {
        var package = Deliveries.Of(Ships(), new Dictionary<string, string>());
        var generated = SeedSet.Hand(new Delivered(package.Compiled.Write(), package.Resource[..length]));

        var failure = Assert.Throws<TargetInvocationException>(() => generated.Call("Ships", "Get", "boreas"));
        Assert.IsType<InvalidDataException>(failure.InnerException);
    }

    private static bool HasBytes(string code) => code.Contains("\"u8", StringComparison.Ordinal);

    private static string MarkerOf(Generated generated) =>
        generated
            .Source("Package_Info.g.cs")
            .Split('\n')
            .Single(line => line.Contains("RestartIfGone_", StringComparison.Ordinal));

    private static IEnumerable<string> MembersOf(Generated generated) =>
        generated
            .Load()
            .GetExportedTypes()
            .SelectMany(type => type.GetMembers().Select(member => $"{type.FullName}: {member}"))
            .Order(StringComparer.Ordinal);

    private static List<string> DataOf(Generated generated) =>
        [
            .. generated
                .Load()
                .GetExportedTypes()
                .Where(type => type.BaseType?.Name.EndsWith("_Lookups", StringComparison.Ordinal) == true)
                .SelectMany(catalog => generated.Call(catalog.FullName!, "All")!.List())
                .Select(entity =>
                    $"{entity!.Get("DefinedAt")} {JsonSerializer.Serialize(entity, entity!.GetType(), Whole)}"
                ),
        ];
}
