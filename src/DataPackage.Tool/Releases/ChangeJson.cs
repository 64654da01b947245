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

    /// <summary>Reads the change back. What a later version wrote, in words that this one does not know, is taken for a
    /// member of no level.</summary>
    /// <exception cref="JsonException">The line is no change.</exception>
    public static ReleaseChange Read(string line)
    {
        try
        {
            using var read = JsonDocument.Parse(line);
            var json = read.RootElement;
            return new ReleaseChange(
                Enum.GetValues<ReleaseLevel>().FirstOrDefault(level => ChangeWords.Of(level) == Text(json, "level")),
                Enum.GetValues<ChangeType>()
                    .FirstOrDefault(type => ChangeWords.Of(type) == Text(json, "type"), ChangeType.Member),
                Text(json, "subject") ?? "",
                Text(json, "path") ?? "",
                Text(json, "before"),
                Text(json, "after")
            )
            {
                Why = Text(json, "why") ?? "",
                CitedBefore = Citations(json, "citedBefore"),
                CitedAfter = Citations(json, "citedAfter"),
            };
        }
        catch (InvalidOperationException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static EquatableArray<PublishedCitation> Citations(JsonElement json, string name) =>
        json.TryGetProperty(name, out var citations)
            ? citations
                .EnumerateArray()
                .Select(each => new PublishedCitation(Text(each, "article") ?? "", Text(each, "quote") ?? "", ""))
                .ToEquatableArray()
            : default;

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
