using System.Diagnostics;
using System.Globalization;
using DataPackage.Bench.Report;
using DataPackage.Testing;

namespace DataPackage.Bench.Sections;

/// <summary>A rebuild after one edited seed, compared with that of the same project without the generator, in seconds;
/// and how many methods the jit compiles in the compiler. The projects reference packages, as those of users
/// do.</summary>
internal sealed class RebuildSection : ISection
{
    public const string Shipped = "the shipped data";
    public const string Made = "made data";

    /// <summary>Precedes the figures of the project without the generator.</summary>
    public const string Without = "without the generator, ";

    /// <summary>The compiler server has compiled the project before.</summary>
    public const string Server = "with a warm server";
    public const string OwnProcess = "without a server";
    public const string CompiledMethods = "methods compiled by the jit";

    private const string Version = "999.0.0-bench";

    /// <summary>The variables by which a runtime lists the methods that it compiles; the file follows.</summary>
    private const string ListsMethods = "DOTNET_JitDisasmSummary=1;DOTNET_JitStdOutFile";

    /// <summary>The server's compiler is itself compiled better after it has run a few times.</summary>
    private const int WarmUpRounds = 4;

    private int _edits;

    public string Name => "rebuild";

    public SectionResult Run(Workspace workspace)
    {
        var projects = ProjectsIn(workspace);
        foreach (var project in projects)
            Tool.Run(Tool.Dotnet, project.Folder, ["restore", "-v:q"]);
        var samples = new List<(string Subject, string Measure, double Value)>();
        for (var round = -WarmUpRounds; round < workspace.Options.FewRoundsAt(workspace.Options.Small) * 3; round++)
        {
            if (round == 0)
                samples.Clear();
            foreach (var project in round % 2 == 0 ? projects : projects.AsEnumerable().Reverse())
                samples.Add((project.Subject, Server, SecondsAfterEdit(project, "-p:UseSharedCompilation=true")));
            foreach (var project in round < 0 ? [] : projects)
                samples.Add((project.Subject, OwnProcess, SecondsAfterEdit(project, "-p:UseSharedCompilation=false")));
        }

        samples.AddRange(projects.Select(project => (project.Subject, CompiledMethods, CountMethods(project))));
        return new SectionResult([
            .. samples
                .GroupBy(sample => (sample.Subject, sample.Measure), sample => sample.Value)
                .Select(group => Figure.Of(workspace.Options.Small, group.Key.Subject, group.Key.Measure, group)),
        ]);
    }

    private static List<Project> ProjectsIn(Workspace workspace)
    {
        var folder = workspace.Fresh("rebuild");
        var feed = Path.Combine(folder, "feed");
        Tool.Run(
            Tool.Dotnet,
            folder,
            ["pack", Repository.PathOf("nuget/Packages.slnf"), "-o", feed, $"-p:Version={Version}", "-v:q", "-nologo"]
        );
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources><add key="feed" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" /></config>
            </configuration>
            """
        );
        // Without these two files the projects would have the settings of this repository.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        var data = workspace.DataOf(workspace.Options.Small);
        var sample = data.Dataset.Sample;
        (string Subject, string Seeds, string Edited, string Value)[] all =
        [
            (Shipped, Repository.PathOf("seeds"), "persons/donald-trump.yaml", "President"),
            (Made, $"{data}/seeds", $"persons/{sample.Id}.yaml", sample.Name.En),
        ];
        return
        [
            .. all.SelectMany(each =>
                ((string[])["", Without]).Select(without =>
                    Project.Write(folder, without + each.Subject, each.Seeds, each.Edited, each.Value)
                )
            ),
        ];
    }

    private double SecondsAfterEdit(Project project, string setting)
    {
        project.Edit(string.Create(CultureInfo.InvariantCulture, $"Edited {++_edits}"));
        var start = Stopwatch.GetTimestamp();
        Build(project, setting);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double CountMethods(Project project)
    {
        var list = Path.Combine(project.Folder, "methods.txt");
        project.Edit("Counted");
        Build(project, "-p:UseSharedCompilation=false", $"-p:MethodList={list}");
        return File.ReadLines(list).Count();
    }

    private static void Build(Project project, params IReadOnlyList<string> settings) =>
        Tool.Run(Tool.Dotnet, project.Folder, ["build", "--no-restore", .. settings, "-v:q", "-nologo"]);

    /// <param name="EditedPath">The seed that is edited.</param>
    /// <param name="Text">Its text before the first edit.</param>
    /// <param name="Value">A part of it; an edit inserts before the first.</param>
    private sealed record Project(string Subject, string Folder, string EditedPath, string Text, string Value)
    {
        public void Edit(string value)
        {
            var at = Text.IndexOf(Value, StringComparison.Ordinal);
            File.WriteAllText(EditedPath, Text.Insert(at, value + " "));
        }

        public static Project Write(string root, string subject, string seeds, string edited, string value)
        {
            var folder = Path.Combine(root, subject.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal));
            CopyFolder(seeds, Path.Combine(folder, "seeds"));
            var isWithout = subject.StartsWith(Without, StringComparison.Ordinal);
            // The compiler gets the same files either way.
            var items = isWithout
                ? """<AdditionalFiles Include="seeds/**" />"""
                : $"""<PackageReference Include="DataPackage.Generator" Version="{Version}" />""";
            File.WriteAllText(
                Path.Combine(folder, "Data.csproj"),
                $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <GenerateDocumentationFile>true</GenerateDocumentationFile>
                    <CscEnvironment Condition="'$(MethodList)' != ''">{ListsMethods}=$(MethodList)</CscEnvironment>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="DataPackage.Runtime" Version="{Version}" />
                    {items}
                  </ItemGroup>
                </Project>
                """
            );
            File.WriteAllText(Path.Combine(folder, "Own.cs"), "/// <summary>Its own code.</summary>\nclass Own;\n");
            var path = Path.Combine(folder, "seeds", edited);
            return new Project(subject, folder, path, File.ReadAllText(path), value);
        }

        private static void CopyFolder(string from, string to)
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }
}
