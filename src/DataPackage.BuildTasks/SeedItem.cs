using DataPackage.Engine.Syntax;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>An item of the build that is a seed.</summary>
/// <param name="SeedPath">The path below the seeds folder, with '/' between folders, by which the generator identifies
/// it.</param>
internal sealed record SeedItem(ITaskItem Item, string SeedPath, string FullPath)
{
    /// <summary>The paths of seeds for a request to a program, each once, in the same order on every machine.</summary>
    public static IReadOnlyList<(string SeedPath, string FullPath)> PathsOf(IEnumerable<SeedItem> seeds) =>
        [
            .. seeds
                .Select(seed => (seed.SeedPath, seed.FullPath))
                .Distinct()
                .OrderBy(seed => seed.SeedPath, StringComparer.Ordinal),
        ];

    /// <summary>The seeds among the compiler's files. Refuses a file, seed or not, whose full path the compiler cannot
    /// be given.</summary>
    public static List<SeedItem> In(
        ITaskItem[] files,
        string projectFolder,
        string seedsPath,
        Action<string, string> refuse
    )
    {
        var folder = SeedsFolder.At(Uri.UnescapeDataString(seedsPath));
        var seeds = new List<SeedItem>();
        foreach (var file in files)
        {
            var reason = SeedNames.RefuseFullPath(file.ItemSpec) ?? SeedNames.RefuseFullPath(projectFolder);
            // .NET Framework throws for a path that Windows cannot hold.
            var path =
                reason is null || Path.DirectorySeparatorChar == '/'
                    ? Path.Combine(projectFolder, file.ItemSpec)
                    : file.ItemSpec;
            var seedPath = folder.SeedPathOf(path);
            // Faults below the seeds folder are reported for the seed, by the callers that list all seeds.
            if (seedPath is not null && (reason is null || SeedNames.Refuse(seedPath) is not null))
                seeds.Add(new(file, seedPath, path));
            else if (reason is not null)
                refuse(path, reason);
        }

        return seeds;
    }
}
