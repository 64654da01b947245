using System.Text.Json;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Packages;

/// <summary>What only the project of a package knows, read from its <see cref="ProjectProperties"/> and from what its
/// last restore left.</summary>
internal sealed class ProjectFacts
{
    private readonly string _file;
    private readonly string _shown;

    private ProjectFacts(string file, Session session)
    {
        (_file, _shown) = (file, session.Show(file));
        var properties = new ProjectProperties(file, session);
        var seeds = properties.Find("DataPackageSeeds") is { Length: > 0 } stated ? stated : "seeds";
        SeedsFolder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, seeds.Replace('\\', '/')));
        // As the SDK makes it of the file's name.
        RootNamespace = properties.Find("RootNamespace") ?? Path.GetFileNameWithoutExtension(file).Replace(' ', '_');
        FollowsLinks = string.Equals(
            properties.Find("DataPackageFollowLinks"),
            "true",
            StringComparison.OrdinalIgnoreCase
        );
    }

    /// <summary>The full path of the folder of its seeds.</summary>
    public string SeedsFolder { get; }

    public string RootNamespace { get; }

    public bool FollowsLinks { get; }

    /// <exception cref="StopException">There is no such project, or it cannot be read.</exception>
    public static ProjectFacts Read(Session session, string path)
    {
        var full = session.Resolve(path);
        if (Directory.Exists(full))
            full = Directory.GetFiles(full, "*.csproj") is [var only]
                ? only
                : throw StopException.NotStarted($"'{session.Show(full)}' does not hold one project: name its file");
        if (!File.Exists(full))
            throw StopException.NotStarted($"there is no project '{session.Show(full)}'");
        return new ProjectFacts(full, session);
    }

    /// <summary>The kinds of the data packages among its references.</summary>
    /// <exception cref="StopException">The project was not restored, a referenced project not built, or what that left
    /// cannot be read.</exception>
    public EquatableArray<ExternalKind> ReadReferences() =>
        ReferencedAssemblies().SelectMany(KindsIn).ToEquatableArray();

    private static IEnumerable<ExternalKind> KindsIn(string assembly)
    {
        try
        {
            return ReferencedKinds.In(assembly);
        }
        catch (BadImageFormatException)
        {
            throw StopException.NotStarted($"'{assembly}' is no assembly: restore and build the project again");
        }
    }

    private List<string> ReferencedAssemblies()
    {
        var assets = Path.Combine(Path.GetDirectoryName(_file)!, "obj", "project.assets.json");
        if (!File.Exists(assets))
            throw StopException.NotStarted(
                $"the references of '{_shown}' are not known before it is restored: run 'dotnet restore {_shown}'"
            );
        try
        {
            return ReferencedAssemblies(assets);
        }
        catch (Exception malformed)
            when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw StopException.NotStarted(
                $"what the restore of '{_shown}' left cannot be read: run 'dotnet restore {_shown}'"
            );
        }
    }

    private List<string> ReferencedAssemblies(string assets)
    {
        using var restored = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = restored.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        var target = root.GetProperty("targets").EnumerateObject().First();
        var found = new List<string>();
        foreach (var library in target.Value.EnumerateObject())
        {
            if (!library.Value.TryGetProperty("compile", out var compile))
                continue;
            var path = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            var isProject = library.Value.GetProperty("type").GetString() == "project";
            foreach (var file in compile.EnumerateObject().Select(file => file.Name))
            {
                if (isProject)
                    found.Add(BuiltAssembly(path, Path.GetFileName(file)));
                else if (file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                    found.AddRange(
                        folders.Select(folder => Path.Combine(folder, path, file)).Where(File.Exists).Take(1)
                    );
            }
        }

        return found;
    }

    /// <summary>The newest build of a referenced project.</summary>
    private string BuiltAssembly(string project, string assembly)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(project, Path.GetDirectoryName(_file)!))!;
        var bin = Path.Combine(folder, "bin");
        var built = Directory.Exists(bin) ? Directory.GetFiles(bin, assembly, SearchOption.AllDirectories) : [];
        return built.MaxBy(File.GetLastWriteTimeUtc)
            ?? throw StopException.NotStarted(
                $"the ids of the project '{project}' are not known before it is built: run 'dotnet build'"
            );
    }
}
