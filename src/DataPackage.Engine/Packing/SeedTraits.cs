using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>What a seed adds to what the entities of all seeds are packed by and point at. An edited value seldom
/// changes it.</summary>
/// <param name="Languages">The sets of languages that its texts have.</param>
/// <param name="References">Those that the entities they lead to list.</param>
internal sealed record SeedTraits(EquatableArray<string> Languages, EquatableArray<ReversibleReference> References)
{
    public static SeedTraits None { get; } = new(default, default);

    /// <summary>Every set of languages that a text of the package has, ordered ordinally.</summary>
    public static EquatableArray<string> MergeLanguages(IEnumerable<SeedTraits> seeds) =>
        seeds
            .SelectMany(seed => seed.Languages)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(set => set, StringComparer.Ordinal)
            .ToEquatableArray();

    public static SeedTraits Of(LinkedSeed seed) =>
        new(
            seed.Rows.SelectMany(row => EntityPacker.LanguagesOf(row.Entity.Values))
                .Distinct(StringComparer.Ordinal)
                .ToEquatableArray(),
            seed.References
        );
}
