using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A seed whose quotes have been looked for.</summary>
/// <param name="Entities">One for each entity of the seed.</param>
/// <param name="Diagnostics">What is wrong with the quotes.</param>
internal sealed record VerifiedSeed(
    BoundSeed Seed,
    EquatableArray<VerifiedEntity> Entities,
    EquatableArray<SeedDiagnostic> Diagnostics
)
{
    /// <summary>What is wrong with the seed, without a look at others.</summary>
    public EquatableArray<SeedDiagnostic> AllDiagnostics =>
        Seed.Diagnostics.Count == 0 ? Diagnostics : Seed.Diagnostics.Concat(Diagnostics).ToEquatableArray();

    public static VerifiedSeed WithoutQuotes(BoundSeed seed, EquatableArray<SeedDiagnostic> diagnostics) =>
        new(
            seed,
            seed.Entities.Select(entity => new VerifiedEntity(null, new(new Passage?[entity.Citations.Count])))
                .ToEquatableArray(),
            diagnostics
        );
}

/// <param name="Text">Of an article.</param>
/// <param name="Passages">For each citation what it quotes, null where that was not found.</param>
internal readonly record struct VerifiedEntity(LinkedText? Text, EquatableArray<Passage?> Passages);
