using DataPackage.Engine.Binding;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>Where the entities of one seed are written. Positions, so that only what tells them to people depends on
/// it.</summary>
internal sealed record PlacedSeed(string SeedPath, string FilePath, EquatableArray<PlacedEntity> Entities) : ISeed
{
    /// <summary>Of a seed that says of none of its entities where it is.</summary>
    public static PlacedSeed Nowhere(BoundSeed seed) => new(seed.SeedPath, seed.FilePath, default);

    public static PlacedSeed Of(BoundSeed seed) =>
        new(
            seed.SeedPath,
            seed.FilePath,
            seed.Entities.Select(entity => new PlacedEntity(
                    entity.Kind,
                    entity.Id,
                    entity.Location.Lines.Start.Line + 1
                ))
                .ToEquatableArray()
        );
}

/// <param name="Line">Counted from 1.</param>
internal sealed record PlacedEntity(string Kind, string Id, int Line);

/// <summary>A line of a file as the compiler knows it, counted from 1.</summary>
internal readonly record struct SeedLine(string Path, int Number);

/// <summary>The place of one entity.</summary>
/// <param name="SeedPath">Below the seeds folder; empty where nobody knows.</param>
internal sealed record EntityPlace(string Id, string SeedPath, SeedLine Line);

/// <summary>Where all entities of one concrete kind are written.</summary>
/// <param name="Entities">Ordered by id, as rows are.</param>
internal sealed record KindPlaces(string Kind, EquatableArray<EntityPlace> Entities)
{
    public static EquatableArray<KindPlaces> Of(
        IEnumerable<PlacedSeed> seeds,
        PackageIndex index,
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
                if (index[kind].Find(id) is not { } self || index.IsDuplicate(seed, i))
                    continue;
                rows[kind][self.Row] = new EntityPlace(id, seed.SeedPath, new SeedLine(seed.FilePath, line));
            }
        }

        return index.Kinds.Select(kind => new KindPlaces(kind.Kind.Name, new(rows[kind.Kind.Name]))).ToEquatableArray();
    }

    /// <summary>The lines of some rows of a kind; none where no places are given.</summary>
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
