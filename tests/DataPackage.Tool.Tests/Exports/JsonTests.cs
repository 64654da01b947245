using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The JSON, by the schemas beside it and by its values.</summary>
public class JsonTests
{
    private const string Reader = "tests/Readers/read-json.mjs";

    [NodeFact]
    public void Every_document_is_valid_and_has_the_values_of_the_typed_package()
    {
        foreach (var (package, said) in ExportedPackage.Read(ExportedPackage.All("json"), Reader, "json"))
        {
            var errors = said.GetProperty("errors").GetRawText();
            Assert.True(errors == "[]", $"{package.Name}: {errors}");
            var documents = package
                .Files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal))
                .Where(file => !file.Key.EndsWith(".schema.json", StringComparison.Ordinal))
                .Select(file => JsonDocument.Parse(package.Text(file.Key)).RootElement)
                .ToDictionary(document => document.GetProperty("kind").GetString()!);
            Assert.Equal(package.Typed.Package.Kinds.Select(kind => kind.Name).Order(), documents.Keys.Order());
            foreach (var kind in package.Typed.Package.Kinds)
                Compare(package, kind, documents[kind.Name], said.GetProperty("ids").GetProperty(kind.Name));
            package.Dispose();
        }
    }

    private static void Compare(ExportedPackage package, LinkedKind linked, JsonElement document, JsonElement ids)
    {
        var kind = package.Typed.Schema[linked.Name];
        Assert.Equal(linked.Entities.Select(entity => entity.Id), ids.EnumerateArray().Select(id => id.GetString()));
        foreach (var (entity, json) in linked.Entities.Zip(document.GetProperty("entities").EnumerateArray()))
        {
            Assert.Equal(entity.Caption, json.GetProperty("caption").GetString());
            Assert.Equal(
                string.Join('\n', TypedValues.Of(kind, entity, package.Typed.Schema, NameOf)),
                string.Join('\n', TypedValues.Of(kind, json.GetProperty("values"), package.Typed.Schema))
            );
            Assert.Equal(entity.Text?.Text, json.TryGetProperty("text", out var text) ? text.GetString() : null);
            Assert.Equal(
                entity.Citations.Select(citation =>
                    (citation.Article.Id, citation.Passage.Text, citation.Passage.Start, string.Join(',', citation.For))
                ),
                json.GetProperty("citations")
                    .EnumerateArray()
                    .Select(citation =>
                        (
                            citation.GetProperty("article").GetString()!,
                            citation.TryGetProperty("quote", out var quote) ? quote.GetString() : null,
                            citation.GetProperty("start").GetInt32(),
                            string.Join(
                                ',',
                                citation.GetProperty("for").EnumerateArray().Select(path => path.GetString())
                            )
                        )
                    )
            );
            Assert.Equal(
                entity.Claims.Select(claim =>
                    (
                        claim.Path,
                        claim.Details.Rank.ToString().ToLowerInvariant(),
                        claim.Details.Because,
                        claim.Details.AccordingTo is ReferenceValue who
                            ? NameOf(who.Target)
                            : (claim.Details.AccordingTo as Engine.Schema.Types.TextValue)?.Text
                    )
                ),
                json.GetProperty("claims")
                    .EnumerateArray()
                    .Select(claim =>
                        (
                            claim.GetProperty("path").GetString()!,
                            claim.GetProperty("rank").GetString()!,
                            claim.TryGetProperty("because", out var because) ? because.GetString() : null,
                            claim.TryGetProperty("accordingTo", out var who) ? who.GetString() : null
                        )
                    )
            );
        }
    }

    private static string NameOf(EntityLink link) => $"{link.Kind}/{link.Id}";

    [Fact]
    public void A_deprecated_value_is_among_the_claims_only()
    {
        using var package = ExportedPackage.Of("claims", HostileSeeds.Claims(), "json");
        var ship = JsonDocument.Parse(package.Text("json/ship.json")).RootElement.GetProperty("entities")[0];
        Assert.Equal("1901", ship.GetProperty("values").GetProperty("built").GetString());
        Assert.Equal(1, ship.GetProperty("values").GetProperty("posts").GetArrayLength());
        Assert.DoesNotContain("1844", ship.GetProperty("values").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("1844", ship.GetProperty("claims").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("alba", ship.GetProperty("formerIds")[0].GetString());
    }

    [Fact]
    public void Who_refers_to_an_entity_is_said_as_the_typed_package_says_it()
    {
        using var package = ExportedPackage.Shipped("json");
        var places = JsonDocument.Parse(package.Text("json/place.json")).RootElement.GetProperty("entities");
        var istanbul = places.EnumerateArray().Single(place => place.GetProperty("id").GetString() == "istanbul");
        Assert.Equal(
            ["Event/istanbul-talks-2025"],
            istanbul.GetProperty("reverses").GetProperty("events").EnumerateArray().Select(each => each.GetString())
        );
    }

    [NodeFact]
    public void The_schema_refuses_what_is_not_declared()
    {
        using var package = ExportedPackage.Shipped("json");
        var file = package.PathOf("json/event.json");
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("\"type\": \"talks\"", "\"type\": \"chat\"", StringComparison.Ordinal)
        );
        var said = ExportedPackage.Read([package], Reader, "json").Single().Said.GetProperty("errors");
        Assert.Contains("must be equal to one of the allowed values", said.GetRawText(), StringComparison.Ordinal);
    }
}
