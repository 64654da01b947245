using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>The content of one file, bound to its kind but not linked to other files. Keeps the places that later steps
/// report.</summary>
internal sealed record BoundSeed : ISeed
{
    public required string SeedPath { get; init; }

    public required string FilePath { get; init; }

    /// <summary>In the order of the file.</summary>
    public EquatableArray<BoundEntity> Entities { get; init; }

    /// <summary>The text of an article whose metadata are in another file; null for any other file.</summary>
    public BoundText? Text { get; init; }

    /// <summary>What is wrong with the file, and with its values.</summary>
    public EquatableArray<SeedDiagnostic> Diagnostics { get; init; }

    /// <summary>What becomes of the file.</summary>
    public SeedReading Reading { get; init; }

    /// <summary>The kinds of the entities of a file of many that could not be read; none if all its entities are
    /// known.</summary>
    public EquatableArray<string> UnreadKinds { get; init; }

    /// <summary>The records that have no id, by kind.</summary>
    public EquatableArray<UnidentifiedRecords> Unidentified { get; init; }

    /// <summary>Rounded: an edit seldom changes it.</summary>
    public SeedSize Size { get; init; }

    /// <summary>A seed that could not be bound: the kind of its entities is known, but not the entities.</summary>
    public static BoundSeed Failed(SeedDocument document, PackageSchema schema, SeedDiagnostic failure) =>
        new()
        {
            SeedPath = document.SeedPath,
            FilePath = document.FilePath,
            Diagnostics = document.Diagnostics.Append(failure).ToEquatableArray(),
            UnreadKinds = schema
                .FindFor(document.SeedPath, document.Collection)
                .Select(kind => kind.Name)
                .ToEquatableArray(),
        };

    /// <summary>Whether it holds an article, or the text of one.</summary>
    public bool HasArticle => Text is not null || Entities.Any(entity => entity.Article is not null);
}
