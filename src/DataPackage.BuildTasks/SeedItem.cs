using DataPackage.Generator.Syntax;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>An item of the build that is a seed.</summary>
/// <param name="SeedPath">Below the seeds folder, with '/' between folders: what the generator knows it by.</param>
internal sealed record SeedItem(ITaskItem Item, string SeedPath, string FullPath)
{
    /// <summary>The seeds among all files of the compiler. Whose full path the compiler must not be told of is refused, seed or not.</summary>
    public static List<SeedItem> In(ITaskItem[] files, string projectFolder, string seedsPath, Action<string, string> refuse)
    {
        var folder = SeedsFolder.At(Uri.UnescapeDataString(seedsPath));
        var seeds = new List<SeedItem>();
        foreach (var file in files)
        {
            // Before they are put together: .NET Framework throws at what no path can hold.
            if ((SeedNames.RefuseFullPath(file.ItemSpec) ?? SeedNames.RefuseFullPath(projectFolder)) is { } reason)
            {
                refuse(file.ItemSpec, reason);
                continue;
            }

            var path = Path.Combine(projectFolder, file.ItemSpec);
            if (folder.SeedPathOf(path) is { } seedPath) seeds.Add(new(file, seedPath, path));
        }

        return seeds;
    }
}
