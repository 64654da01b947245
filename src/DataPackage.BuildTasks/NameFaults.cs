using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;

namespace DataPackage.BuildTasks;

/// <summary>The names for which no seed of a package is compiled, as the build reports them.</summary>
internal sealed class NameFaults
{
    private readonly string _seedsName;
    private readonly List<string> _refused = [];
    private readonly IReadOnlyList<string> _links;

    /// <param name="seedsPath">The full path of the seeds folder.</param>
    /// <param name="seedsName">The folder as messages name it.</param>
    /// <param name="seedPaths">Paths below the folder, with '/' between folders.</param>
    /// <param name="others">Paths of other files that are refused, each with the reason.</param>
    public NameFaults(
        string seedsPath,
        string seedsName,
        IEnumerable<string> seedPaths,
        IEnumerable<(string Path, string Reason)> others
    )
    {
        foreach (var (path, reason) in others)
            Refuse(path, reason);
        _seedsName = seedsName.TrimEnd('/', '\\');
        var paths = seedPaths.Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal).ToList();
        foreach (var path in paths)
            if (SeedNames.Refuse(path) is { } reason)
                Refuse(Show(path), reason);
        foreach (var (path, place, other) in SeedNames.FindCollisions(paths))
            Refuse(Show(path), BuildMessages.SameAs(place, other));

        var names = new FileSystemNames(seedsPath);
        _links = names.LinksOnTheWayTo(paths);
        // MSBuild changes a name with a backslash, so no path has it.
        foreach (var path in names.WithBackslash)
            Refuse(Show(path), SeedNames.Refuse(path)!);
    }

    /// <summary>The messages of DP0022.</summary>
    public IEnumerable<string> Names =>
        _refused.Count <= SeedNames.Shown
            ? _refused
            : _refused
                .Take(SeedNames.Shown)
                .Append(
                    $"There are {_refused.Count - SeedNames.Shown} more such names: rename those that are shown, and "
                        + "build again"
                );

    /// <summary>The message of DP0021; null if no seed is a link.</summary>
    public string? Links =>
        _links.Count == 0
            ? null
            : string.Format(
                null,
                BuildMessages.Links,
                string.Join(", ", _links.Take(SeedNames.Shown).Select(link => MessageText.Of(Show(link))))
                    + (_links.Count > SeedNames.Shown ? ", ..." : "")
            );

    private void Refuse(string path, string reason) =>
        _refused.Add(string.Format(null, BuildMessages.Name, MessageText.Of(path), reason));

    private string Show(string seedPath) => _seedsName + "/" + seedPath;
}
