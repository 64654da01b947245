namespace DataPackage.Engine.Binding;

/// <summary>The share of one seed in what a whole build may spend. It depends only on the number of seeds, in powers of
/// two, not on what other seeds have spent.</summary>
/// <param name="SuggestionWork">The work for suggestions, in letters compared.</param>
/// <param name="PatternPatience">The time for patterns that backtrack.</param>
internal sealed record SeedShare(int SuggestionWork, TimeSpan PatternPatience)
{
    public static SeedShare Of(int seeds) =>
        new(Diagnostics.SuggestionWork.PerSeed(seeds), Schema.Model.PatternPatience.PerSeed(seeds));
}
