using System.Text.Json;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Releases;

/// <summary>Writes a change for programs.</summary>
internal static class ChangeJson
{
    public static void Write(ReleaseChange change, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("level", ChangeWords.Of(change.Level));
        json.WriteString("type", ChangeWords.Of(change.Type));
        json.WriteString("subject", change.Subject);
        WriteStated("path", change.Path.Length > 0 ? change.Path : null);
        WriteStated("before", change.Before);
        WriteStated("after", change.After);
        WriteStated("why", change.Why.Length > 0 ? change.Why : null);
        Write("citedBefore", change.CitedBefore, json);
        Write("citedAfter", change.CitedAfter, json);
        json.WriteEndObject();

        void WriteStated(string name, string? text)
        {
            if (text is not null)
                json.WriteString(name, text);
        }
    }

    private static void Write(string name, EquatableArray<PublishedCitation> citations, Utf8JsonWriter json)
    {
        if (citations.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var citation in citations)
        {
            json.WriteStartObject();
            json.WriteString("article", citation.Article);
            json.WriteString("quote", citation.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
