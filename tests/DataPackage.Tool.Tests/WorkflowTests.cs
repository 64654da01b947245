using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests;

/// <summary>The workflows of this repository, and the one that the template writes.</summary>
public partial class WorkflowTests
{
    private const string Release = ".github/workflows/release.yml";

    private static readonly string[] Folders = ["nuget", "src"];

    public static TheoryData<string> Workflows =>
        [
            .. Directory
                .GetFiles(Repository.PathOf(".github/workflows"))
                .Select(file => ".github/workflows/" + Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
            "nuget/DataPackage.Templates/content/datapackage/github/.github/workflows/datapackage.yml",
        ];

    [NodeTheory]
    [MemberData(nameof(Workflows))]
    public void GitHub_reads_a_workflow_without_an_error(string path)
    {
        var text = File.ReadAllText(Repository.PathOf(path));

        Assert.Equal("", NodeModules.Run("tests/Readers/read-workflow.mjs", text));
        Assert.NotEqual(
            "",
            NodeModules.Run(
                "tests/Readers/read-workflow.mjs",
                text.Replace("runs-on", "run-on", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>A key that is stored can be stolen.</summary>
    [Fact]
    public void A_release_needs_no_stored_secret_and_says_who_built_it()
    {
        var text = File.ReadAllText(Repository.PathOf(Release));

        TextAssert.Has("id-token: write", text);
        TextAssert.Has("attestations: write", text);
        TextAssert.Has("uses: actions/attest-build-provenance@", text);
        TextAssert.Has("uses: NuGet/login@", text);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_runs_scripts_that_exist() =>
        Assert.All(
            Directory
                .GetFiles(Repository.PathOf(".github/workflows"))
                .SelectMany(file => Script().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups[1].Value),
            script => Assert.True(File.Exists(Repository.PathOf(script)), script)
        );

    [Fact]
    public void The_bill_of_materials_is_of_all_projects_that_are_packed()
    {
        using var filter = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("nuget/Packages.slnf")));

        Assert.Equal(
            Folders
                .SelectMany(folder =>
                    Directory
                        .GetDirectories(Repository.PathOf(folder))
                        .SelectMany(each => Directory.GetFiles(each, "*.csproj"))
                )
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
            filter
                .RootElement.GetProperty("solution")
                .GetProperty("projects")
                .EnumerateArray()
                .Select(project => project.GetString())
        );
    }

    [GeneratedRegex(@"run: (\.ci/\w+)")]
    private static partial Regex Script();
}
