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

    /// <summary>The piece of the file that this is; null if it is the whole file.</summary>
    public PieceId? Piece { get; init; }

    /// <summary>Whether this piece says something else than it does within its file, so the file must be bound as a
    /// whole.</summary>
    public bool IsTorn { get; init; }

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

    /// <summary>Rounded if it is a whole file: an edit seldom changes it. A piece is too small for that.</summary>
    public SeedSize Size { get; init; }

    /// <summary>A piece that cannot be bound without the rest of its file.</summary>
    public static BoundSeed Torn(SeedDocument piece, PackageSchema schema) =>
        Unread(piece, schema) with
        {
            IsTorn = true,
        };

    /// <summary>A seed that could not be bound: the kind of its entities is known, but not the entities.</summary>
    public static BoundSeed Failed(SeedDocument document, PackageSchema schema, SeedDiagnostic failure) =>
        Unread(document, schema) with
        {
            Diagnostics = document.Diagnostics.Append(failure).ToEquatableArray(),
        };

    /// <summary>The seed after a later step failed.</summary>
    public BoundSeed With(SeedDiagnostic failure) =>
        this with
        {
            Diagnostics = Diagnostics.Append(failure).ToEquatableArray(),
        };

    private static BoundSeed Unread(SeedDocument document, PackageSchema schema) =>
        new()
        {
            SeedPath = document.SeedPath,
            FilePath = document.FilePath,
            Piece = document.Piece,
            UnreadKinds = schema
                .FindFor(document.SeedPath, document.Collection)
                .Select(kind => kind.Name)
                .ToEquatableArray(),
        };

    /// <summary>Whether it holds an article, or the text of one.</summary>
    public bool HasArticle => Text is not null || Entities.Any(entity => entity.Article is not null);
}
