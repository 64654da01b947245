using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DataPackage.Runtime.Json;

/// <summary>A named schema. For DataPackage.AspNetCore.OpenApi.</summary>
/// <param name="Type">The type that it describes.</param>
/// <param name="Schema">The schema.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record JsonSchemaDefinition(Type Type, JsonObject Schema);

/// <summary>The schemas (JSON Schema, draft 2020-12) of what the converters of data packages write. For
/// DataPackage.AspNetCore.OpenApi.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonSchemas
{
    private readonly string _prefix;
    private readonly Dictionary<string, JsonSchemaDefinition> _definitions = new(StringComparer.Ordinal);

    /// <param name="prefix">What a reference to a named schema has before the name: <c>#/components/schemas/</c>.
    /// </param>
    public JsonSchemas(string prefix) => _prefix = prefix;

    /// <summary>The schemas that were referred to so far, by name.</summary>
    public IReadOnlyDictionary<string, JsonSchemaDefinition> Definitions => _definitions;

    /// <summary>Whether a converter is of a data package.</summary>
    public static bool IsDescribed(JsonConverter converter) => converter is IDescribedConverter;

    /// <summary>The name of the schema of a converter; null if it has none, or is not of a data package.</summary>
    public static string? NameOf(JsonConverter converter) =>
        converter is IDescribedConverter described ? described.SchemaName(described.Levels) : null;

    /// <summary>Whether a converter, which may write entities as objects, reads them by id only.</summary>
    public static bool ReadsIdsOnly(JsonConverter converter) =>
        converter is IDescribedConverter { Levels: > 0, LevelsRead: 0 };

    /// <summary>Describes what a converter writes: by a reference to a named schema, or, if that has no name, in place.
    /// </summary>
    /// <returns>False if the converter is not of a data package.</returns>
    public bool TryDescribe(JsonConverter converter, [NotNullWhen(true)] out JsonObject? schema)
    {
        schema = converter is IDescribedConverter described ? Describe(described, described.Levels) : null;
        return schema is not null;
    }

    /// <summary>Describes the ids that a converter of entities reads.</summary>
    /// <returns>False if the converter is not of entities.</returns>
    public bool TryDescribeIds(JsonConverter converter, [NotNullWhen(true)] out JsonObject? schema)
    {
        schema = converter is IWholeEntityConverter and IDescribedConverter described ? Describe(described, 0) : null;
        return schema is not null;
    }

    /// <summary>Describes, in place, the texts that a converter reads: ids of entities, the text of an amount, names of
    /// an enumeration.</summary>
    /// <returns>False if a value has no text of its own.</returns>
    public bool TryDescribeText(JsonConverter converter, [NotNullWhen(true)] out JsonObject? schema)
    {
        schema = converter switch
        {
            MoneyJsonConverter => OfText("An amount of money: a number, a blank, a currency of ISO 4217.", "12.50 EUR"),
            IDescribedConverter described => described.Schema(this, 0),
            _ => null,
        };
        if (schema?["type"]?.ToString() != "string")
            schema = null;
        return schema is not null;
    }

    internal JsonObject Describe(IDescribedConverter converter, int levels)
    {
        if (converter.SchemaName(levels) is not { } name)
            return converter.Schema(this, levels);
        if (_definitions.TryAdd(name, new JsonSchemaDefinition(converter.Described, [])))
            _definitions[name] = new JsonSchemaDefinition(converter.Described, converter.Schema(this, levels));
        return new JsonObject { ["$ref"] = _prefix + name };
    }

    internal static JsonObject OfText(string description, params string[] examples)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = description };
        if (examples.Length > 0)
            schema["examples"] = new JsonArray([.. examples.Select(example => (JsonNode)example)]);
        return schema;
    }

    internal static JsonObject OfList(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    internal static JsonObject OfMap(JsonObject entries) =>
        new() { ["type"] = "object", ["additionalProperties"] = entries };

    internal static JsonObject OrNull(JsonObject schema) =>
        new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}
