using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests;

/// <summary>What ties the tool to shells, to GitHub and to pre-commit.</summary>
public partial class IntegrationTests
{
    [Theory]
    [InlineData("datapackage ch", "check")]
    [InlineData("datapackage check --form", "--format")]
    [InlineData("datapackage check --format sa", "sarif")]
    [InlineData("datapackage init --sample ", "articles none ships")]
    public void A_shell_is_told_what_can_follow(string typed, string completions)
    {
        var run = ToolRun.In("/", $"[suggest:{typed.Length}]", typed);

        Assert.Equal(completions, string.Join(' ', run.Lines));
    }

    [Fact]
    public void The_problem_matcher_takes_each_part_of_a_message()
    {
        using var matcher = JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf(".github/problem-matchers/datapackage.json"))
        );
        var pattern = matcher.RootElement.GetProperty("problemMatcher")[0].GetProperty("pattern")[0];
        using var folder = new TempFolder()
            .With("my (1)/seeds/schema/Ship.yaml", "properties:\n  name: { type: text, description: Her name. }\n")
            .With("my (1)/seeds/ships/a.yaml", "nme: A\n");

        var line = Assert.Single(folder.Run("check", "my (1)").Lines);
        var match = Regex.Match(line, pattern.GetProperty("regexp").GetString()!);

        string Part(string name) => match.Groups[pattern.GetProperty(name).GetInt32()].Value;
        Assert.Equal(
            ("my (1)/seeds/ships/a.yaml", "1", "1", "error", "DP1002"),
            (Part("file"), Part("line"), Part("column"), Part("severity"), Part("code"))
        );
        Assert.Equal("Ship has no property 'nme'; did you mean 'name'?", Part("message"));
    }

    [Theory]
    [InlineData(".github/workflows/seeds.yml", "check seeds --format github")]
    [InlineData(".pre-commit-hooks.yaml", "check")]
    [InlineData(
        "nuget/DataPackage.Templates/content/datapackage/github/.github/workflows/datapackage.yml",
        "check --format github"
    )]
    public void What_a_workflow_runs_can_be_run(string file, string arguments)
    {
        var text = File.ReadAllText(Repository.PathOf(file));

        Assert.Matches(Command(), text);
        TextAssert.Has(arguments + "\n", text);
        Assert.Equal("", ToolRun.In(Repository.Root, arguments.Split(' ')).Fine());
    }

    [GeneratedRegex(@"(?:datapackage|-- ) ?check\b")]
    private static partial Regex Command();
}
