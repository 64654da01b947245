using System.Diagnostics;
using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>The projects of tests/Consumer outside of the repository, with the packed packages and a separate package
/// cache.</summary>
public sealed partial class Strangers : PackedPackages
{
    private readonly Dictionary<string, string> _environment;

    public Strangers()
        : base(
            "src/DataPackage.Runtime",
            "src/DataPackage.Generator",
            "nuget/DataPackage",
            "nuget/DataPackage.Templates",
            "src/DataPackage.AspNetCore.OpenApi",
            "src/DataPackage.Xunit",
            "src/DataPackage.Xunit.V3",
            "src/DataPackage.EntityFrameworkCore"
        )
    {
        CopyFiles(Repository.PathOf("tests/Consumer"), Workspace);
        CopyFiles(Repository.PathOf("samples"), Path.Combine(Workspace, "samples"));
        // A sample in the repository refers to projects; a user's sample refers to packages.
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
            // Comments in samples may name our packages, which already have a version.
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
            // Reads what the machine has restored before, such as frameworks of samples, from its own cache. Our test
            // version was never restored there.
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

    /// <summary>Copies the project to another folder of the workspace.</summary>
    public void Copy(string project, string folder) => CopyFiles(Folder(project), Folder(folder));

    /// <summary>Runs a command in the project's folder and returns its output; throws if it fails.</summary>
    public string Succeed(string project, params string[] arguments) =>
        Dotnet.Run(Folder(project), _environment, arguments);

    /// <summary>How a command is started in the project's folder, for a caller that reads its output while it
    /// runs.</summary>
    internal ProcessStartInfo Command(string project, params string[] arguments) =>
        Dotnet.Command(Folder(project), _environment, arguments);

    /// <summary>Runs a command in the project's folder, with additional environment variables, and returns the
    /// result.</summary>
    internal DotnetResult Try(
        string project,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    ) => Dotnet.Try(Folder(project), new Dictionary<string, string>(_environment.Concat(environment)), arguments);

    /// <summary>Runs another program than dotnet, with the same variables and more.</summary>
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

    /// <summary>Runs a command in the project's folder and returns its output and exit code.</summary>
    internal DotnetResult Try(string project, params string[] arguments) =>
        Dotnet.Try(Folder(project), _environment, arguments);

    /// <summary>Builds the project and returns the errors, each once.</summary>
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

    /// <summary>Runs the project's program and returns its lines.</summary>
    public string[] LinesOf(string project, params string[] arguments) =>
        Succeed(project, ["run", .. arguments]).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The files that the generator wrote during the build.</summary>
    public string[] GeneratedFilesOf(string project) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Folder(project), "obj"), "*.g.cs", SearchOption.AllDirectories)
                .Where(file => file.Contains("DataPackageGenerator", StringComparison.Ordinal)),
        ];
}

/// <summary>An error as the build prints it. The path of the file is relative to the project, or empty if the error is
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
