using DataPackage.Generator.Model;

namespace DataPackage.Generator.Emission;

/// <summary>What a seed adds to what the entities of all seeds are packed by and point at. An edited value seldom changes it.</summary>
/// <param name="Languages">The sets of languages that its texts have.</param>
/// <param name="References">Those that the entities they lead to list.</param>
internal sealed record SeedTraits(EquatableArray<string> Languages, EquatableArray<ReversibleReference> References)
{
    public static SeedTraits Of(LinkedSeed seed, CancellationToken cancellation) =>
        new(seed.Rows.SelectMany(row => EntityPacker.LanguagesOf(row.Entity.Values)).Distinct(StringComparer.Ordinal).ToEquatableArray(), seed.References);
}
