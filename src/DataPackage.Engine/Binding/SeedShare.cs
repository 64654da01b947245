namespace DataPackage.Engine.Binding;

/// <summary>What one seed may spend of what a whole build may. It follows from the number of seeds alone, in steps of
/// twice as many, so that no seed depends on what others have spent.</summary>
/// <param name="SuggestionWork">On what was probably meant, in letters compared.</param>
/// <param name="PatternPatience">On patterns that backtrack.</param>
internal sealed record SeedShare(int SuggestionWork, TimeSpan PatternPatience)
{
    public static SeedShare Of(int seeds) =>
        new(Diagnostics.SuggestionWork.PerSeed(seeds), Schema.Model.PatternPatience.PerSeed(seeds));
}
