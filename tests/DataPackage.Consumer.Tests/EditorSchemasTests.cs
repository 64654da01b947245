using System.Runtime.Versioning;

namespace DataPackage.Consumer.Tests;

/// <summary>The schemas that a real build writes for editors with the packed package.</summary>
[Collection(Packages.Name)]
public class EditorSchemasTests(Strangers strangers)
{
    [Fact]
    public void A_build_writes_them_once_and_anew_when_a_seed_is_edited_added_or_removed()
    {
        var project = Copy("OwnKinds", "EditorHelp");
        Build(project);
        Assert.Contains("\"ada-lund\"", Ids(project), StringComparison.Ordinal);
        Assert.True(File.Exists(PathOf(project, "settings.json")));

        // Old enough to show a rewrite.
        Age(project);
        File.AppendAllText(Path.Combine(strangers.Folder(project), "Program.cs"), "// An edit in C#.\n");
        Build(project);
        Assert.Empty(Written(project));

        File.AppendAllText(
            Path.Combine(strangers.Folder(project), "seeds", "keepers.yaml"),
            "eve-holm: { name: Eve Holm }\n"
        );
        Build(project);
        Assert.Contains("\"Eve Holm (keeper)\"", Ids(project), StringComparison.Ordinal);

        // The remaining inputs have not changed.
        File.Delete(Path.Combine(strangers.Folder(project), "seeds", "lighthouses", "west-point.yaml"));
        File.WriteAllText(Path.Combine(strangers.Folder(project), "Program.cs"), "");
        Build(project, "-property:OutputType=Library");
        Assert.DoesNotContain("west-point", Ids(project), StringComparison.Ordinal);

        strangers.Succeed(project, "clean");
        Assert.False(Directory.Exists(PathOf(project, "")));
    }

    /// <summary>The program that writes them waits here until the build has ended.</summary>
    [LinuxFact]
    [SupportedOSPlatform("linux")]
    public void A_build_does_not_wait_for_them_after_the_edit_of_a_value()
    {
        var project = Copy("OwnKinds", "EditorHelpLater");
        Build(project);
        var (late, go) = (strangers.Folder(project) + "/late", strangers.Folder(project) + "/go");
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        File.WriteAllText(
            late,
            $"#!/bin/sh\nwhile [ -e '{late}' ] && [ ! -e '{go}' ]; do sleep 0.1; done\nexec '{dotnet}' \"$@\"\n"
        );
        File.SetUnixFileMode(late, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.AppendAllText(
            Path.Combine(strangers.Folder(project), "seeds", "keepers.yaml"),
            "eve-holm: { name: Eve Holm }\n"
        );

        Build(project, $"-property:_DataPackageDotnet={late}");

        Assert.DoesNotContain("eve-holm", File.ReadAllText(PathOf(project, "ids.json")), StringComparison.Ordinal);
        File.WriteAllText(go, "");
        Assert.Contains("eve-holm", Ids(project), StringComparison.Ordinal);
    }

    /// <summary>The compiler stops the build, and the curator needs the ids of the others most then.</summary>
    [Fact]
    public void A_build_that_fails_at_a_seed_writes_them_all_the_same()
    {
        var project = Copy("OwnKinds", "EditorHelpForTheFaulty");
        File.WriteAllText(
            Path.Combine(strangers.Folder(project), "seeds", "lighthouses", "east-point.yaml"),
            "nam: East Point\n"
        );

        Assert.Equal(
            ["DP1002", "DP1003"],
            strangers.ErrorsOf(project).Select(error => error.Code).Order(StringComparer.Ordinal)
        );

        Assert.Contains("\"west-point\"", Ids(project), StringComparison.Ordinal);
        Assert.Contains("\"east-point\"", Ids(project), StringComparison.Ordinal);
    }

    /// <summary>The step alone, in the situations in which nobody edits.</summary>
    [Fact]
    public void They_are_not_written_where_nobody_edits()
    {
        var project = Copy("OwnKinds", "EditorHelpOff");
        bool Writes(params string[] arguments)
        {
            strangers.Succeed(project, ["msbuild", "-restore", "-target:WriteDataPackageEditorSchemas", .. arguments]);
            return Directory.Exists(PathOf(project, ""));
        }

        Assert.False(Writes("-property:DataPackageEditorSchemas=false"));
        Assert.False(Writes("-property:ContinuousIntegrationBuild=true"));
        Assert.False(Writes("-property:DesignTimeBuild=true"));
        Assert.True(Writes());
    }

    [Fact]
    public void A_project_for_several_frameworks_writes_them_once()
    {
        var project = Copy("OwnKinds", "EditorHelpForSeveral");
        var file = Path.Combine(strangers.Folder(project), "OwnKinds.csproj");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace(
                    "<TargetFramework>net10.0</TargetFramework>",
                    "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>",
                    StringComparison.Ordinal
                )
        );

        var output = strangers.Succeed(project, "build", "-verbosity:normal", "-target:Rebuild");

        Assert.Contains("\"ada-lund\"", Ids(project), StringComparison.Ordinal);
        Assert.Single(
            output.Split('\n'),
            line =>
                line.Contains(" exec ", StringComparison.Ordinal)
                && line.Contains("DataPackage.EditorSchemas.dll", StringComparison.Ordinal)
        );
    }

    /// <summary>Editor support must not fail a build, even though this project treats warnings as errors.</summary>
    [Fact]
    public void A_build_goes_on_where_they_cannot_be_written()
    {
        var project = Copy("OwnKinds", "EditorHelpless");
        Directory.CreateDirectory(PathOf(project, "ids.json"));

        Assert.Contains(
            "DataPackage: the schemas for editors could not be written",
            Build(project),
            StringComparison.Ordinal
        );
    }

    private string Build(string project, params string[] arguments) =>
        strangers.Succeed(project, ["build", .. arguments]);

    private string PathOf(string project, string file) =>
        Path.Combine(strangers.Folder(project), "obj", "editor", file);

    /// <summary>The ids, once the program has written all files.</summary>
    private string Ids(string project)
    {
        Assert.True(
            SpinWait.SpinUntil(() => File.Exists(PathOf(project, "written")), TimeSpan.FromMinutes(5)),
            "The schemas were not written."
        );
        return File.ReadAllText(PathOf(project, "ids.json"));
    }

    private void Age(string project)
    {
        // Not the stamp: its age tells the build whether there is anything to do.
        foreach (var file in Directory.GetFiles(PathOf(project, ""), "*.json"))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
    }

    private List<string> Written(string project) =>
        [
            .. Directory
                .GetFiles(PathOf(project, ""), "*.json")
                .Where(file => File.GetLastWriteTimeUtc(file) > DateTime.UnixEpoch),
        ];

    /// <summary>A separate project, which no other test builds.</summary>
    private string Copy(string project, string name)
    {
        foreach (var file in Directory.EnumerateFiles(strangers.Folder(project), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(strangers.Folder(project), file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("seeds" or "Program.cs" or "OwnKinds.csproj"))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(strangers.Folder(name), relative))!);
            File.Copy(file, Path.Combine(strangers.Folder(name), relative));
        }

        return name;
    }
}
