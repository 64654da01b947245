using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.BuildTasks;

namespace DataPackage.EditorSchemas;

/// <summary>A folder of schemas. A file is written only if its text changes, since editors read it again
/// then.</summary>
internal sealed class SchemaFolder(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly OwnFolder _folder = new(folder);

    // Lines end in a line feed on every machine; within a text it is escaped.
    public void Add(string name, JsonNode content) =>
        Add(name, content.ToJsonString(Indented).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n");

    /// <param name="name">The name of a file, or its path below the folder.</param>
    public void Add(string name, string content) => _folder.Add(name, content);

    /// <summary>Writes the files that were added, and removes those of kinds that are gone.</summary>
    public void Write() => _folder.Write();
}
