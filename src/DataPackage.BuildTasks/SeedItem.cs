using DataPackage.Engine.Syntax;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>An item of the build that is a seed.</summary>
/// <param name="SeedPath">Below the seeds folder, with '/' between folders: what the generator knows it by.</param>
internal sealed record SeedItem(ITaskItem Item, string SeedPath, string FullPath)
{
    /// <summary>The seeds among all files of the compiler. Whose full path the compiler must not be told of is refused,
    /// seed or not.</summary>
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
            // .NET Framework throws at what no path of Windows can hold.
            var path =
                reason is null || Path.DirectorySeparatorChar == '/'
                    ? Path.Combine(projectFolder, file.ItemSpec)
                    : file.ItemSpec;
            var seedPath = folder.SeedPathOf(path);
            // What is wrong below the seeds folder is said of the seed, by those who ask for all seeds.
            if (seedPath is not null && (reason is null || SeedNames.Refuse(seedPath) is not null))
                seeds.Add(new(file, seedPath, path));
            else if (reason is not null)
                refuse(path, reason);
        }

        return seeds;
    }
}
