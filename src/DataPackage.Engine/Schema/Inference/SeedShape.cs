using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>What one file adds to the shape of its collection. Files whose values differ but have the same forms are
/// equal.</summary>
internal sealed record SeedShape
{
    public required string SeedPath { get; init; }

    public required string FilePath { get; init; }

    /// <summary>The folder or file that it is in.</summary>
    public required string Folder { get; init; }

    /// <summary>The name of its configuration; its folder if it has none.</summary>
    public required string Collection { get; init; }

    public required FoundRecords Records { get; init; }

    /// <summary>The entries of the mapping that the file is, if each of them may be a record; null if not.</summary>
    public required FoundRecords? Entries { get; init; }

    /// <summary>Whether a text follows the metadata of the file.</summary>
    public required bool HasBody { get; init; }

    /// <summary>Whether the file states no value, though it may have a text.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>Whether the file is a text without metadata: a record only among texts with metadata.</summary>
    public bool IsTextOnly => IsEmpty && HasBody;

    /// <summary>Whether a part of the file could not be read: it may have further keys and records.</summary>
    public required bool IsIncomplete { get; init; }

    /// <summary>Null if the file has no records.</summary>
    public static SeedShape? Of(SeedDocument document, KindConfiguration? configuration)
    {
        var isIncomplete = document.Lost.Count > 0;
        var mayHaveRecords = isIncomplete && document.Article is null;
        var reader = new SeedShapeReader(document, configuration);
        var records = reader.Read();
        return records is { Shape.Count: 0, IsFile: false } && !mayHaveRecords
            ? null
            : new SeedShape
            {
                SeedPath = document.SeedPath,
                FilePath = document.FilePath,
                Folder = document.Collection,
                Collection = configuration?.Name ?? document.Collection,
                Records = records,
                Entries = reader.ReadEntries(),
                HasBody = document.Article is { Text.Length: > 0 },
                IsEmpty = document.Root is null or SeedScalar { IsNull: true },
                IsIncomplete = isIncomplete,
            };
    }
}
