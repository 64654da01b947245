using DataPackage.BuildTasks;
using DataPackage.EditorSchemas;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Packages;

/// <summary>The seeds of one package on disk.</summary>
internal sealed class SeedPackage
{
    private readonly Session _session;
    private readonly bool _followsLinks;
    private SeedListing? _listing;

    private SeedPackage(string folder, Session session, ProjectFacts? project)
    {
        Folder = folder;
        _session = session;
        _followsLinks = project?.FollowsLinks ?? false;
        Options = CompilerOptions.None with
        {
            RootNamespace = project?.RootNamespace ?? "",
            References = project?.ReadReferences(),
        };
    }

    /// <summary>The full path of the folder of the seeds.</summary>
    public string Folder { get; }

    /// <summary>What the project says; without one, its references are unknown.</summary>
    public CompilerOptions Options { get; }

    /// <summary>The package that an argument names: a folder of seeds, or one with a folder 'seeds'.</summary>
    /// <exception cref="StopException">There are no seeds.</exception>
    public static SeedPackage Find(Session session, string? path, ProjectFacts? project = null)
    {
        if (path is null && project is not null)
            return Require(new SeedPackage(project.SeedsFolder, session, project));
        var folder = session.Resolve(path ?? ".");
        if (!Directory.Exists(folder))
            throw StopException.NotStarted($"there is no folder '{session.Show(folder)}'");
        var below = Path.Combine(folder, "seeds");
        var isPackage = Path.Exists(Path.Combine(folder, "datapackage.yaml"));
        return Require(new SeedPackage(!isPackage && Directory.Exists(below) ? below : folder, session, project));
    }

    private static SeedPackage Require(SeedPackage package) =>
        Directory.Exists(package.Folder) && package.Listing.Names.Count > 0
            ? package
            : throw StopException.NotStarted(
                $"there are no seeds in '{package._session.Show(package.Folder)}': name the folder of the seeds, or "
                    + "one that has a folder 'seeds'"
            );

    /// <summary>Reads all seeds as the compiler does. Reads through no link that the project does not follow: it may
    /// lead to a file without an end.</summary>
    /// <exception cref="StopException">There is a name with which the build compiles nothing.</exception>
    public IReadOnlyList<SeedInput> Read()
    {
        if (CheckNames() is [var fault, ..])
            throw StopException.Findings(fault.Text);
        var seeds = new List<SeedInput>();
        foreach (var path in Listing.Seeds)
        {
            _session.Cancellation.ThrowIfCancellationRequested();
            seeds.Add(SeedOnDisk.Read(path, PathOf(path)));
        }

        return seeds;
    }

    public string PathOf(string seedPath) => Path.Combine(Folder, seedPath.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The package as it is on disk, for the steps of the engine.</summary>
    public PackageCompiler Compile() => Compile(Read());

    public PackageCompiler Compile(IEnumerable<SeedInput> seeds) => new(seeds, Options, _session.Cancellation);

    /// <summary>The number of seeds when names were last checked.</summary>
    public int SeedCount => Listing.Seeds.Count;

    /// <summary>The messages of the build's own check of names. Where there is one, the build compiles
    /// nothing.</summary>
    public IReadOnlyList<(Rule Rule, string Text)> CheckNames()
    {
        _listing = null;
        var faults = new NameFaults(Folder, Path.GetFileName(Folder), Listing.Names, []);
        var messages = faults.Names.Select(text => (Rules.RefusedName, text)).ToList();
        if (!_followsLinks && faults.Links is { } links)
            messages.Add((Rules.SymbolicLink, links));
        return messages;
    }

    /// <summary>Refuses to write a file below the folder if a folder on the way to it is a link.</summary>
    /// <exception cref="StopException">There is a link.</exception>
    public void RefuseLinksOnTheWayTo(string path)
    {
        for (
            var folder = Path.GetDirectoryName(path)!;
            folder.Length > Folder.Length;
            folder = Path.GetDirectoryName(folder)!
        )
            if (Links.IsLink(folder))
                throw StopException.NotStarted(
                    $"'{_session.Show(folder)}' is a symbolic link, and nothing is written through one"
                );
    }

    /// <summary>The files below the folder when names were last checked.</summary>
    private SeedListing Listing => _listing ??= SeedListing.Of(Folder, _followsLinks);
}
