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
