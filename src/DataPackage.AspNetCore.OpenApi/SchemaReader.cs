using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DataPackage.AspNetCore.OpenApi;

/// <summary>Makes the schemas of OpenAPI from those of the runtime.</summary>
internal static class SchemaReader
{
    public static IOpenApiSchema Read(JsonNode json, OpenApiDocument document)
    {
        if ((string?)json["$ref"] is { } path)
            return new OpenApiSchemaReference(path[(path.LastIndexOf('/') + 1)..], document)
            {
                Description = (string?)json["description"],
            };
        var schema = new OpenApiSchema();
        Fill(schema, json.AsObject(), document);
        return schema;
    }

    /// <summary>Sets what the JSON states, and leaves the rest. A newer runtime may state more than this package knows:
    /// an application then has a document that says less, rather than none.</summary>
    public static void Fill(OpenApiSchema schema, JsonObject json, OpenApiDocument document)
    {
        foreach (var (keyword, value) in json)
        {
            var isKnown = SetParts(schema, keyword, value!, document) || SetValues(schema, keyword, value!);
            Debug.Assert(isKnown, $"The keyword '{keyword}' of the runtime has no counterpart.");
        }
    }

    private static bool SetParts(OpenApiSchema schema, string keyword, JsonNode value, OpenApiDocument document)
    {
        switch (keyword)
        {
            case "properties":
                schema.Properties = value
                    .AsObject()
                    .ToDictionary(property => property.Key, property => Read(property.Value!, document));
                return true;
            case "items":
                schema.Items = Read(value, document);
                return true;
            case "additionalProperties":
                schema.AdditionalProperties = Read(value, document);
                return true;
            case "anyOf":
                schema.AnyOf = [.. value.AsArray().Select(choice => Read(choice!, document))];
                return true;
            case "oneOf":
                schema.OneOf = [.. value.AsArray().Select(choice => Read(choice!, document))];
                return true;
            default:
                return false;
        }
    }

    private static bool SetValues(OpenApiSchema schema, string keyword, JsonNode value)
    {
        switch (keyword)
        {
            case "type":
                schema.Type = (value as JsonArray ?? [value.DeepClone()])
                    .Select(type => Enum.Parse<JsonSchemaType>((string)type!, ignoreCase: true))
                    .Aggregate((types, type) => types | type);
                return true;
            case "required":
                schema.Required = value.AsArray().Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
                return true;
            case "enum":
                schema.Enum = Copies(value);
                return true;
            case "examples":
                schema.Examples = Copies(value);
                return true;
            case "minProperties":
                schema.MinProperties = (int)value;
                return true;
            case "minimum":
                schema.Minimum = ((int)value).ToString(CultureInfo.InvariantCulture);
                return true;
            default:
                return SetText(schema, keyword, value);
        }
    }

    private static bool SetText(OpenApiSchema schema, string keyword, JsonNode value)
    {
        switch (keyword)
        {
            case "description":
                schema.Description = (string)value!;
                return true;
            case "format":
                schema.Format = (string)value!;
                return true;
            case "pattern":
                schema.Pattern = (string)value!;
                return true;
            case "const":
                schema.Const = (string)value!;
                return true;
            default:
                return false;
        }
    }

    private static List<JsonNode> Copies(JsonNode list) => [.. list.AsArray().Select(item => item!.DeepClone())];
}
