using DataPackage.Generator.Tests;

namespace DataPackage.Tool.Tests.Check;

/// <summary>What <c>--project</c> adds.</summary>
public class ProjectTests
{
    private const string Assets = """
        {
          "targets": {
            "net8.0": { "Fleet/1.0.0": { "type": "package", "compile": { "lib/net8.0/Fleet.dll": {} } } }
          },
          "libraries": { "Fleet/1.0.0": { "path": "fleet/1.0.0" } },
          "packageFolders": { "PACKAGES/": {} }
        }
        """;

    private const string Schema = "properties:\n  ship: { range: Ship@Fleet, description: The ship. }\n";

    /// <summary>A package that refers to another one, whose assembly the real generator and compiler made.</summary>
    private static TempFolder Referring(string ship)
    {
        var folder = new TempFolder()
            .With("Crew.csproj", "<Project><PropertyGroup><LangVersion>12</LangVersion></PropertyGroup></Project>")
            .With("seeds/schema/Sailor.yaml", Schema)
            .With("seeds/sailors/ann.yaml", $"ship: {ship}\n")
            .With("packages/fleet/1.0.0/lib/net8.0/Fleet.dll", "");
        folder.With(
            "obj/project.assets.json",
            Assets.Replace("PACKAGES", folder.PathOf("packages"), StringComparison.Ordinal)
        );
        var (assembly, _) = new SeedSet()
            .With("datapackage.yaml", "namespace: Fleet\n")
            .With("schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
            .With("ships/albatros.yaml", "name: Albatros\n")
            .GenerateAs("Fleet")
            .Emit();
        using var file = File.Create(folder.PathOf("packages/fleet/1.0.0/lib/net8.0/Fleet.dll"));
        assembly.CopyTo(file);
        return folder;
    }

    [Fact]
    public void The_ids_of_referenced_packages_are_known()
    {
        using var folder = Referring("albatross");

        var run = folder.Run("check", "--project", ".");

        Assert.Equal(
            "seeds/sailors/ann.yaml(1,7): error DP2001: There is no Ship of Fleet with the id 'albatross'; "
                + "did you mean 'albatros'?\n",
            run.Output
        );
    }

    [Fact]
    public void A_reference_into_another_package_is_right_where_that_has_the_id()
    {
        using var folder = Referring("albatros");

        Assert.Equal("", folder.Run("check", "--project", "Crew.csproj").Fine());
    }

    [Fact]
    public void Without_a_project_nothing_is_said_of_other_packages()
    {
        using var folder = Referring("albatross");

        Assert.Equal("", folder.Run("check").Fine());
    }

    [Fact]
    public void A_project_that_was_not_restored_cannot_be_used()
    {
        using var folder = Referring("albatros");
        File.Delete(folder.PathOf("obj/project.assets.json"));

        var run = folder.Run("check", "--project", "Crew.csproj");

        Assert.Equal(3, run.ExitCode);
        TextAssert.Has("run 'dotnet restore Crew.csproj'", run.Errors);
    }

    [Theory]
    [InlineData("obj/project.assets.json", "{")]
    [InlineData("obj/project.assets.json", "[]")]
    [InlineData("obj/project.assets.json", "{}")]
    [InlineData("obj/project.assets.json", "{ \"packageFolders\": {}, \"libraries\": {}, \"targets\": {} }")]
    [InlineData("packages/fleet/1.0.0/lib/net8.0/Fleet.dll", "no assembly")]
    [InlineData("packages/fleet/1.0.0/lib/net8.0/Fleet.dll", "")]
    public void What_a_restore_left_and_cannot_be_read_is_named(string file, string text)
    {
        using var folder = Referring("albatros").With(file, text);

        var run = folder.Run("check", "--project", "Crew.csproj");

        Assert.Equal(3, run.ExitCode);
        TextAssert.Has("restore", run.Errors);
        TextAssert.Lacks("DP0001", run.Errors);
    }

    [Fact]
    public void A_project_says_where_its_seeds_are_and_whether_links_are_followed()
    {
        using var folder = new TempFolder()
            .With("data/ships/a.yaml", "name: A\n")
            .With("elsewhere/b.yaml", "name: B\n")
            .With(
                "obj/project.assets.json",
                """{ "targets": { "net8.0": {} }, "libraries": {}, "packageFolders": {} }"""
            );
        File.CreateSymbolicLink(folder.PathOf("data/ships/b.yaml"), folder.PathOf("elsewhere/b.yaml"));
        string Project(string follow) =>
            $"<Project><PropertyGroup><DataPackageSeeds>data</DataPackageSeeds>{follow}</PropertyGroup></Project>";

        folder.With("Fleet.csproj", Project(""));
        TextAssert.Has("error DP0021", folder.Run("check", "-p", ".").Output);
        const string never = "<DataPackageFollowLinks Condition=\"false\">true</DataPackageFollowLinks>";
        folder.With("Fleet.csproj", Project(never));
        TextAssert.Has("error DP0021", folder.Run("check", "-p", ".").Output);
        folder.With("Fleet.csproj", Project("<DataPackageFollowLinks>true</DataPackageFollowLinks>"));
        TextAssert.Lacks("error", folder.Run("check", "-p", ".").Fine());
    }

    [Theory]
    [InlineData("<DataPackageSeeds>../data</DataPackageSeeds>", "", "data")]
    [InlineData("<DataPackageSeeds>$(MSBuildThisFileDirectory)data/</DataPackageSeeds>", "", "data")]
    [InlineData("<DataPackageSeeds>../$(MSBuildProjectName)</DataPackageSeeds>", "", "Fleet")]
    [InlineData("<DataPackageSeeds>../data</DataPackageSeeds>", "<DataPackageSeeds>own</DataPackageSeeds>", "src/own")]
    [InlineData("", "", "src/seeds")]
    public void Properties_of_the_nearest_Directory_Build_props_count_before_those_of_the_project(
        string shared,
        string own,
        string seeds
    )
    {
        using var folder = WithShared(shared, own).With(seeds + "/ships.yaml", "a: { nme: @ }\n");

        var run = folder.Run("check", "--project", "src");

        Assert.StartsWith(seeds + "/ships.yaml(1,", run.Output, StringComparison.Ordinal);
        Assert.Equal("1 error, 0 warnings in 1 seed\n", run.Errors);
    }

    [Theory]
    [InlineData("<DataPackageSeeds Condition=\"'$(CI)' == ''\">../data</DataPackageSeeds>")]
    [InlineData("<DataPackageSeeds>../$(Where)</DataPackageSeeds>")]
    [InlineData("</PropertyGroup><PropertyGroup Condition=\"true\"><DataPackageSeeds>x</DataPackageSeeds>")]
    public void A_statement_that_only_MSBuild_can_read_is_named(string shared)
    {
        using var folder = WithShared(shared, "").With("src/seeds/ships.yaml", "a: { name: A }\n");

        var run = folder.Run("check", "--project", "src/Fleet.csproj");

        Assert.StartsWith(
            "'Directory.Build.props' states DataPackageSeeds in a way that only MSBuild can read: "
                + "it is taken for unset\n",
            run.Errors,
            StringComparison.Ordinal
        );
        TextAssert.Has("src/seeds/ships.yaml", run.Fine());
    }

    private static TempFolder WithShared(string shared, string own) =>
        new TempFolder()
            .With("Directory.Build.props", $"<Project><PropertyGroup>{shared}</PropertyGroup></Project>")
            .With(
                "src/Fleet.csproj",
                $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{own}</PropertyGroup></Project>"
            )
            .With(
                "src/obj/project.assets.json",
                """{ "targets": { "net8.0": {} }, "libraries": {}, "packageFolders": {} }"""
            );
}
