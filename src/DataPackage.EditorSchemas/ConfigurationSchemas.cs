using System.Text.Json.Nodes;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.EditorSchemas;

/// <summary>Describes what <c>datapackage.yaml</c> may say of kinds, under <c>kinds</c>.</summary>
internal static class ConfigurationSchemas
{
    /// <summary>Editors offer the kinds and collections of the package, and take any other name.</summary>
    public static JsonObject Of(PackageSchema schema)
    {
        var named = new JsonObject();
        foreach (var kind in schema.Kinds.Where(kind => !kind.IsAbstract))
        {
            named[kind.Name] = OfKind(kind, schema);
            if (kind.IsConcrete && !named.ContainsKey(kind.Collection))
                named[kind.Collection] = OfKind(kind, schema);
        }

        return new JsonObject
        {
            ["description"] =
                "How the entities of kinds are found in files that were not written for this: by kind or by "
                + "collection.",
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = named,
            ["additionalProperties"] = OfKind(null, schema),
        };
    }

    /// <param name="kind">Null for a kind that the package does not have yet.</param>
    private static JsonObject OfKind(Kind? kind, PackageSchema schema)
    {
        var mapping = DeclarationSchemas.Mapping(
            kind is null ? "A kind." : $"The kind {kind.Name}.",
            SchemaKeys.OfConfiguration,
            key => OfKey(key, kind, schema)
        );
        mapping["type"] = new JsonArray("object", "null");
        return mapping;
    }

    private static JsonObject OfKey(string key, Kind? kind, PackageSchema schema) =>
        key switch
        {
            "label" => DeclarationSchemas.Text("What the kind is called in texts."),
            "plural" => DeclarationSchemas.Text("The C# name of the catalog."),
            "source" => DeclarationSchemas.Text(
                "The files that hold its entities: a path below the folder of the seeds, with * and **."
            ),
            "items" => DeclarationSchemas.Path("The path to the entities in a file; a dot is the whole file."),
            "id" => DeclarationSchemas.Path(
                "What ids are: the path of a value, or a text with paths and places in braces: {folder}/{file}, "
                    + "{file}-{key}, {path}."
            ),
            "csharpName" => DeclarationSchemas.Path(
                "What names accessors: the path of a text, or a text with paths in braces: {name.first} {name.last}."
            ),
            "references" => ByProperty(
                "The properties whose texts name entities, with the kind of these.",
                kind,
                () => Reference(schema)
            ),
            "rename" => ByProperty(
                "The keys that become properties of another name.",
                kind,
                () => DeclarationSchemas.Text("The name of the property.")
            ),
            "ignore" => DeclarationSchemas.Texts("The paths of values that the package leaves out."),
            "lists" => ByProperty(
                "The paths whose texts are lists, with what is between the items.",
                kind,
                () => DeclarationSchemas.Text("The text between two items, such as ';'.")
            ),
            "types" => ByProperty(
                "The paths whose types are not to be inferred.",
                kind,
                () => DeclarationSchemas.Choice("The type of a value.", ConfiguredType.Names)
            ),
            "accessors" => DeclarationSchemas.Choice(
                "Which entities have an accessor; all by default.",
                SchemaKeys.Accessors
            ),
            _ => throw DeclarationSchemas.Undescribed(key),
        };

    private static JsonObject Reference(PackageSchema schema) =>
        new()
        {
            ["anyOf"] = new JsonArray(
                DeclarationSchemas.KindOrExternal("The kind that is referred to.", schema.ConcreteKinds),
                DeclarationSchemas.Mapping(
                    "A reference by a value of the kind.",
                    SchemaKeys.OfReference,
                    key =>
                        key switch
                        {
                            "kind" => DeclarationSchemas.KindOrExternal(
                                "The kind that is referred to.",
                                schema.ConcreteKinds
                            ),
                            "by" => DeclarationSchemas.Text("The property whose value names the entity."),
                            _ => throw DeclarationSchemas.Undescribed(key),
                        },
                    "kind"
                )
            ),
        };

    /// <summary>A mapping whose keys are paths; editors offer the keys of the kind.</summary>
    private static JsonObject ByProperty(string description, Kind? kind, Func<JsonObject> value)
    {
        var known = new JsonObject();
        foreach (var property in kind?.Properties ?? [])
            known[property.Key] = value();
        return new JsonObject
        {
            ["description"] = description,
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = known,
            ["additionalProperties"] = value(),
        };
    }
}
