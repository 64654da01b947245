using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>The projects of tests/Consumer outside of the repository, beside the packed packages, with a package cache
/// of their own.</summary>
public sealed partial class Strangers : PackedPackages
{
    private readonly Dictionary<string, string> _environment;

    public Strangers()
        : base("src/DataPackage.Runtime", "src/DataPackage.Generator", "nuget/DataPackage", "src/DataPackage.Xunit")
    {
        CopyFiles(Repository.PathOf("tests/Consumer"), Workspace);
        CopyFiles(Repository.PathOf("samples"), Path.Combine(Workspace, "samples"));
        // A sample of the repository refers to its projects; one of a user, to the packages.
        var versions = Versions()
            .Matches(File.ReadAllText(Repository.PathOf("Directory.Packages.props")))
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        foreach (
            var project in Directory.EnumerateFiles(
                Path.Combine(Workspace, "samples"),
                "*.*proj",
                SearchOption.AllDirectories
            )
        )
        {
            var text = ProjectReference()
                .Replace(File.ReadAllText(project), $"""<PackageReference Include="$1" Version="{Version}" />""");
            text = GeneratorFromSource()
                .Replace(
                    text,
                    $"""
                    <ItemGroup>
                        <PackageReference Include="DataPackage.Generator" Version="{Version}" PrivateAssets="all" />
                        <PackageReference Include="DataPackage.Runtime" Version="{Version}" />
                      </ItemGroup>
                    """
                );
            // A comment in a sample names packages of ours, which have their version already.
            File.WriteAllText(
                project,
                BarePackageReference()
                    .Replace(
                        text,
                        match =>
                            versions.TryGetValue(match.Groups[1].Value, out var version)
                                ? $"""<PackageReference Include="{match.Groups[1].Value}" Version="{version}" />"""
                                : match.Value
                    )
            );
        }

        _environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(Workspace, "cache"),
            ["DataPackageVersion"] = Version,
            // What the machine has restored before, such as the frameworks that samples stand on, is read where it is:
            // our own packages' version never was.
            ["RestoreFallbackFolders"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                is { Length: > 0 } packages
                ? packages
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        };
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;
            var copy = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("""<PackageVersion Include="([^"]+)" Version="([^"]+)" />""")]
    private static partial Regex Versions();

    [GeneratedRegex("""<ProjectReference Include="[^"]*/([\w.]+)\.csproj" />""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex("""<Import Project="[^"]*/DataPackage.Generator.FromSource.targets" />""")]
    private static partial Regex GeneratorFromSource();

    [GeneratedRegex("""<PackageReference Include="([^"]+)" />""")]
    private static partial Regex BarePackageReference();

    public string Folder(string project) => Path.Combine(Workspace, project);

    /// <summary>The same project once more, in another folder of the workspace.</summary>
    public void Copy(string project, string folder) => CopyFiles(Folder(project), Folder(folder));

    /// <summary>Runs a command in the project's folder and returns what it printed; throws where it fails.</summary>
    public string Succeed(string project, params string[] arguments) =>
        Dotnet.Run(Folder(project), _environment, arguments);

    /// <summary>Runs a command in the project's folder, with more settings in its environment, and returns how it
    /// ended.</summary>
    internal DotnetResult Try(
        string project,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) => Dotnet.Try(Folder(project), new Dictionary<string, string>(_environment.Concat(environment)), arguments);

    /// <summary>Runs another program than dotnet, with the same settings and more.</summary>
    internal DotnetResult TryProgram(
        string project,
        IReadOnlyDictionary<string, string> environment,
        string program,
        params string[] arguments
    ) =>
        Dotnet.TryProgram(
            Folder(project),
            new Dictionary<string, string>(_environment.Concat(environment)),
            program,
            arguments
        );

    /// <summary>Runs a command in the project's folder and returns what it printed and its exit code.</summary>
    internal DotnetResult Try(string project, params string[] arguments) =>
        Dotnet.Try(Folder(project), _environment, arguments);

    /// <summary>Builds and returns the errors, each once.</summary>
    public IReadOnlyList<BuildError> ErrorsOf(string project, params string[] arguments)
    {
        var result = Dotnet.Try(
            Folder(project),
            _environment,
            ["build", "-consoleLoggerParameters:NoSummary", .. arguments]
        );
        var errors = BuildError.In(result.Output, Folder(project));
        Assert.True(result.ExitCode == 0 == (errors.Count == 0), result.Output);
        return errors;
    }

    /// <summary>Runs the project's program and returns the lines that it prints.</summary>
    public string[] LinesOf(string project, params string[] arguments) =>
        Succeed(project, ["run", .. arguments]).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>What the generator wrote while the project was built.</summary>
    public string[] GeneratedFilesOf(string project) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Folder(project), "obj"), "*.g.cs", SearchOption.AllDirectories)
                .Where(file => file.Contains("DataPackageGenerator", StringComparison.Ordinal)),
        ];
}

/// <summary>An error as the build prints it. The file's path is relative to the project; it is empty where the error is
/// in no file.</summary>
public sealed partial record BuildError(string File, int Line, int Column, string Code, string Message)
{
    public static IReadOnlyList<BuildError> In(string output, string folder) =>
        [
            .. ErrorLine()
                .Matches(output)
                .Select(match => new BuildError(
                    match.Groups["file"].Success
                        ? Path.GetRelativePath(folder, match.Groups["file"].Value).Replace('\\', '/')
                        : "",
                    match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, null) : 0,
                    match.Groups["column"].Success ? int.Parse(match.Groups["column"].Value, null) : 0,
                    match.Groups["code"].Value,
                    match.Groups["message"].Value.Trim()
                ))
                .Distinct(),
        ];

    [GeneratedRegex(
        @"^\s*(?:CSC|MSBUILD|(?<file>[^\n]+?)\((?<line>\d+),(?<column>\d+)\)|[^\n]+?) ?: error (?<code>\w+): (?<message>.*?)(?: \[[^\]]+\])?\r?$",
        RegexOptions.Multiline
    )]
    private static partial Regex ErrorLine();
}
