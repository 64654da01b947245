using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Testing;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export.JsonLd;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The JSON-LD, as a processor in safe mode sees it.</summary>
public class JsonLdTests
{
    private const string Reader = "tests/Readers/read-jsonld.mjs";
    private const string Schema = "https://schema.org/";
    private const string Said = "urn:datapackage:said:";
    private const string Annotation = "http://www.w3.org/ns/oa#";

    [NodeFact]
    public void Every_node_has_the_values_of_the_typed_package()
    {
        foreach (var (package, said) in ExportedPackage.Read(ExportedPackage.All("jsonld"), Reader, "jsonld"))
        {
            var errors = said.GetProperty("errors").GetRawText();
            Assert.True(errors == "[]", $"{package.Name}: {errors}");
            var nodes = said.GetProperty("nodes")
                .EnumerateArray()
                .ToDictionary(node => node.GetProperty("@id").GetString()!);
            Assert.True(said.GetProperty("statements").GetInt32() >= nodes.Count);
            var seen = 1;
            var terms = new Terms(package.Typed.Schema.Facts.Namespace ?? package.Typed.Description.Name ?? "data");
            foreach (var linked in package.Typed.Package.Kinds)
            foreach (var entity in linked.Entities)
            {
                var id = terms.Of(linked.Name, entity.Id);
                var kind = package.Typed.Schema[linked.Name];
                CompareMembers(kind, entity.Values, nodes[id], new Place(package, terms, id));
                CompareEvidence(kind, entity, id, nodes, terms);
                seen += 1 + entity.Claims.Count + entity.Citations.Count;
            }

            Assert.Equal(seen, nodes.Count);
            package.Dispose();
        }
    }

    [Fact]
    public void The_dataset_has_all_licences_by_their_addresses_or_names_and_no_path_into_the_seeds()
    {
        var folder = new TempFolder()
            .With(
                "seeds/datapackage.yaml",
                """
                name: data
                namespace: Licensed
                licenses:
                  - { name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/" }
                  - { name: ODbL-1.0, path: LICENSE.txt }
                  - { title: Eigene Lizenz }

                """
            )
            .With("seeds/schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
            .With("seeds/ships/albatros.yaml", "name: Albatros\n");
        using var package = ExportedPackage.Of("licenses", folder, "jsonld");
        using var json = JsonDocument.Parse(package.Text("jsonld/data.jsonld"));
        Assert.Equal(
            ["https://creativecommons.org/licenses/by/4.0/", "ODbL-1.0", "Eigene Lizenz"],
            json.RootElement.GetProperty("@graph")[0]
                .GetProperty("schema:license")
                .EnumerateArray()
                .Select(each => each.GetString())
        );
    }

    private readonly record struct Place(ExportedPackage Package, Terms Terms, string At);

    private static void CompareMembers(Kind kind, EquatableArray<Value?> values, JsonElement node, Place place)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var property = kind.Properties[i];
            var term = Expand(place.Terms.Of(kind, property), place.Terms);
            var at = $"{place.Package.Name}: {place.At}: {property.Name}";
            var items = node.TryGetProperty(term, out var found) ? found.EnumerateArray().ToList() : [];
            if (values[i] is null)
                // A role has the property by which it is embedded, and terms of schema.org, once more.
                Assert.True(items.Count == 0 || kind.IsEmbedded, at);
            else if (values[i] is ListValue list && IsOrdered(property))
            {
                var own = Expand(Terms.OwnOf(property), place.Terms);
                var ordered = node.GetProperty(own)[0].GetProperty("@list").EnumerateArray().ToList();
                Assert.True(list.Items.Count == ordered.Count, at);
                for (var item = 0; item < ordered.Count; item++)
                    Compare(property, list.Items[item]!, TextsOf(ordered[item]), place with { At = $"{at}[{item}]" });
                // A property of schema.org has the items without order, so that its readers find them.
                if (term != own)
                    Assert.Equal(
                        list.Items.Sum(item => item is LocalizedValue text ? text.Entries.Count : 1),
                        items.Count
                    );
            }
            else
                Compare(property, values[i]!, items, place with { At = $"{place.At}.{property.Name}" });
        }
    }

    private static bool IsOrdered(Property property) =>
        property is { IsMap: false, AreItemsNullable: false, Layers.Count: 1, Form: not ValueForm.Any };

    /// <summary>The texts of an item in several languages, or the item.</summary>
    private static List<JsonElement> TextsOf(JsonElement item) =>
        item.TryGetProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#value", out var texts)
            ? [.. texts.EnumerateArray()]
            : [item];

    private static string Expand(string compact, Terms terms)
    {
        var colon = compact.IndexOf(':', StringComparison.Ordinal);
        return terms.Prefixes.Single(each => each.Prefix == compact[..colon]).Address + compact[(colon + 1)..];
    }

    private static void Compare(Property property, Value value, List<JsonElement> items, Place place)
    {
        var schema = place.Package.Typed.Schema;
        switch (value)
        {
            case LocalizedValue localized:
                AssertSame(
                    localized.Entries.Select(entry => $"{entry.Language}: {entry.Text}"),
                    items.Select(item =>
                        $"{item.GetProperty("@language").GetString()}: {item.GetProperty("@value").GetString()}"
                    ),
                    place
                );
                break;
            case ListValue or MapValue or UntypedText:
                Assert.True(IsJson(items.Single()), place.At);
                var json = Reports.JsonText.Line(json =>
                    ValueJson.Write(value, property, schema, json, place.Terms.Of)
                );
                Assert.Equal(Numbers(json), Numbers(items[0].GetProperty("@value").GetRawText()));
                break;
            case ExternalValue external:
                AssertSame(
                    [Terms.OfExternal(property.Range, external.Target.Id)],
                    items.Select(item => item.GetProperty("@id").GetString()!),
                    place
                );
                break;
            case EmbeddedValue embedded:
                CompareMembers(schema[property.Range], embedded.Values, items.Single(), place);
                break;
            case ReferenceValue reference:
                AssertSame(
                    [place.Terms.Of(reference.Target)],
                    items.Select(item => item.GetProperty("@id").GetString()!),
                    place
                );
                break;
            case MoneyValue:
                var money = items.Single();
                AssertSame(
                    [ValueText.Of(value, property, schema)],
                    [$"{Literal(money, Schema + "value")} {Literal(money, Schema + "currency")}"],
                    place
                );
                break;
            default:
                AssertSame(
                    [ValueText.Of(value, property, schema)],
                    items.Select(item => item.GetProperty("@value").ToString()),
                    place,
                    value is BooleanValue
                );
                break;
        }
    }

    /// <summary>JavaScript writes 2.50 as 2.5.</summary>
    private static string Numbers(string json) =>
        Regex.Replace(JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement), @"(\.\d*?)0+(?=[,\]}])", "$1");

    private static bool IsJson(JsonElement item) =>
        item.TryGetProperty("@type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString() == "@json";

    private static string? Literal(JsonElement node, string term) =>
        node.TryGetProperty(term, out var values) ? values[0].GetProperty("@value").ToString() : null;

    private static void AssertSame(
        IEnumerable<string> expected,
        IEnumerable<string> read,
        Place place,
        bool ignoreCase = false
    ) =>
        Assert.True(
            expected.SequenceEqual(read, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
            $"{place.Package.Name}: {place.At}: '{string.Join("', '", read)}' instead of "
                + $"'{string.Join("', '", expected)}'"
        );

    private static void CompareEvidence(
        Kind kind,
        LinkedEntity entity,
        string id,
        Dictionary<string, JsonElement> nodes,
        Terms terms
    )
    {
        Assert.Equal(entity.Text?.Text, Literal(nodes[id], Schema + "articleBody"));
        for (var i = 0; i < entity.Claims.Count; i++)
        {
            var (claim, node) = (entity.Claims[i], nodes[$"{id}#claim-{i + 1}"]);
            Assert.Equal(Schema + "Claim", node.GetProperty("@type")[0].GetString());
            Assert.Equal(id, node.GetProperty(Schema + "about")[0].GetProperty("@id").GetString());
            Assert.Equal(claim.Path, Literal(node, Said + "path"));
            Assert.Equal(claim.Details.Rank.ToString().ToLowerInvariant(), Literal(node, Said + "rank"));
            Assert.Equal(claim.Details.Because, Literal(node, Said + "because"));
            Assert.Equal(claim.Details.During?.Canonical, Literal(node, Schema + "temporalCoverage"));
            Assert.Equal(
                claim.Value is null ? null : kind.Properties[claim.Property].Name,
                Literal(node, Schema + "text") is null ? null : Literal(node, Said + "property")
            );
        }

        for (var i = 0; i < entity.Citations.Count; i++)
        {
            var (citation, node) = (entity.Citations[i], nodes[$"{id}#citation-{i + 1}"]);
            Assert.Equal(Annotation + "Annotation", node.GetProperty("@type")[0].GetString());
            var target = node.GetProperty(Annotation + "hasTarget")[0];
            Assert.Equal(
                terms.Of(citation.Article),
                target.GetProperty(Annotation + "hasSource")[0].GetProperty("@id").GetString()
            );
            var selectors = target.GetProperty(Annotation + "hasSelector").EnumerateArray().ToList();
            var quote = selectors.Find(selector => selector.TryGetProperty(Annotation + "exact", out _));
            Assert.Equal(
                citation.Passage.Text,
                quote.ValueKind == JsonValueKind.Undefined ? null : Literal(quote, Annotation + "exact")
            );
            Assert.Equal($"{citation.Passage.Start}", Literal(selectors[^1], Annotation + "start"));
            Assert.Equal($"{citation.Passage.End}", Literal(selectors[^1], Annotation + "end"));
        }
    }

    [NodeFact]
    public void A_dated_post_is_a_role_that_leads_to_the_organization()
    {
        using var package = ExportedPackage.Of("claims", HostileSeeds.Claims(), "jsonld");
        var said = ExportedPackage.Read([package], Reader, "jsonld").Single().Said;
        var ship = said.GetProperty("nodes")
            .EnumerateArray()
            .Single(node => node.GetProperty("@id").GetString() == "urn:datapackage:Fleet:Ship/albatros");
        var posts = ship.GetProperty("urn:datapackage:Fleet:posts")[0].GetProperty("@list");
        var role = posts[0];
        Assert.Equal(
            [Schema + "Role", "urn:datapackage:Fleet:Post"],
            role.GetProperty("@type").EnumerateArray().Select(type => type.GetString())
        );
        Assert.Equal(
            "urn:datapackage:Fleet:Ship/boreas",
            role.GetProperty("urn:datapackage:Fleet:posts")[0].GetProperty("@id").GetString()
        );
        Assert.Equal("Captain", Literal(role, Schema + "roleName"));
        Assert.Equal("1901-02", Literal(role, Schema + "startDate"));
        Assert.Equal("1903", Literal(role, Schema + "endDate"));
        // The post that is deprecated is no value.
        Assert.Equal(1, posts.GetArrayLength());
    }

    [NodeFact]
    public void A_list_keeps_its_order_and_each_item_its_languages()
    {
        using var package = ExportedPackage.Of("claims", HostileSeeds.Claims(), "jsonld");
        var said = ExportedPackage.Read([package], Reader, "jsonld").Single().Said;
        var ports = said.GetProperty("nodes")
            .EnumerateArray()
            .Single(node => node.GetProperty("@id").GetString() == "urn:datapackage:Fleet:Ship/albatros")
            .GetProperty("urn:datapackage:Fleet:ports")[0]
            .GetProperty("@list");
        Assert.Equal(
            [
                ["Hamburg", "Hamburgh"],
                ["Goa"],
            ],
            ports
                .EnumerateArray()
                .Select(port => TextsOf(port).ConvertAll(text => text.GetProperty("@value").GetString()))
        );
    }

    [Fact]
    public void A_reference_into_another_package_has_the_name_that_the_other_export_gives()
    {
        using var fleet = ExportedPackage.Of(
            "fleet",
            new TempFolder()
                .With("seeds/datapackage.yaml", "name: the-fleet\nnamespace: Fleet\n")
                .With("seeds/schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
                .With("seeds/ships/albatros.yaml", "name: Albatros\n"),
            "jsonld"
        );
        using var crew = ExportedPackage.Of(
            "crew",
            new TempFolder()
                .With("seeds/datapackage.yaml", "namespace: Crew\n")
                .With(
                    "seeds/schema/Sailor.yaml",
                    """
                    properties:
                      ship: { range: Ship@Fleet, description: The ship. }
                      former: { range: Ship@Fleet, cardinality: many, description: Earlier ones. }

                    """
                )
                .With("seeds/sailors/ann.yaml", "ship: albatros\nformer: [albatros@Fleet]\n"),
            "jsonld"
        );
        const string name = "\"@id\": \"urn:datapackage:Fleet:Ship/albatros\"";
        Assert.Contains(name, fleet.Text("jsonld/data.jsonld"), StringComparison.Ordinal);
        Assert.Equal(2, crew.Text("jsonld/data.jsonld").Split(name).Length - 1);
    }

    [NodeFact]
    public void Persons_and_events_have_the_terms_of_schema_org()
    {
        using var package = ExportedPackage.Shipped("jsonld", "--date", "2025-04-03");
        var said = ExportedPackage.Read([package], Reader, "jsonld").Single().Said;
        var nodes = said.GetProperty("nodes")
            .EnumerateArray()
            .ToDictionary(node => node.GetProperty("@id").GetString()!);
        var person = nodes["urn:datapackage:DataPackage:Person/kirill-dmitriev"];
        Assert.Equal(Schema + "Person", person.GetProperty("@type")[0].GetString());
        Assert.Equal("Kirill Dmitriev", Literal(person, Schema + "name"));
        Assert.Equal("[1975,1976]", Literal(person, Schema + "birthDate"));
        Assert.Equal(
            "http://id.loc.gov/datatypes/edtf/EDTF",
            person.GetProperty(Schema + "birthDate")[0].GetProperty("@type").GetString()
        );
        var talks = nodes["urn:datapackage:DataPackage:Event/istanbul-talks-2025"];
        Assert.Equal(
            "http://www.w3.org/2001/XMLSchema#date",
            talks.GetProperty(Schema + "startDate")[0].GetProperty("@type").GetString()
        );
        Assert.Equal("2025-04-03", Literal(nodes["urn:datapackage:DataPackage"], Schema + "dateModified"));
    }

    [NodeFact]
    public void The_processor_refuses_what_would_be_lost_or_fetched()
    {
        using var package = ExportedPackage.Shipped("jsonld");
        var file = package.PathOf("jsonld/data.jsonld");
        var text = File.ReadAllText(file);
        File.WriteAllText(file, text.Replace("\"schema:name\"", "\"name\"", StringComparison.Ordinal));
        Assert.NotEqual("[]", Errors());
        File.WriteAllText(
            file,
            "{ \"@context\": \"https://schema.org\"" + text[text.IndexOf(",\n  \"@graph\"", StringComparison.Ordinal)..]
        );
        Assert.Contains("Dereferencing a URL", Errors(), StringComparison.Ordinal);

        string Errors() =>
            ExportedPackage.Read([package], Reader, "jsonld").Single().Said.GetProperty("errors").GetRawText();
    }
}
