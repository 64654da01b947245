using System.Globalization;
using System.Reflection;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Generator;
using DataPackage.Generator.Tests;
using DataPackage.Runtime;

namespace DataPackage.Docs.Tests;

/// <summary>The tables of the documents agree with the code.</summary>
public class ReferenceTests
{
    private static readonly Document Seeds = Document.Read("docs/seeds.md");
    private static readonly Document Schema = Document.Read("docs/schema.md");

    [Fact]
    public void Every_date_that_is_shown_is_EDTF_and_spans_the_days_that_it_is_said_to()
    {
        Assert.All(
            Seeds.Table("written"),
            row =>
            {
                var date = EdtfDate.Parse(Code(row[0]).Trim('"'));
                Assert.Equal((row[2], row[3]), (Day(date.Earliest), Day(date.Latest)));
            }
        );

        static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "none";
    }

    [Fact]
    public void Every_accessor_that_is_shown_is_the_one_of_its_id()
    {
        Assert.All(
            Seeds.Table("id in `events/`"),
            row =>
            {
                var catalog = new SeedSet()
                    .With("schema/Event.yaml", "plural: Events")
                    .With($"events/{Code(row[0])}.yaml", "")
                    .Generate()
                    .Source("Events.g.cs");
                Assert.Contains(
                    $".Event {Code(row[1]).Replace("Events.", "", StringComparison.Ordinal)} => ",
                    catalog,
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void Every_accessor_that_is_shown_is_the_one_of_its_key()
    {
        Assert.All(
            Seeds.Table("key in `languages.yaml`"),
            row =>
            {
                var generated = new SeedSet()
                    .With("schema/Language.yaml", "label: Language")
                    .With("languages.yaml", $"\"{Code(row[0])}\":")
                    .Generate();
                Assert.Equal(
                    Code(row[0]),
                    generated
                        .Entity("Languages", Code(row[1]).Replace("Languages.", "", StringComparison.Ordinal))
                        .Get("Id")
                );
            }
        );
    }

    [Fact]
    public void Every_key_of_a_kind_and_of_a_property_is_listed()
    {
        Assert.Equal(SchemaKeys.OfConfiguration.Order(), Keys(Seeds, "key of a configured kind"));
        Assert.Equal(SchemaKeys.OfKind.Order(), Keys(Schema, "key of a kind"));
        Assert.Equal(SchemaKeys.OfProperty.Order(), Keys(Schema, "key of a property"));

        static IEnumerable<string> Keys(Document page, string head) =>
            page.Table(head).Select(row => Code(row[0])).Order();
    }

    [Fact]
    public void Every_place_that_ids_can_name_is_listed() =>
        Assert.Equal(RecordPlace.Names.Select(name => $"{{{name}}}"), Seeds.Table("place").Select(row => Code(row[0])));

    [Fact]
    public void Every_key_of_a_configured_kind_that_is_listed_is_known() =>
        Assert.All(
            Seeds
                .Table("key of a configured kind")
                .Select(row => $"namespace: Seeded\nkinds: {{ Sample: {{ {Code(row[0])}: [[]] }} }}"),
            facts =>
                Assert.DoesNotContain(
                    new SeedSet().With("datapackage.yaml", facts).With("schema/Sample.yaml", "").Generate().Messages,
                    message => message.EndsWith("DP1011", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Every_type_is_read_as_the_example_says_and_is_the_CSharp_type_that_is_named()
    {
        Assert.Equal(PropertyReader.Types.Keys, Schema.Table("type").Select(row => Code(row[0])));
        Assert.All(
            Schema.Table("type"),
            row =>
            {
                var more = Code(row[0]) switch
                {
                    "identifier" => "format: qid",
                    "enum" => "values: [visit, talks]",
                    _ => "label: It",
                };
                var generated = new SeedSet()
                    .With(
                        "schema/Sample.yaml",
                        $$"""properties: { it: { type: {{Code(row[0])}}, {{more}}, required: true } }"""
                    )
                    .With("samples/first.yaml", $"it: {Code(row[2])}")
                    .Generate();
                Assert.Empty(generated.Texts);
                Assert.Empty(generated.CompilerMessages);
                Assert.Equal(
                    Code(row[1]),
                    Keyword(generated.Entity("Samples", "First").GetType().GetProperty("It")!.PropertyType.Name)
                );
            }
        );
    }

    [Fact]
    public void Every_key_of_a_kind_and_of_a_property_that_is_listed_is_known() =>
        Assert.All(
            Schema
                .Table("key of a kind")
                .Select(row => $"{Code(row[0])}: [[]]")
                .Concat(
                    Schema.Table("key of a property").Select(row => $"properties: {{ it: {{ {Code(row[0])}: [[]] }} }}")
                ),
            schema =>
                Assert.DoesNotContain(
                    new SeedSet().With("schema/Sample.yaml", schema).Generate().Messages,
                    message => message.EndsWith("DP1011", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Every_name_that_is_called_taken_is_refused() =>
        Assert.All(
            Schema
                .Table("taken")
                .SelectMany(row =>
                    row[0]
                        .Split(", ")
                        .Select(name =>
                            (Name: Code(name), IsOfArticles: row[1].StartsWith("of articles", StringComparison.Ordinal))
                        )
                ),
            taken =>
                Assert.Equal(
                    ["schema/Sample.yaml(2,15): DP1010"],
                    new SeedSet()
                        .With(
                            "schema/Sample.yaml",
                            $"article: {(taken.IsOfArticles ? "true" : "false")}\nproperties: {{ {taken.Name}: {{ type: text }} }}"
                        )
                        .Generate()
                        .Messages
                )
        );

    [Fact]
    public void Every_step_of_the_pipeline_is_listed_in_its_order()
    {
        var steps = typeof(DataPackageGenerator)
            .Assembly.GetType("DataPackage.Generator.Incremental.Steps", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.Name);

        Assert.Equal(steps, Document.Read("docs/architecture.md").Table("step").Select(row => Code(row[0])));
    }

    /// <summary>The name of a type in the documents.</summary>
    private static string Keyword(string type) =>
        type switch
        {
            "String" => "string",
            "Int64" => "long",
            "Int32" => "int",
            "Decimal" => "decimal",
            "Boolean" => "bool",
            "SampleIt" => "<Kind><Property>",
            var other => other,
        };

    private static string Code(string cell) => cell.Trim('`');
}
