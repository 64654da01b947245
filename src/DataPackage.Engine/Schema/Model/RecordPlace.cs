using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The place of a record: its file, and its key or number there. Ids can be composed from it.</summary>
/// <param name="SeedPath">The path of the file below the seeds folder.</param>
/// <param name="Key">The key of the record in the file, or its number in a list; null if the file is the
/// record.</param>
internal readonly record struct RecordPlace(string SeedPath, string? Key)
{
    /// <summary>The places that a pattern can name.</summary>
    public static readonly string[] Names = ["file", "folder", "path", "extension", "key", "value"];

    /// <summary>The text of one of <see cref="Names"/>; null if the record has no such text.</summary>
    public string? this[string name, SeedNode? record] =>
        name switch
        {
            "file" => FileName,
            "folder" => Folder,
            "path" => Path,
            "extension" => System.IO.Path.GetExtension(SeedPath).TrimStart('.'),
            "key" => Key ?? FileName,
            "value" => (record as SeedScalar)?.Text,
            _ => null,
        };

    /// <summary>The name of the file without its extension.</summary>
    private string FileName => System.IO.Path.GetFileNameWithoutExtension(SeedPath);

    /// <summary>The name of the folder that the file is in; empty if that is the folder of the seeds.</summary>
    private string Folder
    {
        get
        {
            var end = SeedPath.LastIndexOf('/');
            return end < 0 ? "" : SeedPath.Substring(0, end).Substring(SeedPath.LastIndexOf('/', end - 1) + 1);
        }
    }

    /// <summary>The path of the file below the first folder, without its extension, then the record's key.</summary>
    private string Path
    {
        get
        {
            var below = SeedPath.Substring(SeedPath.IndexOf('/') + 1);
            var file = below.Substring(0, below.Length - System.IO.Path.GetExtension(below).Length);
            return Key is null ? file : $"{file}/{Key}";
        }
    }
}
