using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Reports;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The single values of an entity as 'datapackage list --json' shows them.</summary>
internal static class TypedValues
{
    /// <returns>Path, language and text, with bars between.</returns>
    /// <param name="nameOf">How references are written; as ids if null.</param>
    public static IEnumerable<string> Of(
        Kind kind,
        LinkedEntity entity,
        PackageSchema schema,
        Func<EntityLink, string>? nameOf = null
    )
    {
        foreach (var (property, value) in EntityValues.Of(kind, entity.Values))
        {
            var json = JsonText.Write(json => ValueJson.Write(value, property, schema, json, nameOf));
            using var document = JsonDocument.Parse(json);
            foreach (var leaf in Of(document.RootElement, property.Name, property, schema, property.Layers.Count))
                yield return leaf;
        }
    }

    /// <summary>The single values in a document.</summary>
    public static IEnumerable<string> Of(Kind kind, JsonElement values, PackageSchema schema) =>
        values
            .EnumerateObject()
            .Select(member => (member.Value, Property: kind.Properties[kind.IndexOf(member.Name)]))
            .SelectMany(member =>
                Of(member.Value, member.Property.Name, member.Property, schema, member.Property.Layers.Count)
            );

    private static List<string> Of(JsonElement value, string path, Property property, PackageSchema schema, int layers)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return [];
            case JsonValueKind.Array:
                return value
                    .EnumerateArray()
                    .SelectMany((item, i) => Of(item, $"{path}[{i}]", property, schema, layers - 1))
                    .ToList();
            case JsonValueKind.Object when layers <= 0 && property.IsLocalized:
                return value.EnumerateObject().Select(text => $"{path}|{text.Name}|{text.Value.GetString()}").ToList();
            case JsonValueKind.Object when layers <= 0 && schema.Find(property.Range) is { } kind:
                return value
                    .EnumerateObject()
                    .SelectMany(member =>
                        Of(
                            member.Value,
                            $"{path}.{member.Name}",
                            kind.Properties[kind.IndexOf(member.Name)],
                            schema,
                            kind.Properties[kind.IndexOf(member.Name)].Layers.Count
                        )
                    )
                    .ToList();
            case JsonValueKind.Object:
                return value
                    .EnumerateObject()
                    .SelectMany(entry => Of(entry.Value, Entry(path, entry.Name), property, schema, layers - 1))
                    .ToList();
            default:
                return
                [
                    $"{path}|und|{(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText())}",
                ];
        }
    }

    private static string Entry(string path, string key) => $"{path}[{key}]";
}
