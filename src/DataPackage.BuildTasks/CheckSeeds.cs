using Microsoft.Build.Framework;

namespace DataPackage.BuildTasks;

/// <summary>Checks the name of each seed before anything else uses it: the compiler, the program that writes schemas
/// for editors, and the lists that both are given.</summary>
/// <remarks>A task, because expressions in build files unescape a name, escape it, or read it as an expression. The
/// task gets the same items as the compiler, and asks the file system what they are.</remarks>
public sealed class CheckSeeds : BuildTask
{
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
        var elsewhere = new List<(string Path, string Reason)>();
        var seeds = SeedItem.In(Files, ProjectFolder, SeedsPath, (path, reason) => elsewhere.Add((path, reason)));
        var faults = new NameFaults(
            Uri.UnescapeDataString(SeedsPath),
            SeedsName,
            seeds.Select(seed => seed.SeedPath),
            elsewhere
        );
        var names = faults.Names.ToList();
        foreach (var message in names)
            LogError(Codes.Name, message);
        var links = FollowsLinks ? null : faults.Links;
        if (links is not null)
            LogError(Codes.Link, links);
        if (names.Count > 0 || links is not null)
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

    private static class Codes
    {
        public const string Link = "DP0021";
        public const string Name = "DP0022";
    }
}
