using DataPackage.Engine.Syntax;

namespace DataPackage.Tool.Editing;

/// <summary>A mapping of YAML whose entries have lines of their own, from the first column on.</summary>
internal static class BlockMapping
{
    public static bool Is(SeedMapping mapping, SeedDocument document) =>
        (
            document.SeedPath.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || document.SeedPath.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || document.SeedPath.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        )
        && mapping.Entries.Count > 0
        && mapping.Entries.All(entry => document.Lines[entry.KeySlot.Span.Start].Character == 0);

    /// <summary>The entries in their order, each with its lines up to the next entry, without comments and blank lines
    /// at its end.</summary>
    public static IEnumerable<(string Key, string Lines)> Entries(SeedMapping mapping, string text)
    {
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var start = mapping.Entries[i].KeySlot.Span.Start;
            var end = i + 1 < mapping.Entries.Count ? mapping.Entries[i + 1].KeySlot.Span.Start : EndOf(text, start);
            var lines = text[start..end].ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
            while (lines.Count > 1 && (lines[^1].Length == 0 || lines[^1][0] == '#'))
                lines.RemoveAt(lines.Count - 1);
            yield return (mapping.Entries[i].Name, string.Join('\n', lines) + "\n");
        }
    }

    /// <summary>The end of the document: of the file, or of the metadata of a text.</summary>
    private static int EndOf(string text, int start)
    {
        var end = text.IndexOf("\n---", start, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + 1;
    }
}
