using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Entities;
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
            Write(kind, row, entities.Entities[row], source, json);
            JsonText.FlushWhereLong(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Kind kind, int row, LinkedEntity entity, ExportSource source, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("caption", entity.Caption);
        json.WriteStartArray("formerIds");
        foreach (var former in entity.FormerNames)
            json.WriteStringValue(former.Id);
        json.WriteEndArray();
        json.WriteStartObject("values");
        ValueJson.WriteMembers(kind, entity.Values, source.Schema, json, NameOf);
        json.WriteEndObject();
        if (entity.Text is { } article)
        {
            if (article.Text is { } text)
                json.WriteString("text", text);
            json.WriteString("sha256", article.Sha256);
        }

        json.WriteStartArray("claims");
        foreach (var claim in entity.Claims)
            ClaimText.Write(claim, kind.Properties[claim.Property], source.Schema, json, NameOf);
        json.WriteEndArray();
        json.WriteStartArray("citations");
        foreach (var citation in entity.Citations)
            Write(citation, json);
        json.WriteEndArray();
        json.WriteStartObject("reverses");
        foreach (var (reverse, sources) in source.ReversesOf(kind, row))
        {
            json.WriteStartArray(reverse.Name);
            foreach (var each in sources)
                json.WriteStringValue(NameOf(each));
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Entities of two kinds may have the same id.</summary>
    public static string NameOf(EntityLink link) => $"{link.Kind}/{link.Id}";

    private static void Write(LinkedCitation citation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("article", citation.Article.Id);
        if (citation.Passage.Text is { } quote)
            json.WriteString("quote", quote);
        if (citation.Passage.Language is { } language)
            json.WriteString("language", language);
        json.WriteNumber("paragraph", citation.Passage.Paragraph);
        json.WriteNumber("start", citation.Passage.Start);
        json.WriteNumber("end", citation.Passage.End);
        json.WriteStartArray("for");
        foreach (var path in citation.For)
            json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
