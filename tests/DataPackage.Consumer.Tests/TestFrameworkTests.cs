using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Consumer.Tests;

/// <summary>Tests over entities with xUnit.net v3, NUnit and MSTest, as users run them. Tests with xUnit.net v2 are
/// among those of the samples.</summary>
[Collection(Packages.Name)]
public partial class TestFrameworkTests
{
    private const string V3 = "TestFrameworks/XunitV3";

    private static readonly int People = Directory.GetFiles(Repository.PathOf("seeds/persons"), "*.yaml").Length;

    private readonly Strangers _strangers;
    private readonly string _build;

    /// <summary>Builds all projects, once for all tests of this class.</summary>
    public TestFrameworkTests(Strangers strangers)
    {
        _strangers = strangers;
        var log = Path.Combine(strangers.Folder("TestFrameworks"), "build.log");
        if (!File.Exists(log))
        {
            AddWrongTest("samples/TestsNUnit", "[TestCaseSource(nameof(Officials))]", "Person official", "official.Id");
            AddWrongTest("samples/TestsMSTest", "[TestMethod, DynamicData(nameof(Officials))]", "string id", "id");
            File.WriteAllText(log, strangers.Try("TestFrameworks", "build", "TestFrameworks.proj").Output);
        }

        _build = File.ReadAllText(log);
    }

    /// <summary>Adds a test to the class of the sample that fails for one person.</summary>
    private void AddWrongTest(string sample, string attributes, string parameter, string id)
    {
        var file = Path.Combine(_strangers.Folder(sample), "AgendaTests.cs");
        var text = File.ReadAllText(file);
        var end = text.LastIndexOf('}');
        File.WriteAllText(
            file,
            $$"""
            {{text[..end]}}
                {{attributes}}
                public void Nobody_is_Putin({{parameter}})
                {
                    if ({{id}} == "vladimir-putin")
                        throw new InvalidOperationException();
                }
            }
            """
        );
    }

    [Fact]
    public void The_package_for_another_version_of_xunit_is_the_one_error_of_a_build_and_names_the_right_package() =>
        Assert.Equal(
            [
                "BothPackages: DataPackage.Xunit is for xUnit.net v2 and DataPackage.Xunit.V3 is for v3, and "
                    + "this project references both: remove the one that is not for its version",
                "V2PackageBesideV3: DataPackage.Xunit is for xUnit.net v2, and "
                    + "this project references v3 (xunit.v3.extensibility.core): reference DataPackage.Xunit.V3 in its place; the code stays the same",
                "V3PackageBesideV2: DataPackage.Xunit.V3 is for xUnit.net v3, and "
                    + "this project references v2 (xunit.extensibility.core): reference DataPackage.Xunit in its place; the code stays the same",
            ],
            Error()
                .Matches(_build)
                .Select(error => $"{error.Groups["project"].Value}: {error.Groups["message"].Value}")
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void In_xunit_v3_a_theory_has_a_case_for_each_entity_and_fails_for_the_one_that_is_wrong()
    {
        var result = _strangers.Try(V3, "test", "--no-build");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(
            "failed EntityTests.Nobody_is_Marc_Fogel [marc-fogel]",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(1, Count("failed", result));

        result = _strangers.Try(V3, "test", "--no-build", "--filter-method", "EntityTests.Nobody_is_Marc_Fogel");
        Assert.Equal((1, People - 1), (Count("failed", result), Count("succeeded", result)));
    }

    /// <summary>A test explorer finds the cases in one process, and runs the chosen one in another.</summary>
    [Fact]
    public void In_xunit_v3_the_case_of_an_entity_runs_alone_in_another_process()
    {
        var program = Path.Combine(_strangers.Folder(V3), "bin/Debug/net10.0/XunitV3.dll");
        var found = _strangers.Succeed(V3, program, "-automated", "-list", "discovery", "-preEnumerateTheories");
        var serialized = found
            .Split('\n')
            .Where(line => line.Contains("Every_event_has_a_name [istanbul-talks-2025]", StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Serialization").GetString()!);

        Assert.Contains(
            "Total: 1, Errors: 0, Failed: 0",
            _strangers.Succeed(V3, program, "-run", Assert.Single(serialized)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("samples/TestsNUnit", "Nobody_is_Putin(vladimir-putin)")]
    [InlineData("samples/TestsMSTest", "Nobody_is_Putin (\"vladimir-putin\")")]
    public void In_NUnit_and_MSTest_a_case_is_named_by_its_entity_and_runs_alone(string sample, string name)
    {
        var result = _strangers.Try(sample, "test", "--no-build", "--logger", "console;verbosity=normal");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Failed " + name, result.Output, StringComparison.Ordinal);
        Assert.Equal(1, Count("Failed", result));
        Assert.Equal(Count("Total tests", result) - 1, Count("Passed", result));

        result = _strangers.Try(sample, "test", "--no-build", "--filter", "Name~istanbul-talks-2025");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Passed:     1, Skipped:     0, Total:     1", result.Output, StringComparison.Ordinal);
    }

    private static int Count(string of, DotnetResult result) =>
        int.Parse(Regex.Match(result.Output, $@"^ *{of}: +(\d+)\s*$", RegexOptions.Multiline).Groups[1].Value, null);

    [GeneratedRegex(
        @": error (?:\w+)?: (?<message>.*?) \[[^\]]*?(?<project>\w+)\.csproj\]\r?$",
        RegexOptions.Multiline
    )]
    private static partial Regex Error();
}
