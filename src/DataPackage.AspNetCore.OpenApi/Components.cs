using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;
using Microsoft.OpenApi;

namespace DataPackage.AspNetCore.OpenApi;

/// <summary>The named schemas of one document.</summary>
internal sealed class Components(OpenApiDocument document)
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>Where ASP.NET Core keeps the name under which it moves a schema to the components.</summary>
    private const string Name = "x-schema-id";

    private const string Ids = "DataPackage.Ids";

    private readonly JsonSchemas _schemas = new(Prefix);

    /// <summary>By the name of each schema of entities that requests name by id, the name of the schema of the
    /// ids.</summary>
    public static IReadOnlyDictionary<string, string> IdsOf(OpenApiDocument document) =>
        document.Metadata?.TryGetValue(Ids, out var ids) == true ? (Dictionary<string, string>)ids : [];

    /// <summary>Fills in what a converter writes.</summary>
    public void Describe(OpenApiSchema schema, JsonConverter converter)
    {
        var described = Describe(converter);
        var name = JsonSchemas.NameOf(converter);
        SchemaReader.Fill(schema, name is null ? described : _schemas.Definitions[name].Schema, document);
        // A property may have a converter of its own, which is not the one that the schema was named after.
        if (name is not null && schema.Metadata?.ContainsKey(Name) == true)
            schema.Metadata[Name] = name;
    }

    /// <summary>A new schema of what a converter writes. ASP.NET Core moves it to the components by its name; it would
    /// resolve a reference.</summary>
    public OpenApiSchema Create(JsonConverter converter)
    {
        var schema = new OpenApiSchema();
        if (JsonSchemas.NameOf(converter) is { } name)
            schema.Metadata = new Dictionary<string, object>(StringComparer.Ordinal) { [Name] = name };
        Describe(schema, converter);
        return schema;
    }

    /// <summary>Keeps a schema where it is, as it is not that of its type.</summary>
    public static void KeepInPlace(OpenApiSchema schema) => schema.Metadata?.Remove(Name);

    /// <summary>Fills in a parameter that is the text of a value.</summary>
    public void DescribeText(OpenApiSchema schema, JsonConverter converter)
    {
        if (!_schemas.TryDescribeText(converter, out var described))
            return;
        KeepInPlace(schema);
        SchemaReader.Fill(schema, described, document);
    }

    private JsonObject Describe(JsonConverter converter)
    {
        _schemas.TryDescribe(converter, out var described);
        if (JsonSchemas.ReadsIdsOnly(converter) && _schemas.TryDescribeIds(converter, out var ids))
            KnownIds()[JsonSchemas.NameOf(converter)!] = ((string)ids["$ref"]!)[Prefix.Length..];
        foreach (var (name, definition) in _schemas.Definitions)
        {
            XmlDescriptions.Add(definition);
            if (document.Components?.Schemas?.ContainsKey(name) != true)
                document.AddComponent(name, SchemaReader.Read(definition.Schema, document));
        }

        return described!;
    }

    private Dictionary<string, string> KnownIds()
    {
        document.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal);
        if (!document.Metadata.TryGetValue(Ids, out var ids))
            document.Metadata.Add(Ids, ids = new Dictionary<string, string>(StringComparer.Ordinal));
        return (Dictionary<string, string>)ids;
    }
}
