using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>What one piece of a file adds to the shape of the file.</summary>
/// <param name="Shape">Null if that depends on the rest of the file.</param>
internal sealed record PieceShape(PieceId Piece, SeedShape? Shape)
{
    /// <summary>Null if the piece is empty, or if no kind is inferred from its file.</summary>
    public static PieceShape? Of(SeedDocument piece, PackageSchema declared)
    {
        if (piece.Root is null || InferredSchemas.ConfigurationsOf(piece.SeedPath, declared) is not [var configuration])
            return null;
        var isRead = !piece.IsBroken && piece.Diagnostics.Count + piece.Lost.Count == 0;
        var shape = isRead ? SeedShape.Of(piece, configuration) : null;
        return new PieceShape(piece.Piece!, shape is { Records.IsFile: false } ? shape : null);
    }
}

/// <summary>The shapes of the files that were cut.</summary>
/// <param name="Torn">The paths of the files whose shapes must be read from the whole file.</param>
/// <param name="IsComplete">Whether the shapes of all pieces are known.</param>
internal sealed record JoinedShapes(EquatableArray<SeedShape> Files, EquatableArray<string> Torn, bool IsComplete)
{
    public static JoinedShapes None { get; } = new(default, default, IsComplete: false);

    /// <param name="pieces">Null for a piece whose shape failed, which was reported.</param>
    public static JoinedShapes Of(IReadOnlyList<PieceShape?> pieces, PieceOrigins origins)
    {
        List<SeedShape> files = [];
        List<string> torn = [];
        foreach (var file in pieces.OfType<PieceShape>().GroupBy(piece => piece.Piece.FilePath, StringComparer.Ordinal))
            if (file.Any(piece => piece.Shape is null))
                torn.Add(file.Key);
            else
                files.Add(Join([.. file], origins));
        return new(files.ToEquatableArray(), torn.ToEquatableArray(), !pieces.Contains(null));
    }

    private static SeedShape Join(List<PieceShape> pieces, PieceOrigins origins)
    {
        var shape = new ShapeBuilder();
        foreach (var piece in pieces)
            shape.Add(piece.Shape!.Records.Shape, at => origins.StartOf(piece.Piece, at));
        var records = pieces.Select(piece => piece.Shape!.Records).ToList();
        return pieces[0].Shape! with
        {
            Records = new FoundRecords
            {
                Shape = shape.ToShapeInOrder(),
                IsFile = false,
                Keys = records.SelectMany(each => each.Keys).ToEquatableArray(),
                Ids = records.SelectMany(each => each.Ids).ToEquatableArray(),
                Texts = records.SelectMany(each => each.Texts).ToEquatableArray(),
                HasIdProperty = records.Exists(each => each.HasIdProperty),
            },
        };
    }
}
