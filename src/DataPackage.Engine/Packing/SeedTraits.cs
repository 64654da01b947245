using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>The languages and references of a seed, on which the packing of all seeds depends. An edited value seldom
/// changes them.</summary>
/// <param name="Languages">The sets of languages that its texts have.</param>
/// <param name="References">The references that their targets list.</param>
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

    public static SeedTraits Of(LinkedSeed seed)
    {
        var languages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in seed.Rows)
        {
            foreach (var value in row.Entity.Values)
                EntityPacker.AddLanguages(value, languages);
            foreach (var claim in row.Entity.Claims)
                EntityPacker.AddLanguages(claim.Value, languages);
        }

        return new SeedTraits(languages.ToEquatableArray(), seed.References);
    }
}
