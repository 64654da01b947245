using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A seed whose quotes have been looked for.</summary>
/// <param name="Entities">One for each entity of the seed.</param>
/// <param name="Diagnostics">The errors in the quotes.</param>
internal sealed record VerifiedSeed(
    BoundSeed Seed,
    EquatableArray<VerifiedEntity> Entities,
    EquatableArray<SeedDiagnostic> Diagnostics
)
{
    /// <summary>The errors in the seed that do not depend on others.</summary>
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

/// <param name="Text">The text of an article; null for all other entities.</param>
/// <param name="Passages">For each citation its passage, null if that was not found.</param>
internal readonly record struct VerifiedEntity(LinkedText? Text, EquatableArray<Passage?> Passages);
