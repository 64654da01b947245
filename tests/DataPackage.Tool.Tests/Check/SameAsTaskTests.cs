using DataPackage.BuildTasks;
using DataPackage.Consumer.Tests;

namespace DataPackage.Tool.Tests.Check;

/// <summary>A task of the build reports links and names that no seed may have, before the compiler runs. The tool
/// reports the same, in the same order.</summary>
public class SameAsTaskTests
{
    private const string Arrow = " -> ";

    /// <summary>Entries below the project's folder: files, and links with their targets.</summary>
    public static TheoryData<string, string[]> Folders =>
        new()
        {
            { "", ["seeds/ships/a.yaml"] },
            { "DP0021", ["seeds/ships/a.yaml", "seeds/ships/b.yaml -> a.yaml"] },
            { "DP0021", ["seeds/ships/a.yaml", "seeds/ships/gone.yaml -> nowhere"] },
            { "DP0021", ["seeds/ships/endless.yaml -> endless.yaml"] },
            { "DP0021", ["else/x.yaml", "else/in/y.yaml", "seeds/ships/a.yaml", "seeds/more -> ../else"] },
            { "DP0021", ["else/in/y.yaml", "seeds/ships/a.yaml", "seeds/ships/deep/more.yaml -> ../../../else"] },
            { "DP0021", ["else/x.yaml", "seeds/a.yaml -> ../else/x.yaml", "seeds/b -> ../else", "seeds/c.yaml"] },
            { "DP0021", ["seeds/ships/a.yaml", "seeds/z -> ships"] },
            { "", ["seeds/ships/a.yaml", "seeds/round -> ../seeds", "seeds/ships/round -> ../../seeds/ships"] },
            { "DP0021", [.. Enumerable.Range(0, 120).Select(n => $"seeds/{n}.yaml -> 0.yaml")] },
            { "", ["else/x.pdf", "else/.in/y.yaml", "seeds/ships/a.yaml", "seeds/ships/more -> ../../else"] },
            { "", ["else/x.pdf", "seeds/ships/a.yaml", "seeds/x.pdf -> ../else/x.pdf", "seeds/gone -> nowhere"] },
            { "", ["else/ships/a.yaml", "seeds -> else"] },
            { "DP0021", ["else/ships/a.yaml", "seeds -> else", "else/more -> ships"] },
            { "DP0022", ["seeds/ships/c\\d.yaml", "seeds/ships/a.yaml"] },
            { "DP0022", ["seeds/c\\d.yaml", "seeds/..\\e.md"] },
            { "", ["seeds/ships/c\\d.pdf", "seeds/ships/a.yaml"] },
            { "DP0022", ["seeds/ships/con.yaml", "seeds/ships/a;b.yaml", "seeds/aux/c.yaml", "seeds/ships/d.yaml"] },
            { "DP0022", ["seeds/ships/a\nb.yaml", "seeds/ships/a\u001b[31m.yaml"] },
            {
                "DP0022",
                ["seeds/ships/a.yaml", "seeds/ships/A.yaml", "seeds/Ships/c.yaml", "seeds/é.md", "seeds/e\u0301.md"]
            },
            { "DP0022", [.. Enumerable.Range(0, 120).Select(n => $"seeds/{n};.yaml")] },
            { "DP0022 DP0021", ["seeds/ships/a;b.yaml", "seeds/c\\d.yaml -> x", "seeds/ships/l.yaml -> a;b.yaml"] },
        };

    [LinuxTheory]
    [MemberData(nameof(Folders))]
    public void Links_and_refused_names_are_reported_as_the_task_does(string rules, string[] entries)
    {
        using var folder = Make(entries);

        var expected = Task(folder, followsLinks: false);

        Assert.Equal(string.Join('\n', expected), string.Join('\n', Errors(folder.Run("check"))));
        Assert.Equal(rules, string.Join(' ', expected.Select(line => line.Split(' ', ':')[1]).Distinct()));
    }

    [LinuxTheory]
    [MemberData(nameof(Folders))]
    public void They_are_where_the_project_follows_links(string rules, string[] entries)
    {
        using var folder = Make(entries).WithProject();
        folder.With(
            "Seeded.csproj",
            folder.Text("Seeded.csproj").Replace("</Prop", Follow + "</Prop", StringComparison.Ordinal)
        );

        var expected = Task(folder, followsLinks: true);

        Assert.Equal(string.Join('\n', expected), string.Join('\n', Errors(folder.Run("check", "--project", "."))));
        Assert.Equal(rules.Contains("DP0022", StringComparison.Ordinal), expected.Count > 0);
    }

    private const string Follow = "<DataPackageFollowLinks>true</DataPackageFollowLinks>";

    private static TempFolder Make(string[] entries)
    {
        var folder = new TempFolder();
        foreach (var entry in entries)
            if (entry.Split(Arrow) is [var link, var target])
            {
                Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(link))!);
                File.CreateSymbolicLink(folder.PathOf(link), target);
            }
            else
                folder.With(
                    entry,
                    entry.EndsWith(".md", StringComparison.Ordinal) ? "---\ntitle: A\n---\n" : "name: A\n"
                );
        return folder;
    }

    private static IEnumerable<string> Errors(ToolRun run) =>
        run.Lines.Where(line => line.StartsWith("error", StringComparison.Ordinal));

    private static List<string> Task(TempFolder folder, bool followsLinks)
    {
        var engine = new RecordingEngine();
        new CheckSeeds
        {
            Files = [.. Listed(folder.PathOf("seeds"), []).Select(file => new RecordedItem(file))],
            ProjectFolder = folder.Path,
            SeedsPath = Uri.EscapeDataString(folder.PathOf("seeds")),
            SeedsName = "seeds",
            FollowsLinks = followsLinks,
            BuildEngine = engine,
        }.Execute();
        const string project = "App.csproj : ";
        Assert.All(engine.Errors, error => Assert.StartsWith(project, error, StringComparison.Ordinal));
        return [.. engine.Errors.Select(error => error[project.Length..])];
    }

    /// <summary>The files that patterns of MSBuild give: they go through links, but not in circles.</summary>
    private static IEnumerable<string> Listed(string folder, List<string> above)
    {
        var real = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;
        if (above.Contains(real))
            return [];
        return Directory
            .EnumerateFiles(folder)
            .Where(file =>
                file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal)
            )
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(below => Path.GetFileName(below)[0] != '.')
                    .SelectMany(below => Listed(below, [.. above, real]))
            );
    }
}
