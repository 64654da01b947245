using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.EditorSchemas;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>Every type of a schema on its whole path: from the text in a seed to an object in a program, to JSON and
/// back, into documentation, the fingerprint, look-ups and editor schemas. Fails for a type without an example
/// here.</summary>
public class ScalarTypesTests
{
    private static readonly JsonSerializerOptions Whole = new() { Converters = { new JsonWholeEntityConverter() } };

    /// <summary>Two different values, and a text that is not a value.</summary>
    private static readonly Dictionary<string, (string One, string Other, string? Wrong)> Examples = new()
    {
        ["text"] = ("Albatros", "Möwe", "[a]"),
        ["markdown"] = ("a *ship*", "two *ships*", "[a]"),
        ["integer"] = ("-42", "7", "1.5"),
        ["int32"] = ("-42", "7", "2147483648"),
        ["decimal"] = ("1.10", "1.1", "1e"),
        ["boolean"] = ("true", "false", "yes"),
        ["date"] = ("2025-04~", "1901", "2025-13"),
        ["duration"] = ("PT90M", "P1DT0.5S", "P1Y"),
        ["url"] = ("https://example.org/a", "https://example.org/b", "example.org"),
        ["money"] = ("12.50 EUR", "12.50 USD", "12.50"),
        ["language"] = ("pt-BR", "de", "german"),
        ["identifier"] = ("Q42", "Q43", "[Q42]"),
        ["enum"] = ("low", "high", "middle"),
        ["any"] = ("{ a: [1, b] }", "x", null),
    };

    public static TheoryData<string> Names => [.. PropertyReader.Types.Keys];

    public static TheoryData<string> Scalars => [.. ScalarTypes.All.Select(type => type.Name)];

    private static string Declare(string type, string more = "") =>
        type switch
        {
            "identifier" => $"{{ type: identifier, format: qid{more} }}",
            "enum" => $"{{ type: enum, values: [low, high]{more} }}",
            _ => $"{{ type: {type}{more} }}",
        };

    private static SeedSet Package(string type, string value, string more = "") =>
        new SeedSet()
            .With("schema/Part.yaml", $"embedded: true\nproperties: {{ it: {Declare(type)} }}")
            .With(
                "schema/Sample.yaml",
                $"""
                properties:
                  one: {Declare(type, ", required: true" + more)}
                  maybe: {Declare(type)}
                  list: {Declare(type, ", cardinality: many")}
                  part: {"{ range: Part }"}
                """
            )
            .With(
                "samples/first.yaml",
                $"one: {value}\nmaybe: {value}\nlist: [{value}, {value}]\npart: {{ it: {value} }}\n"
            );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_read_packed_and_goes_through_JSON(string type)
    {
        var generated = Package(type, Examples[type].One).Generate();
        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        var entity = generated.Entity("Samples", "First");
        // Each property has its own enumeration.
        var one = entity.Get("One")!.ToString();
        Assert.Equal(one, entity.Get("Maybe")!.ToString());
        Assert.Equal(
            [one, one],
            ((System.Collections.IEnumerable)entity.Get("List")!).Cast<object>().Select(item => item.ToString())
        );
        Assert.Equal(one, entity.Get("Part")!.Get("It")!.ToString());

        var json = JsonSerializer.SerializeToNode(entity, entity.GetType(), Whole)!;
        json["id"] = "another";
        var another = json.Deserialize(entity.GetType(), Whole)!;
        Assert.Equal(json.ToJsonString(), JsonSerializer.Serialize(another, entity.GetType(), Whole));
        // JSON does not distinguish plain and quoted texts.
        if (type != "any")
            Assert.All(["One", "Maybe", "List", "Part"], name => Assert.Equal(entity.Get(name), another.Get(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_documented_and_part_of_the_fingerprint(string type)
    {
        var (first, second) = (
            Package(type, Examples[type].One).Generate(),
            Package(type, Examples[type].Other).Generate()
        );

        Assert.All([first, second], generated => Assert.Matches("<para>One: [^ <]", Accessor(generated)));
        Assert.NotEqual(Accessor(first), Accessor(second));
        Assert.NotEqual(Fingerprint(first), Fingerprint(second));
        Assert.Equal(Fingerprint(first), Fingerprint(Package(type, Examples[type].One).Generate()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_value_is_one_error_at_its_place(string type)
    {
        if (Examples[type].Wrong is not { } wrong)
            return;
        var generated = Package(type, Examples[type].One).With("samples/first.yaml", $"one: {wrong}").Generate();

        Assert.Matches(@"^samples/first\.yaml\(1,\d+\): DP100[457]$", Assert.Single(generated.Messages));
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_unique_value_finds_its_entity_and_what_cannot_be_unique_is_refused(string type)
    {
        var generated = Package(type, Examples[type].One, ", unique: true").Generate();
        if (!ScalarTypes.All.Single(scalar => scalar.Name == type).CanBeUnique)
        {
            Assert.Equal(["schema/Sample.yaml(2,"], generated.Messages.Select(message => message[..21]));
            return;
        }

        Assert.Empty(generated.Messages);
        var entity = generated.Entity("Samples", "First");
        var key = entity.Get("One") is Uri address ? address.OriginalString : entity.Get("One")!;
        Assert.Same(entity, generated.Call("Samples", "GetByOne", key));
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void An_editor_is_told_of_it_what_the_build_reads(string type)
    {
        var seeds = Package(type, Examples[type].One)
            .Texts.Select(seed => new SeedInput(seed.Path, seed.Path, seed.GetText()!.ToString()));
        var schema = new PackageCompiler(seeds, CompilerOptions.None).Schema;
        var property = schema["Sample"].Properties[0];
        var told = new ValueSchemas(schema).Of(property, schema["Sample"]);

        Assert.NotEqual("", (string?)told["description"]);
        var patterns = Regex.Matches(told.ToJsonString(), "\"pattern\":(\"(?:[^\"\\\\]|\\\\.)*\")");
        if (patterns.Count == 0)
        {
            Assert.True(property.Scalar!.IsTextual);
            return;
        }

        var pattern = JsonSerializer.Deserialize<string>(patterns[0].Groups[1].Value)!;
        Assert.All([Examples[type].One, Examples[type].Other], value => Assert.Matches(pattern, value));
        Assert.DoesNotMatch(pattern, Examples[type].Wrong is ['[', ..] ? "" : "no value");
    }

    private static string Accessor(Generated generated) =>
        generated
            .Sources.Select(source => source.SourceText.ToString())
            .Single(text => text.Contains(" First => ", StringComparison.Ordinal));

    private static object Fingerprint(Generated generated) => generated.Call("DataPackageInfo", "Fingerprint")!;
}
