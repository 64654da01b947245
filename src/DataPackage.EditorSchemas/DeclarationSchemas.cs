using System.Text.Json.Nodes;
using DataPackage.Engine.Binding;
using DataPackage.Engine.History;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.EditorSchemas;

/// <summary>Describes what <c>datapackage.yaml</c> and schemas may hold. The keys are those that the build
/// reads.</summary>
internal static class DeclarationSchemas
{
    /// <summary>What <c>Names.IsIdentifier</c> takes, apart from the length.</summary>
    public const string Identifier = @"\p{L}(?:[\p{L}\p{Nd}\p{Mn}\p{Mc}]|(?<=\p{Nd})_(?=\p{Nd}))*";

    public static JsonObject OfPackage(PackageSchema schema) =>
        PackageSchemas.Document(
            "datapackage.yaml",
            Mapping(
                "Facts about the package.",
                SchemaKeys.OfPackage,
                key =>
                    key switch
                    {
                        "name" => Text("What the package is called where programs read it."),
                        "title" => Text("What the package is called where people read it."),
                        "description" => Text("What the package holds."),
                        "keywords" => Texts("What people look for who need the package."),
                        "namespace" => Text(
                            "The namespace of the generated code; the project's root namespace by default."
                        ),
                        "language" => Text(
                            "The language of texts that state none, and the one that every fallback ends in (BCP "
                                + "47); en by default."
                        ),
                        "citations" => Choice("What must be cited.", SchemaKeys.Policies),
                        "maxQuoteLength" => Number(
                            "The most Unicode code points that a quote may have; 200 by default, 2000 at most."
                        ),
                        "licenses" => Mappings("The licences of the data."),
                        "contributors" => Mappings("Who contributed."),
                        "sources" => Mappings("Where the data come from."),
                        "exclude" => Texts(
                            "Files and folders that hold no data: paths below the folder of the seeds, with * and **; "
                                + "without a slash, a name at any depth."
                        ),
                        "kinds" => ConfigurationSchemas.Of(schema),
                        _ => throw Undescribed(key),
                    }
            )
        );

    public static JsonObject OfDeprecation() =>
        Mapping(
            "Why, and what to use in its place.",
            Deprecation.Keys,
            key =>
                key switch
                {
                    Deprecation.BecauseKey => Text("The reason, for people."),
                    Deprecation.SeeKey => Texts("The entities to use in its place, by id or as Kind/id."),
                    Deprecation.UntilKey => Text("The release in which it is given up, such as 2.0.0."),
                    _ => throw Undescribed(key),
                },
            Deprecation.BecauseKey
        );

    /// <summary>The ids that were given up.</summary>
    public static JsonObject OfRetired() =>
        PackageSchemas.Document(
            "Retired ids",
            new JsonObject
            {
                ["description"] = "The ids that were given up, each as Kind/id.",
                ["type"] = new JsonArray("object", "null"),
                ["propertyNames"] = new JsonObject
                {
                    ["pattern"] = "^[^/]+/.",
                    ["patternErrorMessage"] = "A kind and an id, with a slash between.",
                },
                ["additionalProperties"] = Mapping(
                    "What is said of the id.",
                    RetiredId.Keys,
                    key =>
                        key switch
                        {
                            "since" => Text("The release in which the id is given up, such as 2.0.0."),
                            "because" => Text("The reason, for people: the compiler shows it to those who name it."),
                            "see" => Texts("The entities that take its place, each as Kind/id."),
                            _ => throw Undescribed(key),
                        },
                    "since",
                    "because"
                ),
            }
        );

    public static JsonObject OfKind(PackageSchema schema) =>
        PackageSchemas.Document(
            "Kind",
            Mapping("A kind of entities, or of embedded values.", SchemaKeys.OfKind, key => OfKindKey(key, schema))
        );

    private static JsonObject OfKindKey(string key, PackageSchema schema) =>
        key switch
        {
            "label" => Text("What the kind is called in texts; the file's name by default."),
            "plural" => Text(
                "The C# name of the catalog, and in kebab case the folder of its seeds: "
                    + "WashingtonVisits, washington-visits/."
            ),
            "collection" => Text(
                "The folder, or the file of many, that has the seeds, where that does not follow from " + "the plural."
            ),
            "items" => Path("The path to the entities in a file; a dot is the whole file."),
            "id" => Path(
                "What ids are: the path of a value, or a text with paths and places in braces: {folder}/{file}."
            ),
            "ids" => Choice("slugs (by default), or any: whatever files and keys are called.", SchemaKeys.Ids),
            "body" => Text("The property that has the text after the metadata of a file."),
            "value" => Text("The property that has a record which is no mapping, or a dictionary as a whole."),
            "description" => Text("Becomes the documentation of the type."),
            "abstract" => Boolean("true: an interface; has entities only through the kinds that extend it."),
            "embedded" => Boolean("true: a record without an id, for values within entities."),
            "article" => Boolean("true: entities are texts that can be cited; one kind at most."),
            "extends" => Names(
                "Abstract kinds whose properties the kind has too.",
                schema.Kinds.Where(kind => kind.IsAbstract)
            ),
            "accessors" => Choice("Which entities have an accessor; all by default.", SchemaKeys.Accessors),
            "temporal" => Temporal(),
            "assertions" => Assertions(),
            "ftm" => Text("The schema of FollowTheMoney that entities have in an export: Person, Company."),
            "deprecated" => Text("A reason; users of the type are warned."),
            "properties" => Properties(schema),
            _ => OfInheritedKey(key),
        };

    private static JsonObject OfInheritedKey(string key) =>
        key switch
        {
            "caption" => Text("The property that names an entity (inherited)."),
            "summary" => Text("The property that opens an entity's documentation (inherited)."),
            "groupBy" => Texts("The properties by whose values the catalog shows its entities, too (inherited)."),
            "findBy" => Texts("The properties by whose texts an entity is found; the caption by default (inherited)."),
            "featured" => Texts(
                "What the documentation of an entity lists, in this order; by default everything " + "(inherited)."
            ),
            _ => throw Undescribed(key),
        };

    private static JsonObject Temporal() =>
        Mapping(
            "The dates between which an entity is there; the catalog gets a timeline (inherited).",
            SchemaKeys.OfTemporal,
            inner =>
                inner switch
                {
                    "start" => Text("The property with the date from which on an entity is there."),
                    "end" => Text(
                        "The property with the date until which it is there; without, the start's " + "own span is all."
                    ),
                    _ => throw Undescribed(inner),
                },
            "start"
        );

    private static JsonObject Assertions() =>
        Mapping(
            "What must be true of all entities of the kind together.",
            SchemaKeys.OfAssertions,
            inner =>
                inner switch
                {
                    "min" => Number("As few entities as there may be."),
                    "max" => Number("As many entities as there may be."),
                    "fillRate" => new JsonObject
                    {
                        ["description"] = "The share of entities that must state a property, by property.",
                        ["type"] = "object",
                        ["additionalProperties"] = new JsonObject
                        {
                            ["type"] = "number",
                            ["exclusiveMinimum"] = 0,
                            ["maximum"] = 1,
                        },
                    },
                    _ => throw Undescribed(inner),
                }
        );

    private static JsonObject Properties(PackageSchema schema) =>
        new()
        {
            ["description"] = "The properties, by name: a small letter, then letters and digits.",
            ["type"] = new JsonArray("object", "null"),
            ["propertyNames"] = new JsonObject
            {
                ["pattern"] = @"^(?![\p{Lu}\p{Lt}])" + Identifier + "$",
                ["patternErrorMessage"] = "A small letter, then letters and digits.",
            },
            ["additionalProperties"] = OfProperty(schema),
        };

    private static JsonObject OfProperty(PackageSchema schema) =>
        Mapping(
            "A property: a type or a range, and what is asked of its values.",
            SchemaKeys.OfProperty,
            key => OfPropertyKey(key, schema)
        );

    private static JsonObject OfPropertyKey(string key, PackageSchema schema) =>
        key switch
        {
            "label" => Text("What the property is called; replaces a missing description."),
            "description" => Text("Documentation of the property; always write it."),
            "type" => Choice("The type of a value.", [.. PropertyReader.Types.Keys]),
            "range" => KindOrExternal(
                "A kind: a reference to an entity, or an embedded value where that kind is embedded. With @ "
                    + "and the namespace of another package, a kind of that one.",
                schema.Kinds
            ),
            "key" => Text("What seeds call the property, where that is not its name."),
            "by" => Text("Of a reference: the property of its range whose value names the entity, in place of the id."),
            "cardinality" => Choice(
                "How many values: one (by default), many in a list, or a map from any text to values.",
                SchemaKeys.Cardinalities
            ),
            "nullable" => Boolean("true, for lists and maps: null where a seed does not state them, and not empty."),
            "of" => new JsonObject
            {
                ["description"] =
                    "What the items of a list or a map are, where they are lists or maps themselves, or may "
                    + "be null.",
                ["type"] = "object",
            },
            "localized" => Boolean("true, for text and markdown: one text for each language."),
            "values" => new JsonObject
            {
                ["description"] =
                    "Of an enum: a mapping from value to description, or a list. Append new values at the end.",
                ["type"] = new JsonArray("object", "array"),
            },
            "reverse" => Reverse(),
            "ftm" => Text(
                "The property of FollowTheMoney that has the values in an export; that of its name by default."
            ),
            "deprecated" => Text("A reason; users of the property are warned."),
            _ => OfConstraint(key),
        };

    private static JsonObject OfConstraint(string key) =>
        key switch
        {
            "required" => Boolean("true: every entity must have it."),
            "unique" => Boolean("true: no two entities of the kind have the same value."),
            "pattern" => Text("A regular expression that the whole text matches."),
            "minimum" => Number("The least that a number or an amount may be."),
            "maximum" => Number("The most that a number or an amount may be."),
            "maxLength" => Number("The most UTF-16 code units of a text."),
            "bidi" => Choice(
                "allowed, for text and markdown: values may hold the invisible controls of writing direction.",
                ["allowed"]
            ),
            "format" => Choice("The form of an identifier.", Formats.All),
            "cited" => Boolean(
                "Whether its values must be cited, where the package asks for that; by default names and "
                    + "external ids need not be."
            ),
            "disputable" => Boolean(
                "true: values may compete without a preferred one. The property then has none of them, and its "
                    + "claims have all."
            ),
            _ => throw Undescribed(key),
        };

    private static JsonObject Reverse() =>
        Mapping(
            "The list, on the kind referred to, of the entities that refer to it.",
            SchemaKeys.OfReverse,
            inner =>
                inner switch
                {
                    "name" => Text("The name of that list as a property: a small letter first."),
                    "description" => Text("Documentation of that list."),
                    _ => throw Undescribed(inner),
                },
            "name"
        );

    /// <summary>A test writes all schemas, so it finds every key of the build that has no description here.</summary>
    internal static ArgumentOutOfRangeException Undescribed(string key) =>
        new(nameof(key), key, "The build knows this key, and the editor is not told of it.");

    internal static JsonObject Mapping(
        string description,
        string[] keys,
        Func<string, JsonObject> describe,
        params string[] required
    )
    {
        var properties = new JsonObject();
        foreach (var key in keys)
            properties[key] = describe(key);
        var mapping = new JsonObject
        {
            ["description"] = description,
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (required.Length > 0)
            mapping["required"] = new JsonArray([.. required.Select(key => (JsonNode)key)]);
        return mapping;
    }

    internal static JsonObject Text(string description) =>
        new() { ["description"] = description, ["not"] = ValueSchemas.OfTypes("object", "array") };

    internal static JsonObject Texts(string description) =>
        new() { ["description"] = description, ["not"] = ValueSchemas.OfTypes("object") };

    /// <summary>A text, or a list of keys.</summary>
    internal static JsonObject Path(string description) =>
        new() { ["description"] = description, ["type"] = new JsonArray("string", "number", "array") };

    private static JsonObject Boolean(string description) =>
        new() { ["description"] = description, ["type"] = "boolean" };

    private static JsonObject Number(string description) =>
        new() { ["description"] = description, ["type"] = "number" };

    private static JsonObject Mappings(string description) =>
        new()
        {
            ["description"] = description,
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "object" },
        };

    internal static JsonObject Choice(string description, string[] choices) =>
        new()
        {
            ["description"] = description,
            ["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode)choice)]),
        };

    internal static JsonObject KindOrExternal(string description, IEnumerable<Kind> kinds)
    {
        var own = Names(description, kinds, isList: false);
        if (!own.ContainsKey("enum"))
            return own;
        own.Remove("description");
        return new JsonObject
        {
            ["description"] = description,
            ["anyOf"] = new JsonArray(
                own,
                new JsonObject { ["type"] = "string", ["pattern"] = @"^\p{L}[^@\s]*@[\p{L}_][^@\s]*$" }
            ),
        };
    }

    private static JsonObject Names(string description, IEnumerable<Kind> kinds, bool isList = true)
    {
        var known = kinds.ToList();
        // The schema of a kind may be unfinished.
        if (known.Count == 0)
            return isList ? Texts(description) : Text(description);
        JsonObject One() =>
            new()
            {
                ["enum"] = new JsonArray([.. known.Select(kind => (JsonNode)kind.Name)]),
                ["enumDescriptions"] = new JsonArray([.. known.Select(kind => (JsonNode)kind.Description)]),
            };
        var names = isList
            ? new JsonObject
            {
                ["anyOf"] = new JsonArray(One(), new JsonObject { ["type"] = "array", ["items"] = One() }),
            }
            : One();
        names["description"] = description;
        return names;
    }
}
