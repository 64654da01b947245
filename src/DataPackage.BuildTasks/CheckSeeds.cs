using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Checks the name of each seed before anything else uses it: the compiler, the program that writes schemas
/// for editors, and the lists that both are given.</summary>
/// <remarks>A task, because expressions in build files unescape a name, escape it, or read it as an expression. The
/// task gets the same items as the compiler, and asks the file system what they are.</remarks>
public sealed class CheckSeeds : BuildTask
{
    private readonly List<string> _refused = [];

    /// <summary>The compiler's additional files, seeds or not.</summary>
    public ITaskItem[] Files { get; set; } = [];

    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>The full path of the seeds folder, percent-encoded, as the generator gets it.</summary>
    [Required]
    public string SeedsPath { get; set; } = "";

    /// <summary>The seeds folder as the project names it, for messages.</summary>
    public string SeedsName { get; set; } = "";

    public bool FollowsLinks { get; set; }

    /// <summary>The files that are seeds; empty if the build is stopped.</summary>
    [Output]
    public ITaskItem[] Seeds { get; set; } = [];

    protected override bool Run()
    {
        var seeds = SeedItem.In(Files, ProjectFolder, SeedsPath, Refuse);
        var paths = seeds
            .Select(seed => seed.SeedPath)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(path => path, StringComparer.Ordinal)
            .ToList();
        foreach (var path in paths)
            if (SeedNames.Refuse(path) is { } reason)
                Refuse(Show(path), reason);
        foreach (var (path, place, other) in SeedNames.FindCollisions(paths))
            Refuse(Show(path), BuildMessages.SameAs(place, other));

        var names = new FileSystemNames(Uri.UnescapeDataString(SeedsPath));
        var links = names.LinksOnTheWayTo(paths);
        // MSBuild changes a name with a backslash, so no item has it.
        foreach (var path in names.WithBackslash)
            Refuse(Show(path), SeedNames.Refuse(path)!);
        foreach (var message in _refused.Take(SeedNames.Shown))
            LogError(Codes.Name, message);
        if (_refused.Count > SeedNames.Shown)
            LogError(
                Codes.Name,
                $"There are {_refused.Count - SeedNames.Shown} more such names: rename those that are shown, and "
                    + "build again"
            );
        if (links.Count > 0 && !FollowsLinks)
            LogError(
                Codes.Link,
                string.Format(
                    null,
                    BuildMessages.Links,
                    string.Join(", ", links.Take(SeedNames.Shown).Select(link => MessageText.Of(Show(link))))
                        + (links.Count > SeedNames.Shown ? ", ..." : "")
                )
            );

        if (_refused.Count > 0 || (links.Count > 0 && !FollowsLinks))
            return false;
        Seeds = [.. seeds.Select(seed => seed.Item)];
        if (Seeds.Length == 0)
            SayThatThereAreNone();
        return true;
    }

    private void SayThatThereAreNone()
    {
        var reason = Directory.Exists(Uri.UnescapeDataString(SeedsPath))
            ? $"the folder '{SeedsName}' holds no seeds"
            : $"there is no folder '{SeedsName}'";
        LogMessage(
            MessageImportance.High,
            $"DataPackage: no data are generated, because {reason}; the property DataPackageSeeds names the folder of "
                + "the seeds"
        );
    }

    private string Show(string seedPath) => SeedsName.TrimEnd('/', '\\') + "/" + seedPath;

    private void Refuse(string path, string reason) =>
        _refused.Add(string.Format(null, BuildMessages.Name, MessageText.Of(path), reason));

    private static class Codes
    {
        public const string Link = "DP0021";
        public const string Name = "DP0022";
    }
}
