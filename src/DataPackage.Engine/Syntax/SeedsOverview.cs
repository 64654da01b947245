using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The facts that follow from the paths of all seeds.</summary>
/// <param name="HasArticles">Whether there are seeds in articles/, whose kind need not be declared.</param>
/// <param name="TableFolders">The folders that hold tables and JSON and nothing else, so these are data; empty for the
/// folder of the seeds itself. Ordered.</param>
internal sealed record SeedsOverview(bool HasSeeds, bool HasArticles, EquatableArray<string> TableFolders)
{
    /// <summary>The overview after a failure: nothing that seeds need is reported as missing.</summary>
    public static SeedsOverview Unknown { get; } = new(HasSeeds: true, HasArticles: true, default);

    public static SeedsOverview Of(IReadOnlyCollection<string> seedPaths)
    {
        var (tables, others) = (
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var path in seedPaths)
        {
            if (SeedPaths.IsDeclaration(path))
                continue;
            if (SeedPaths.IsDataFormat(path))
                tables.Add(SeedPaths.FolderOf(path));
            else if (!StrayFiles.MayBe(path))
                others.Add(SeedPaths.FolderOf(path));
        }

        return new SeedsOverview(
            seedPaths.Count > 0,
            seedPaths.Any(SeedPaths.IsInArticles),
            tables.Except(others).OrderBy(folder => folder, StringComparer.Ordinal).ToEquatableArray()
        );
    }
}
