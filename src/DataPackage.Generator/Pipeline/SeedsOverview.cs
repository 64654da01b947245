using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Pipeline;

/// <summary>The facts that follow from the paths of all seeds.</summary>
internal sealed record SeedsOverview(bool HasSeeds, bool HasArticles)
{
    /// <summary>The overview after a failure: nothing that seeds need is reported as missing.</summary>
    public static SeedsOverview Unknown { get; } = new(HasSeeds: true, HasArticles: true);

    public static Result<SeedsOverview> Of(IReadOnlyCollection<SeedFile> files) =>
        new(
            new SeedsOverview(files.Count > 0, files.Any(file => SeedPaths.IsInArticles(file.SeedPath))),
            SeedCount.Check(files)
        );
}
