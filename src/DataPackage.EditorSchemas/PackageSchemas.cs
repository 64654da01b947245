using System.Text.Json.Nodes;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;

namespace DataPackage.EditorSchemas;

/// <summary>JSON Schemas (draft-07) for all seeds of a package.</summary>
/// <remarks>The editor must not mark seeds that the build accepts, except a key without a value (docs/editor.md). If
/// JSON Schema cannot express a rule, or editors read YAML by other rules than the build, the schema demands
/// less.</remarks>
internal static class PackageSchemas
{
    public static IEnumerable<(string Name, JsonObject Schema)> Of(Package package)
    {
        var values = new ValueSchemas(package.Schema);
        foreach (var kind in package.Schema.Kinds.Where(kind => !kind.IsAbstract))
            yield return (SchemaNames.Of(kind), OfOne(kind, values, package.Schema));
        foreach (var kind in package.Schema.ConcreteKinds)
            yield return (SchemaNames.OfMany(kind), OfMany(kind));
        yield return (SchemaNames.Cite, Document("Citation", values.OfCite()));
        yield return (SchemaNames.Claim, Document("Claim", ValueSchemas.OfClaim()));
        yield return (SchemaNames.Ids, IdSchemas.Of(package));
        yield return (SchemaNames.PackageFacts, DeclarationSchemas.OfPackage(package.Schema));
        yield return (SchemaNames.KindFile, DeclarationSchemas.OfKind(package.Schema));
        yield return (SchemaNames.Retired, DeclarationSchemas.OfRetired());
    }

    public static JsonObject Document(string title, JsonObject content)
    {
        var document = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in content.ToList())
        {
            content.Remove(key);
            document[key] = value;
        }

        return document;
    }

    private static JsonObject OfOne(Kind kind, ValueSchemas values, PackageSchema schema)
    {
        var properties = new JsonObject();
        foreach (var property in kind.Properties)
            properties[property.Key] = kind.IsInferred ? ValueSchemas.OfAny(property) : values.Of(property, kind);
        foreach (var key in OwnKeys.Of(kind))
            properties[key] = values.OfOwnKey(key, kind);
        var one = new JsonObject
        {
            ["description"] = kind.Description.Length > 0 ? kind.Description : kind.Label,
            ["type"] = "object",
            ["properties"] = properties,
            // An incomplete kind may have more properties, and an inferred kind has all that its seeds have.
            ["additionalProperties"] = kind.IsIncomplete || kind.IsInferred,
        };
        var required = kind
            .Properties.Where(property => property.IsRequired && !kind.IsInferred)
            .Select(property => (JsonNode)property.Key)
            .ToArray();
        var lacksNothing = new JsonObject { ["required"] = new JsonArray(required) };
        if (required.Length > 0 && OwnKeys.Of(kind).Contains(OwnKeys.Claim))
            // A claim may say that there is no value, or that nobody knows it.
            one["anyOf"] = new JsonArray(
                lacksNothing,
                new JsonObject
                {
                    ["required"] = new JsonArray(OwnKeys.Claim),
                    ["properties"] = new JsonObject
                    {
                        [OwnKeys.Claim] = new JsonObject { ["required"] = new JsonArray(ClaimKeys.State) },
                    },
                }
            );
        else if (required.Length > 0)
            one["required"] = lacksNothing["required"]!.DeepClone();
        return Document(kind.Label, one);
    }

    private static JsonObject OfMany(Kind kind) =>
        Document(
            kind.Plural,
            new JsonObject
            {
                ["description"] =
                    $"Many entities in one file: a mapping from id to {LetterCase.ToLower(kind.Label)}, or a list.",
                ["anyOf"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["additionalProperties"] = new JsonObject { ["$ref"] = SchemaNames.Of(kind) },
                    },
                    new JsonObject
                    {
                        ["type"] = "array",
                        ["items"] = kind.Seeding.Id is null
                            ? new JsonObject
                            {
                                ["allOf"] = new JsonArray(
                                    new JsonObject { ["$ref"] = SchemaNames.Of(kind) },
                                    new JsonObject { ["required"] = new JsonArray("id") }
                                ),
                            }
                            : new JsonObject { ["$ref"] = SchemaNames.Of(kind) },
                    }
                ),
            }
        );
}
