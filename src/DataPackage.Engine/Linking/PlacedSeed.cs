using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The lines of the entities of one seed. Only steps that show positions to people depend on it.</summary>
/// <param name="Piece">The piece that the lines are counted in; null if they are counted in the file.</param>
internal sealed record PlacedSeed(
    string SeedPath,
    string FilePath,
    PieceId? Piece,
    EquatableArray<PlacedEntity> Entities
) : ISeed
{
    /// <summary>A seed whose entities have no known lines.</summary>
    public static PlacedSeed Nowhere(BoundSeed seed) => new(seed.SeedPath, seed.FilePath, seed.Piece, default);

    public static PlacedSeed Of(BoundSeed seed) =>
        new(
            seed.SeedPath,
            seed.FilePath,
            seed.Piece,
            seed.Entities.Select(entity => new PlacedEntity(entity.Kind, entity.Id, entity.Location.Lines.Start.Line))
                .ToEquatableArray()
        );
}

/// <param name="Line">Counted from 0.</param>
internal sealed record PlacedEntity(string Kind, string Id, int Line);
