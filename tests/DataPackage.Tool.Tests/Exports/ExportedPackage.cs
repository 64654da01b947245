using System.Text.Json;
using DataPackage.Engine;
using DataPackage.Engine.Linking;
using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Testing;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Tests.Releases;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>Seeds that were exported, and what the engine says of them, by which each reader's answer is
/// judged.</summary>
internal sealed class ExportedPackage : IDisposable
{
    private const int RandomPackages = 12;

    /// <summary>The number of packages that are not random.</summary>
    public const int Chosen = 6;

    private readonly TempFolder _folder;

    private ExportedPackage(TempFolder folder, string name, PackageCompiler typed) =>
        (_folder, Name, Typed) = (folder, name, typed);

    /// <summary>What failed, for messages.</summary>
    public string Name { get; }

    public PackageCompiler Typed { get; }

    /// <summary>What the run told.</summary>
    public string Told { get; private set; } = "";

    public string CaptionOf(EntityLink link) =>
        Typed.Package.Kinds.Single(kind => kind.Name == link.Kind).Entities[link.Row].Caption;

    public string PathOf(string format) => _folder.PathOf("out/" + format);

    public SortedDictionary<string, string> Files => _folder.Files("out");

    public string Text(string file) => _folder.Text("out/" + file);

    /// <summary>The shipped data.</summary>
    public static ExportedPackage Shipped(params string[] arguments) =>
        Of("the shipped data", new TempFolder().WithCopyOf("seeds", "seeds"), arguments);

    public static ExportedPackage Of(string name, TempFolder folder, params string[] arguments)
    {
        var run = folder.Run(["export", "-o", "out", .. arguments]);
        Assert.True(run.ExitCode == 0, $"{name}: {run.Output}{run.Errors}");
        Assert.Equal("", run.Output);
        return new ExportedPackage(folder, name, Compile(folder)) { Told = run.Errors };
    }

    private static PackageCompiler Compile(TempFolder folder)
    {
        var session = new Session
        {
            Output = TextWriter.Null,
            Errors = TextWriter.Null,
            Folder = folder.Path,
        };
        return SeedPackage.Find(session, null).Compile();
    }

    /// <summary>The shipped data, samples, hostile ids and values, and random packages that have no errors.</summary>
    public static IReadOnlyList<ExportedPackage> All(params string[] arguments) =>
        [
            Shipped(arguments),
            Of("samples/Languages", new TempFolder().WithCopyOf("samples/Languages/seeds", "seeds"), arguments),
            Of("hostile ids", HostileSeeds.Ids(), arguments),
            Of("claims", HostileSeeds.Claims(), arguments),
            Of("shapes", HostileSeeds.Shapes(), arguments),
            Of("a large one", HostileSeeds.Large(), arguments),
            .. RandomOnes(arguments),
        ];

    private static IEnumerable<ExportedPackage> RandomOnes(string[] arguments)
    {
        foreach (var seed in FuzzRun.FromEnvironment(RandomPackages).Seeds)
        {
            if (RandomVersion.WithoutErrors(seed) is not { } version)
                continue;
            var folder = new TempFolder();
            foreach (var (path, text) in version.Seeds)
                folder.With("seeds/" + path, text);
            yield return Of(FuzzRun.Again(seed), folder, arguments);
        }
    }

    /// <summary>What a script says of each folder, a line of JSON for each.</summary>
    public static IEnumerable<(ExportedPackage Package, JsonElement Said)> Read(
        IReadOnlyList<ExportedPackage> packages,
        string script,
        string format
    )
    {
        var folders = string.Join('\n', packages.Select(package => package.PathOf(format)));
        var lines = NodeModules.Run(script, folders).TrimEnd('\n').Split('\n');
        Assert.Equal(packages.Count, lines.Length);
        return packages.Zip(lines, (package, line) => (package, JsonDocument.Parse(line).RootElement));
    }

    public void Dispose() => _folder.Dispose();
}
