using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The places where all entities of one concrete kind are written.</summary>
/// <param name="Entities">Ordered by id, as rows are.</param>
internal sealed record KindPlaces(string Kind, EquatableArray<EntityPlace> Entities)
{
    public static EquatableArray<KindPlaces> Of(
        IEnumerable<PlacedSeed> seeds,
        PackageIndex index,
        PieceOrigins origins,
        CancellationToken cancellation
    )
    {
        var rows = index.Kinds.ToDictionary(
            kind => kind.Kind.Name,
            kind => kind.Entities.Select(entity => new EntityPlace(entity.Id, "", new SeedLine("", 1))).ToArray(),
            StringComparer.Ordinal
        );
        foreach (var seed in seeds)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < seed.Entities.Count; i++)
            {
                var (kind, id, line) = seed.Entities[i];
                if (index[kind].Find(id) is not { } self || index.IsDuplicate(seed.FilePath, seed.Piece, i))
                    continue;
                rows[kind][self.Row] = new EntityPlace(
                    id,
                    seed.SeedPath,
                    new SeedLine(seed.FilePath, origins.LineOf(seed.Piece, line) + 1)
                );
            }
        }

        return index.Kinds.Select(kind => new KindPlaces(kind.Kind.Name, new(rows[kind.Kind.Name]))).ToEquatableArray();
    }

    /// <summary>The lines of some rows of a kind; empty if no places are given.</summary>
    public static EquatableArray<SeedLine> LinesOf(
        EquatableArray<KindPlaces> places,
        string kind,
        int firstRow,
        int count
    )
    {
        foreach (var each in places)
            if (each.Kind == kind)
                return each.Entities.Skip(firstRow).Take(count).Select(entity => entity.Line).ToEquatableArray();
        return default;
    }
}
