using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.BuildTasks;

namespace DataPackage.EditorSchemas;

/// <summary>A folder of schemas. A file is written only where its text changes: an editor reads it again whenever it
/// is.</summary>
internal sealed class SchemaFolder(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly OwnFolder _folder = new(folder);

    // Lines end alike on every machine; a line feed within a text is escaped.
    public void Add(string name, JsonNode content) =>
        Add(name, content.ToJsonString(Indented).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n");

    /// <param name="name">A file name, or its path below the folder.</param>
    public void Add(string name, string content) => _folder.Add(name, content);

    /// <summary>Writes what was added, and removes what was written for kinds that are gone.</summary>
    public void Write() => _folder.Write();
}
