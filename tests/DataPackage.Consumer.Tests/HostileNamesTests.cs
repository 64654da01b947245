using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>Hostile names of seeds in real builds: the build stops with one error per name and shows it escaped;
/// nothing else sees the name.</summary>
[Collection(Packages.Name)]
public sealed partial class HostileNamesTests(Strangers strangers)
{
    private const string Folder = "names";

    /// <summary>Projects of 25 names each, all in one build: a missed name would be a missing error.</summary>
    private const int Projects = 8,
        NamesOfEach = 25;

    /// <summary>Folders above the seeds, with names in which MSBuild itself can work.</summary>
    private const string Above = "a;b/$(x)/it's 100%/%(z)/C# [1]";

    private static readonly string[] Harmless =
    [
        "C#",
        "it's",
        "[draft]",
        "a+b",
        "k=v",
        "R&D",
        "one, two",
        "two  blanks",
        "(1)",
        "{x}",
        "~!^`",
        "\u00fcber",
        "e\u0301",
        "\u65e5\u672c\u8a9e",
        "\ud83d\ude80",
    ];

    /// <summary>Six builds: with and without the compiler server, by 'build' and by 'msbuild', of all frameworks of a
    /// project, in an IDE, with an up-to-date compiler output, and while pinning.</summary>
    [LinuxFact]
    public void No_name_of_a_seed_reaches_the_compiler_or_a_program_where_it_could_be_read_as_something_else()
    {
        var marks = WriteRandom(Environment.TickCount);
        foreach (var (project, seed) in HostileNames.Attacks)
            WriteAttack(project, seed);
        Write("several/seeds/things/a;b.yaml", "name: B\n");
        WriteProject("several", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        WriteHarmless("harmless");
        WriteHarmless(Above);
        WriteSolution([
            .. marks.Select(mark => mark.Project).Distinct(),
            .. HostileNames.Attacks.Select(attack => attack.Project),
            "several",
            "harmless",
            Above,
        ]);
        strangers.Succeed(Folder, "msbuild", "-t:Restore", "all.proj");

        var withoutServer = Build("build", "--no-restore", "all.proj", "-p:UseSharedCompilation=false");
        AssertStopped(withoutServer, marks);
        AssertBuilt("harmless");
        AssertBuilt(Above);

        // The compiler has nothing to do there, but the check must still run.
        Write("harmless/seeds/things/late;r.yaml", "name: Late\n");
        File.SetLastWriteTimeUtc(PathOf("harmless/seeds/things/late;r.yaml"), DateTime.UnixEpoch);
        var withServer = Build("msbuild", "all.proj", "-p:UseSharedCompilation=true");
        AssertStopped(withServer, marks);
        Assert.Single(
            ErrorsIn(withServer, "harmless"),
            error => error.Contains("late;r.yaml", StringComparison.Ordinal)
        );

        var inAnEditor = Build(
            "msbuild",
            "line-feed-compiles/App.csproj",
            "-t:Compile",
            "-p:DesignTimeBuild=true",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true"
        );
        Assert.Contains("DP0022", inAnEditor.Output, StringComparison.Ordinal);
        Assert.Equal(1, inAnEditor.ExitCode);
        Write("two-items/seeds/ships.yaml", "a: { name: A }\nb: { name: B }\n");
        Assert.Contains(
            "DP0022",
            Build("msbuild", "two-items/App.csproj", "-t:PinSchemas").Output,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(PathOf("two-items/seeds/schema")));
    }

    /// <summary>A link is looked up by its literal name. 'a%62' unescapes to 'ab', which is a plain folder.</summary>
    [LinuxFact]
    public void A_link_is_found_under_its_own_name()
    {
        var outside = Directory.CreateDirectory(PathOf("../beyond")).FullName;
        File.WriteAllText(Path.Combine(outside, "secret.yaml"), "name: Secret\n");
        string[] links = ["C# & it's", "a+b", "e\u0301", "[x]"];
        WriteProject("links", "<TargetFramework>net8.0</TargetFramework>");
        Write("links/seeds/things/a.yaml", "name: A\n");
        foreach (var link in links)
            Directory.CreateSymbolicLink(PathOf($"links/seeds/things/{link}"), outside);
        WriteProject("links-escaped", "<TargetFramework>net8.0</TargetFramework>");
        Write("links-escaped/seeds/things/ab/a.yaml", "name: A\n");
        Directory.CreateSymbolicLink(PathOf("links-escaped/seeds/things/a%62"), outside);

        var linked = Build("build", "links/App.csproj");
        var escaped = Build("build", "links-escaped/App.csproj");

        Assert.All(
            links,
            link =>
                Assert.Contains(
                    $"seeds/things/{link}",
                    Assert.Single(
                        ErrorsIn(linked, "links"),
                        error => error.Contains("DP0021", StringComparison.Ordinal)
                    ),
                    StringComparison.Ordinal
                )
        );
        Assert.Single(
            ErrorsIn(escaped, "links-escaped"),
            error =>
                error.Contains("DP0022", StringComparison.Ordinal)
                && error.Contains("seeds/things/a%62/secret.yaml", StringComparison.Ordinal)
        );
        Assert.Single(
            ErrorsIn(escaped, "links-escaped"),
            error =>
                error.Contains("DP0021", StringComparison.Ordinal)
                && error.Contains("seeds/things/a%62", StringComparison.Ordinal)
        );
    }

    private List<(string Project, string Mark)> WriteRandom(int seed)
    {
        var random = new Random(seed);
        var marks = new List<(string, string)>();
        for (var project = 0; project < Projects; project++)
        {
            WriteProject($"random-{project}", "<TargetFramework>net8.0</TargetFramework>");
            for (var name = 0; name < NamesOfEach; name++)
            {
                // Random names of a failed run are in its message.
                var mark = $"n{project}x{name}-";
                Write($"random-{project}/seeds/{HostileNames.Random(random, mark)}", "name: X\n");
                marks.Add(($"random-{project}", mark));
            }
        }

        return marks;
    }

    private void WriteSolution(IEnumerable<string> projects)
    {
        // Escaped as MSBuild escapes its own special characters.
        var items = projects.Select(project =>
            string.Concat(
                project.Select(c => "%;$@()*?'".Contains(c, StringComparison.Ordinal) ? $"%{(int)c:X2}" : $"{c}")
            ) + "/App.csproj"
        );
        Write(
            "all.proj",
            $"""
            <Project DefaultTargets="Build">
              <ItemGroup><App Include="{string.Join(';', items)}" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(App)" Targets="Restore" BuildInParallel="true" /></Target>
              <Target Name="Build"><MSBuild Projects="@(App)" Targets="Build" BuildInParallel="true" /></Target>
            </Project>
            """
        );
    }

    private void WriteAttack(string project, string seed)
    {
        WriteProject(project, "<TargetFramework>net8.0</TargetFramework>");
        Write($"{project}/seeds/things/code.txt", "public class Stolen { }\n");
        Write($"{project}/seeds/things/b.yaml", "name: B\n");
        Write($"{project}/seeds/things/ab/x.yaml", "name: B\n");
        Write($"{project}/seeds/{seed}", "name: A\n");
    }

    private void AssertStopped(DotnetResult result, List<(string Project, string Mark)> marks)
    {
        Assert.Equal(1, result.ExitCode);
        foreach (var (project, mark) in marks)
            Assert.True(
                ErrorsIn(result, project)
                    .Count(error =>
                        error.Contains($"'seeds/{mark}", StringComparison.Ordinal)
                        && error.Contains("error DP0022", StringComparison.Ordinal)
                    ) == 1,
                $"{project} {mark}: {result.Output}"
            );
        foreach (var (project, _) in HostileNames.Attacks)
        {
            Assert.True(
                ErrorsIn(result, project) is [var error]
                    && error.Contains("error DP0022: A seed may not be called 'seeds/", StringComparison.Ordinal),
                $"{project}: {string.Join('\n', ErrorsIn(result, project))}"
            );
            Assert.False(File.Exists(PathOf($"{project}/marker")), project);
        }

        Assert.NotEmpty(ErrorsIn(result, "several"));
        Assert.All(
            marks
                .Select(mark => mark.Project)
                .Concat(HostileNames.Attacks.Select(attack => attack.Project))
                .Append("several"),
            project =>
            {
                Assert.Empty(Directory.GetFiles(PathOf(project), "App.dll", SearchOption.AllDirectories));
                // The program that writes schemas for editors was not started.
                Assert.False(Directory.Exists(PathOf($"{project}/obj/editor")), project);
            }
        );
        Assert.DoesNotContain(result.Output.Split('\n'), line => line.StartsWith("FORGED", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Output, c => char.IsControl(c) && c is not ('\n' or '\r'));
    }

    private void AssertBuilt(string project)
    {
        Assert.NotEmpty(Directory.GetFiles(PathOf($"{project}/bin"), "App.dll", SearchOption.AllDirectories));
        var ids = File.ReadAllText(PathOf($"{project}/obj/editor/ids.json"));
        var catalog = string.Concat(
            Directory
                .GetFiles(PathOf($"{project}/obj"), "Things*.g.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );
        for (var number = 0; number < Harmless.Length; number++)
        {
            Assert.Contains($"\"thing-{number}\"", ids, StringComparison.Ordinal);
            Assert.Contains($"Thing{number}", catalog, StringComparison.Ordinal);
        }
    }

    private void WriteHarmless(string project)
    {
        WriteProject(
            project,
            "<TargetFramework>net8.0</TargetFramework><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"
        );
        for (var number = 0; number < Harmless.Length; number++)
            Write($"{project}/seeds/things/{Harmless[number]}/thing-{number}.yaml", "name: X\n");
    }

    private void WriteProject(string project, string framework) =>
        Write(
            $"{project}/App.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{framework}<NoWarn>$(NoWarn);CS1591;DP3005</NoWarn></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DataPackage.Generator" Version="{strangers.Version}" PrivateAssets="all" />
                <PackageReference Include="DataPackage.Runtime" Version="{strangers.Version}" />
              </ItemGroup>
            </Project>
            """
        );

    private string PathOf(string path) => strangers.Folder($"{Folder}/{path}");

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    private DotnetResult Build(params string[] arguments) =>
        strangers.Try(Folder, [.. arguments, "-consoleLoggerParameters:NoSummary", "-nologo"]);

    /// <summary>The errors of one project, each once.</summary>
    private static List<string> ErrorsIn(DotnetResult result, string project) =>
        [
            .. ErrorLine()
                .Matches(result.Output)
                .Select(match => match.Value.Trim())
                .Where(line => line.Contains($"/{Folder}/{project}/App.csproj", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];

    [GeneratedRegex("^.*error .*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
