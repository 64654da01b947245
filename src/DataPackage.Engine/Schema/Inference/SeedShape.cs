using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

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

    /// <summary>The shape of the records that binding will find in the file.</summary>
    public required Shape Records { get; init; }

    /// <summary>The ids of the records that neither a file nor a key names; null for a record whose <c>id</c> is
    /// missing or not a text.</summary>
    public required EquatableArray<string?> Ids { get; init; }

    /// <summary>Whether a record that its file or its key names has a key <c>id</c> too, which then is a value like any
    /// other.</summary>
    public required bool HasIdProperty { get; init; }

    /// <summary>Whether a part of the file could not be read: it may have further keys and records.</summary>
    public required bool IsIncomplete { get; init; }

    /// <summary>Null if the file has no records.</summary>
    public static SeedShape? Of(SeedDocument document, KindConfiguration? configuration)
    {
        var isIncomplete = document.Lost.Count > 0;
        var mayHaveRecords = isIncomplete && IsYaml(document);
        if (document.Article is not null || (document.Root is null && !mayHaveRecords))
            return null;
        var reader = new SeedShapeReader(document, configuration);
        var records = reader.Read();
        return records.Mappings == 0 && !mayHaveRecords
            ? null
            : new SeedShape
            {
                SeedPath = document.SeedPath,
                FilePath = document.FilePath,
                Folder = document.Collection,
                Collection = configuration?.Name ?? document.Collection,
                Records = records,
                Ids = reader.Ids.ToEquatableArray(),
                HasIdProperty = reader.HasIdProperty,
                IsIncomplete = isIncomplete,
            };
    }

    private static bool IsYaml(SeedDocument document) =>
        System.IO.Path.GetExtension(document.SeedPath) is ".yaml" or ".yml";
}
