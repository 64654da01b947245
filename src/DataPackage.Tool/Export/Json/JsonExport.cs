using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Reports;

namespace DataPackage.Tool.Export.Json;

/// <summary>A document for each kind with its entities, and a JSON Schema of it.</summary>
internal static class JsonExport
{
    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell)
    {
        foreach (var (kind, entities) in source.Kinds)
        {
            var file = source.FileOf(kind);
            folder.WriteJson($"{file}.json", json => Write(kind, entities, source, json));
            folder.WriteJson($"{file}.schema.json", json => new KindSchema(kind, source.Schema, json).Write());
        }
    }

    private static void Write(Kind kind, LinkedKind entities, ExportSource source, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", $"{source.FileOf(kind)}.schema.json");
        json.WriteString("kind", kind.Name);
        if (source.Options.Date is { } date)
            json.WriteString("date", date.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartArray("entities");
        for (var row = 0; row < entities.Entities.Count; row++)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            EntityJson.Write(kind, row, entities.Entities[row], source, json);
            JsonText.FlushWhereLong(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
