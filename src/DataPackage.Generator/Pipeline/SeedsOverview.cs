using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Pipeline;

/// <summary>What the paths of all seeds say.</summary>
internal sealed record SeedsOverview(bool HasSeeds, bool HasArticles)
{
    /// <summary>Where nobody could look: what seeds need is not missed, and none lacks a kind.</summary>
    public static SeedsOverview Unknown { get; } = new(HasSeeds: true, HasArticles: true);

    public static Result<SeedsOverview> Of(IReadOnlyCollection<SeedFile> files) =>
        new(
            new SeedsOverview(files.Count > 0, files.Any(file => SeedPaths.IsInArticles(file.SeedPath))),
            SeedCount.Check(files)
        );
}
