using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataPackage.EditorSchemas;

/// <summary>A folder of JSON files, and of nothing else. A file is written only where its text changes: an editor reads it anew whenever it is.</summary>
internal sealed class SchemaFolder(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public void Write(string name, JsonNode content)
    {
        // Lines end alike on every machine; a line feed within a text is escaped.
        var bytes = Encoding.UTF8.GetBytes(content.ToJsonString(Indented).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n");
        var path = Path.Combine(folder, name);
        _written.Add(path);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) return;
        Directory.CreateDirectory(folder);
        // An editor that reads at this moment finds the old file or the new one, never half of one.
        var next = path + ".new";
        File.WriteAllBytes(next, bytes);
        File.Move(next, path, overwrite: true);
    }

    /// <summary>Removes what was written for kinds that are gone.</summary>
    public void RemoveOthers()
    {
        foreach (var file in Directory.GetFiles(folder, "*.json"))
            if (!_written.Contains(file)) File.Delete(file);
    }
}
