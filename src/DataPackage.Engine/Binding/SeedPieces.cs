using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>Says which files can be bound in pieces: those whose top-level items are entities, each by itself. A file
/// whose items depend on each other is torn by cutting, and is bound as a whole.</summary>
internal static class SeedPieces
{
    /// <summary>Whether the items of a file are entities of one kind, as far as its path tells.</summary>
    /// <param name="mayBeMap">Whether a mapping in the file may be one of entities.</param>
    public static bool MayCut(string seedPath, PackageSchema schema, out bool mayBeMap)
    {
        mayBeMap = false;
        if (
            schema.IsIncomplete
            || SeedPaths.IsDeclaration(seedPath)
            || !SeedPaths.IsYaml(seedPath)
            || schema.Facts.Excluded.Any(pattern => pattern.Excludes(seedPath))
        )
            return false;
        var kinds = schema.FindFor(seedPath, SeedPaths.CollectionOf(seedPath));
        var others = InferredSchemas.ConfigurationsOf(seedPath, schema);
        if (kinds.Count + others.Count != 1)
            return false;
        var (isBySource, hasPath) =
            kinds.Count == 1
                ? (kinds[0].Seeding.Source is not null, kinds[0].Seeding.Items is not null || kinds[0].IsArticle)
                : (others[0]?.Source is not null, others[0]?.Items is not null);
        mayBeMap = isBySource || !seedPath.Contains('/');
        return !hasPath;
    }

    /// <summary>Whether a piece was read without a fault, and may be one by the complete schema as well.</summary>
    public static bool MayBind(SeedDocument piece, PackageSchema schema) =>
        !piece.IsBroken
        && piece.Diagnostics.Count + piece.Lost.Count == 0
        && MayCut(piece.SeedPath, schema, out var mayBeMap)
        && (piece.Root is null or SeedSequence || (piece.Root is SeedMapping && mayBeMap));

    /// <summary>Whether each item of a piece is an entity whatever the other items are. It is not if it has no id, as
    /// entities are numbered if none has one. In a mapping, a key that is a property may mean that the file is one
    /// entity.</summary>
    public static bool HasEntities(SeedDocument piece, Kind kind, IReadOnlyList<SeedRecord> records) =>
        (
            piece.Root is not SeedMapping map
            || !map.Entries.Any(entry => kind.IndexOfKey(entry.Name) >= 0 || entry.Name == "id")
        ) && records.All(record => record.Origin is IdOrigin.Key or IdOrigin.Value);

    /// <summary>The files that must be bound as a whole, because a piece of them is torn, or because all pieces
    /// together hold more than a file may, have more mistakes than are shown, or repeat an id.</summary>
    public static IEnumerable<string> FindTorn(IEnumerable<BoundSeed> pieces) =>
        pieces
            .GroupBy(piece => piece.FilePath, StringComparer.Ordinal)
            .Where(file => IsTorn([.. file]))
            .Select(file => file.Key);

    private static bool IsTorn(IReadOnlyList<BoundSeed> pieces)
    {
        if (
            pieces.Any(piece => piece.IsTorn)
            || pieces.Sum(piece => (long)piece.Size.Nodes) > SeedLimits.Nodes
            || pieces.Sum(piece => piece.Diagnostics.Count) > SeedLimits.Messages
        )
            return true;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return !pieces.SelectMany(piece => piece.Entities).All(entity => ids.Add(entity.Id));
    }
}
