using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Testing;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Check;

/// <summary>The forms of the report of <c>check</c>, and what its exit code says.</summary>
public class ReportTests
{
    private const string Schema = "properties:\n  name: { type: text, required: true, description: Her name. }\n";

    /// <summary>As an npm package has it, whole.</summary>
    private static readonly string SarifSchema = Repository.PathOf(
        "tests/Readers/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    );

    private static TempFolder Faulty() =>
        new TempFolder()
            .With("seeds/schema/Ship.yaml", Schema)
            .With("seeds/ships/albatros.yaml", "name: Albatros\n")
            .With("seeds/ships/boreas.yaml", "nme: Boreas\nname: B\n");

    [Fact]
    public void A_message_is_a_line_in_the_form_of_the_compiler()
    {
        using var folder = Faulty();

        var run = folder.Run("check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Equal(
            "seeds/ships/boreas.yaml(1,1): error DP1002: Ship has no property 'nme'; did you mean 'name'?\n",
            run.Output
        );
        Assert.Equal("1 error, 0 warnings in 3 seeds\n", run.Errors);
    }

    [Fact]
    public void Seeds_without_a_mistake_end_with_0_and_write_nothing()
    {
        var run = ToolRun.In(Repository.Root, "check", "seeds");

        Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("0 errors, 0 warnings in ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_packages_are_checked_in_one_run_and_each_once()
    {
        using var folder = Faulty().With("other/seeds/ships/c.yaml", "- @\n");

        var run = folder.Run("check", "seeds", "seeds/", ".", "other");

        Assert.Equal(
            ["seeds/ships/boreas.yaml(1,1)", "other/seeds/ships/c.yaml(1,1)", "other/seeds/ships/c.yaml(1,3)"],
            run.Lines.Select(PlaceOf)
        );
    }

    private static string PlaceOf(string line) => line[..(line.IndexOf(')', StringComparison.Ordinal) + 1)];

    [Fact]
    public void GitHub_gets_a_command_for_each_message_whose_text_cannot_end_it()
    {
        using var folder = new TempFolder()
            .With("a,b/seeds/schema/Ship.yaml", Schema)
            .With("a,b/seeds/ships/c.yaml", "name: x\n\"n%0A::me\": y\n");

        var run = folder.Run("check", "a,b", "--format", "github");

        Assert.Contains(
            "::error file=a%2Cb/seeds/ships/c.yaml,line=2,endLine=2,col=1,endColumn=11,title=DP1002::"
                + "Ship has no property 'n%250A::me'",
            run.Lines
        );
        Assert.All(run.Lines, line => Assert.StartsWith("::", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_the_counts_and_every_place()
    {
        using var folder = Faulty();

        using var report = JsonDocument.Parse(folder.Run("check", "--format", "json").Output);

        Assert.Equal(1, report.RootElement.GetProperty("errors").GetInt32());
        var message = Assert.Single(report.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("DP1002", message.GetProperty("id").GetString());
        Assert.Equal("seeds/ships/boreas.yaml", message.GetProperty("path").GetString());
        Assert.Equal(4, message.GetProperty("endColumn").GetInt32());
    }

    [NodeTheory]
    [InlineData("tests/DataPackage.Consumer.Tests/HostileSeeds")]
    [InlineData("samples/Languages/seeds")]
    [InlineData("seeds")]
    [InlineData("tests/Consumer/Mistakes/seeds")]
    public void Sarif_is_valid_by_its_published_schema(string seeds)
    {
        using var folder = Faulty().WithCopyOf(seeds, "seeds");
        var output = folder.Run("check", "--format", "sarif").Output;
        Assert.Contains("DP1002", output, StringComparison.Ordinal);

        Assert.Equal("", NodeModules.Run("tests/Readers/validate.mjs", output, SarifSchema));

        var report = JsonNode.Parse(output)!;
        var rules = report["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.All(
            report["runs"]![0]!["results"]!.AsArray(),
            result => Assert.Equal((string?)result!["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"])
        );
    }

    [Fact]
    public void A_colour_is_written_on_a_terminal_only()
    {
        using var folder = Faulty();
        var surroundings = new Surroundings { Terminal = new Terminal(80, HasColor: true) };

        TextAssert.Has("\u001b[31merror DP1002\u001b[0m", ToolRun.With(surroundings, folder.Path, "check").Output);
        Assert.DoesNotContain('\u001b', folder.Run("check").Output);
    }

    [Fact]
    public void A_name_that_steers_a_terminal_is_shown_and_does_not()
    {
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", Schema)
            .With("seeds/ships/a\u001b[31m.yaml", "name: x\n");

        var run = folder.Run("check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        TextAssert.Has("error DP0022", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Theory]
    [InlineData("there are no seeds in 'empty'", "check", "empty")]
    [InlineData("there is no folder 'absent'", "check", "absent")]
    [InlineData("there is no project 'absent.csproj'", "check", "--project", "absent.csproj")]
    public void What_cannot_be_started_ends_with_3(string message, params string[] arguments)
    {
        using var folder = Faulty().With("empty/notes.pdf", "");

        var run = folder.Run(arguments);

        Assert.Equal((ExitCode.NotStarted, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("datapackage: " + message, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no verb 'chek'; did you mean 'check'?", "chek")]
    [InlineData("Required command was not provided.")]
    [InlineData("There is no option '--frmat'.", "check", "--frmat")]
    [InlineData("Argument 'xml' not recognized. Must be one of:", "check", "--format", "xml")]
    public void Wrong_usage_ends_with_2(string message, params string[] arguments)
    {
        var run = ToolRun.In(Repository.Root, arguments);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("datapackage: " + message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_ends_with_130()
    {
        var surroundings = new Surroundings { Cancellation = new CancellationToken(canceled: true) };

        var run = ToolRun.With(surroundings, Repository.Root, "check", "seeds");

        Assert.Equal((ExitCode.Cancelled, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Links_and_refused_names_are_findings_of_the_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = Faulty().With("seeds/ships/c\\d.yaml", "name: D\n");
        File.CreateSymbolicLink(folder.PathOf("seeds/ships/linked.yaml"), folder.PathOf("seeds/ships/albatros.yaml"));
        Directory.CreateSymbolicLink(folder.PathOf("seeds/more"), folder.PathOf("seeds/ships"));

        var run = folder.Run("check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Equal(["error DP0022", "error DP0021"], run.Lines.Select(line => line[..12]));
        TextAssert.Has("are some: seeds/more, seeds/ships/linked.yaml.", run.Output);
        var report = JsonNode.Parse(folder.Run("check", "--format", "sarif").Output)!;
        Assert.All(
            report["runs"]![0]!["results"]!.AsArray(),
            result =>
                Assert.Equal(
                    "seeds",
                    (string?)result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]
                )
        );
    }

    [Fact]
    public void Links_and_backslashes_of_other_files_are_nobodys_concern()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", Schema)
            .With("seeds/ships/a.yaml", "name: A\n")
            .With("seeds/plan\\old.pdf", "")
            .With("pictures/a.png", "")
            .With("pictures/.old/a.yaml", "");
        Directory.CreateSymbolicLink(folder.PathOf("seeds/pictures"), folder.PathOf("pictures"));

        Assert.Equal("", folder.Run("check").Fine());
    }

    [Theory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    [InlineData("TERM", "xterm", true)]
    public void The_environment_switches_colours_off(string name, string value, bool hasColor) =>
        Assert.Equal(hasColor, Terminal.Of(isRedirected: false, each => each == name ? value : null).HasColor);
}
