using System.IO.Compression;
using DataPackage.Bench.Data;
using DataPackage.Testing;

namespace DataPackage.Bench;

/// <summary>The data sets and the programs built on them, each made on first use. Everything is below
/// <c>bench/.work</c>.</summary>
internal sealed class Workspace(Options options)
{
    /// <summary>As in DataPackage.Generator.Delivery.targets, in bytes.</summary>
    private const long LargeFrom = 2_000_000;

    /// <summary>How projects are built and packed: as they are published, and without output.</summary>
    private static readonly string[] InRelease = ["--configuration", "Release", "-nologo", "-verbosity:quiet"];

    private readonly string _root = Repository.PathOf("bench/.work");
    private readonly Dictionary<int, DataFolder> _data = [];
    private readonly Dictionary<(string Project, int Size, string Variant, bool HasOtherDelivery), string> _built = [];
    private readonly HashSet<int> _verified = [];
    private string? _packages;

    /// <summary>The linker of native programs; null if none is installed.</summary>
    public static string? Linker { get; } = ((string[])["clang", "gcc"]).FirstOrDefault(Tool.IsInstalled);

    public Options Options => options;

    /// <summary>Where the command line is built.</summary>
    public string ToolFolder => Path.Combine(_root, "tool");

    public string ResultsPath =>
        Path.Combine(_root, options.IsFull ? "results.json" : $"results-{string.Join('-', options.Sizes)}.json");

    /// <summary>Only a full run changes the published figures.</summary>
    public string ReportFolder => options.IsFull ? Repository.PathOf("docs") : _root;

    /// <summary>The folder of the unpacked packages of the generator and the runtime, as they are now.</summary>
    public string Packages => _packages ??= Pack();

    /// <summary>An empty folder of this name.</summary>
    public string Fresh(string name)
    {
        var folder = Path.Combine(_root, name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    public DataFolder DataOf(int size)
    {
        if (!_data.TryGetValue(size, out var data))
            _data[size] = data = DataFolder.Prepare(size, FolderOf(size));
        return data;
    }

    /// <summary>Builds a project below <c>bench/Peers</c> for a size.</summary>
    /// <returns>The folder of its assemblies.</returns>
    public string Build(string project, int size, bool hasOtherDelivery = false)
    {
        var key = (project, size, "", hasOtherDelivery);
        if (_built.TryGetValue(key, out var folder))
            return folder;
        Tool.Run(Tool.Dotnet, _root, ["build", .. BuildArguments(project, size, hasOtherDelivery)]);
        return _built[key] = Path.Combine(
            FolderOf(size),
            ArtifactsOf("artifacts", hasOtherDelivery),
            "bin",
            project,
            "release"
        );
    }

    /// <summary>Publishes a project below <c>bench/Peers</c> for a size, as <c>r2r</c>, <c>aot</c> or
    /// <c>trimmed</c>.</summary>
    /// <returns>The folder of the published program.</returns>
    public string Publish(string project, int size, string variant, bool hasOtherDelivery = false)
    {
        var key = (project, size, variant, hasOtherDelivery);
        if (_built.TryGetValue(key, out var folder))
            return folder;
        folder = Path.Combine(FolderOf(size), ArtifactsOf(variant, hasOtherDelivery), project);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Tool.Run(
            Tool.Dotnet,
            _root,
            [
                "publish",
                .. Arguments(project, size, "artifacts-published", hasOtherDelivery),
                $"-p:BenchVariant={variant}",
                "--output",
                folder,
            ]
        );
        return _built[key] = folder;
    }

    public string[] BuildArguments(string project, int size, bool hasOtherDelivery = false) =>
        Arguments(project, size, "artifacts", hasOtherDelivery);

    /// <summary>Builds the data package from these seeds.</summary>
    /// <returns>The arguments to build it again.</returns>
    public string[] BuildPackage(IEnumerable<Seed> seeds)
    {
        var folder = Fresh("other-seeds");
        foreach (var seed in seeds)
        {
            var path = Path.Combine(folder, "seeds", seed.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, seed.Text);
        }

        var arguments = Arguments("DataPackageData", folder, Path.Combine(folder, "artifacts"));
        Tool.Run(Tool.Dotnet, _root, ["build", .. arguments]);
        return arguments;
    }

    /// <summary>Whether the bytes of the package of this size are a resource, unless a build asks for the other
    /// delivery.</summary>
    public bool IsLarge(int size) =>
        Directory
            .EnumerateFiles($"{DataOf(size)}/seeds", "*.yaml", SearchOption.AllDirectories)
            .Sum(file => new FileInfo(file).Length) >= LargeFrom;

    /// <summary>The peers that can be measured at this size: built, and verified to have the same data.</summary>
    public IReadOnlyList<Peer> PeersAt(int size)
    {
        var peers = Peer.All.Where(peer => size <= peer.MostPersons && peer.IsPossible).ToList();
        foreach (var peer in peers)
            Build(peer.Project, size, peer.HasOtherDelivery);
        if (_verified.Add(size))
            Checksums.Verify(this, peers, size);
        return peers;
    }

    public string Executable(Peer peer, int size) =>
        Path.Combine(Build(peer.Project, size, peer.HasOtherDelivery), peer.Project);

    public string Executable(Peer peer, int size, string variant) =>
        Path.Combine(Publish(peer.Project, size, variant, peer.HasOtherDelivery), peer.Project);

    /// <param name="artifacts">Separate for builds and publishing, which leaves settings of its variant in intermediate
    /// files.</param>
    private string[] Arguments(string project, int size, string artifacts, bool hasOtherDelivery) =>
        [
            .. Arguments(
                project,
                DataOf(size).ToString(),
                Path.Combine(FolderOf(size), ArtifactsOf(artifacts, hasOtherDelivery))
            ),
            .. hasOtherDelivery
                ? [$"-p:DataPackageDelivery={(IsLarge(size) ? "literals" : "resource")}"]
                : Array.Empty<string>(),
        ];

    private static string[] Arguments(string project, string data, string artifacts)
    {
        // The project file is named after its folder, or after the folder and 'Peer': a project must not be named like
        // a package that it references.
        var path = Directory.GetFiles(Repository.PathOf($"bench/Peers/{FolderName(project)}"), "*.csproj").Single();
        return
        [
            path,
            .. InRelease,
            "--artifacts-path",
            artifacts,
            $"-p:BenchData={data}",
            $"-p:CppCompilerAndLinker={Linker}",
            "-maxcpucount:1",
        ];
    }

    private string Pack()
    {
        var folder = Fresh("packages");
        foreach (var project in (string[])["DataPackage.Generator", "DataPackage.Runtime"])
        {
            Tool.Run(
                Tool.Dotnet,
                _root,
                [
                    "pack",
                    Repository.PathOf($"src/{project}"),
                    .. InRelease,
                    "--artifacts-path",
                    Path.Combine(folder, "artifacts"),
                    "--output",
                    folder,
                ]
            );
            // Both have a nuspec, an icon and a README.
            ZipFile.ExtractToDirectory(
                Directory.GetFiles(folder, $"{project}.*.nupkg").Single(),
                Path.Combine(folder, "unpacked"),
                overwriteFiles: true
            );
        }

        return Path.Combine(folder, "unpacked");
    }

    private static string FolderName(string project) =>
        project.EndsWith("Peer", StringComparison.Ordinal) ? project[..^"Peer".Length] : project;

    private static string ArtifactsOf(string name, bool hasOtherDelivery) => hasOtherDelivery ? name + "-other" : name;

    private string FolderOf(int size) => Path.Combine(_root, FormattableString.Invariant($"{size}"));
}
