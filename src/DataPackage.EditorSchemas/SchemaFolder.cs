using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataPackage.EditorSchemas;

/// <summary>A folder of schemas, and of nothing else. A file is written only where its text changes: an editor reads it anew whenever it is.</summary>
internal sealed class SchemaFolder(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    // Lines end alike on every machine; a line feed within a text is escaped.
    public void Write(string name, JsonNode content) => Write(name, content.ToJsonString(Indented).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n");

    /// <param name="name">A file name, or its path below the folder.</param>
    public void Write(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var path = Path.Combine(folder, name);
        _written.Add(path);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // An editor that reads at this moment finds the old file or the new one, never half of one.
        var next = path + ".new";
        File.WriteAllBytes(next, bytes);
        File.Move(next, path, overwrite: true);
    }

    /// <summary>Removes what was written for kinds that are gone.</summary>
    public void RemoveOthers()
    {
        foreach (var file in Directory.GetFiles(folder, "*.json").Concat(Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories)))
            if (!_written.Contains(file)) File.Delete(file);
    }
}
