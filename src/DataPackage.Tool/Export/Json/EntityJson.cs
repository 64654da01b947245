using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Entities;

namespace DataPackage.Tool.Export.Json;

/// <summary>Writes an entity with all that is known of it. References name the kind too.</summary>
internal static class EntityJson
{
    /// <param name="isNumber">Whether the values of a property are written as numbers if they are; all are if
    /// null.</param>
    public static void Write(
        Kind kind,
        int row,
        LinkedEntity entity,
        ExportSource source,
        Utf8JsonWriter json,
        Func<Property, bool>? isNumber = null
    )
    {
        json.WriteStartObject();
        WriteMembers(kind, row, entity, source, json, isNumber);
        json.WriteEndObject();
    }

    /// <summary>Writes it into an object that has begun.</summary>
    public static void WriteMembers(
        Kind kind,
        int row,
        LinkedEntity entity,
        ExportSource source,
        Utf8JsonWriter json,
        Func<Property, bool>? isNumber = null
    )
    {
        json.WriteString("id", entity.Id);
        json.WriteString("caption", entity.Caption);
        json.WriteStartArray("formerIds");
        foreach (var former in entity.FormerNames)
            json.WriteStringValue(former.Id);
        json.WriteEndArray();
        json.WriteStartObject("values");
        ValueJson.WriteMembers(kind, entity.Values, source.Schema, json, NameOf, isNumber);
        json.WriteEndObject();
        if (entity.Text is { } article)
        {
            if (article.Text is { } text)
                json.WriteString("text", text);
            json.WriteString("sha256", article.Sha256);
        }

        json.WriteStartArray("claims");
        foreach (var claim in entity.Claims)
            ClaimText.Write(claim, kind.Properties[claim.Property], source.Schema, json, NameOf, isNumber);
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
