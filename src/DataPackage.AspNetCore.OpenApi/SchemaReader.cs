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

    /// <summary>Sets what the JSON states, and leaves the rest.</summary>
    public static void Fill(OpenApiSchema schema, JsonObject json, OpenApiDocument document)
    {
        foreach (var (keyword, value) in json)
            Set(schema, keyword, value!, document);
    }

    private static void Set(OpenApiSchema schema, string keyword, JsonNode value, OpenApiDocument document)
    {
        switch (keyword)
        {
            case "type":
                schema.Type = (value as JsonArray ?? [value.DeepClone()])
                    .Select(type => Enum.Parse<JsonSchemaType>((string)type!, ignoreCase: true))
                    .Aggregate((types, type) => types | type);
                break;
            case "description":
                schema.Description = (string)value!;
                break;
            case "format":
                schema.Format = (string)value!;
                break;
            case "pattern":
                schema.Pattern = (string)value!;
                break;
            case "const":
                schema.Const = (string)value!;
                break;
            case "minimum":
                schema.Minimum = ((int)value).ToString(CultureInfo.InvariantCulture);
                break;
            case "minProperties":
                schema.MinProperties = (int)value;
                break;
            case "required":
                schema.Required = value.AsArray().Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
                break;
            case "enum":
                schema.Enum = Copies(value);
                break;
            case "examples":
                schema.Examples = Copies(value);
                break;
            case "properties":
                schema.Properties = value
                    .AsObject()
                    .ToDictionary(property => property.Key, property => Read(property.Value!, document));
                break;
            case "items":
                schema.Items = Read(value, document);
                break;
            case "additionalProperties":
                schema.AdditionalProperties = Read(value, document);
                break;
            case "anyOf":
                schema.AnyOf = [.. value.AsArray().Select(choice => Read(choice!, document))];
                break;
            case "oneOf":
                schema.OneOf = [.. value.AsArray().Select(choice => Read(choice!, document))];
                break;
            default:
                throw new NotSupportedException($"The runtime describes values by '{keyword}'; this package is older.");
        }
    }

    private static List<JsonNode> Copies(JsonNode list) => [.. list.AsArray().Select(item => item!.DeepClone())];
}
