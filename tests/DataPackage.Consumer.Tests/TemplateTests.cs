using System.IO.Compression;

namespace DataPackage.Consumer.Tests;

/// <summary>The templates for <c>dotnet new</c>, installed into a hive of their own. Results are judged, not exit
/// codes: the installer ends with 0 for a template that is none.</summary>
[Collection(Packages.Name)]
public sealed class TemplateTests(Strangers strangers)
{
    private const string Hive = "template-hive";

    /// <summary>Every pair of two options is in one of these.</summary>
    private static readonly (string Sample, string Citations, string Tests, string Ci)[] Pairs =
    [
        ("none", "none", "none", "none"),
        ("none", "entity", "xunit", "github"),
        ("none", "property", "xunit3", "none"),
        ("ships", "none", "xunit", "none"),
        ("ships", "entity", "xunit3", "none"),
        ("ships", "property", "none", "github"),
        ("articles", "none", "xunit3", "github"),
        ("articles", "entity", "none", "none"),
        ("articles", "property", "xunit", "none"),
    ];

    [Fact]
    public void Every_pair_of_options_gives_the_files_that_they_name()
    {
        Install();
        foreach (var (sample, citations, tests, ci) in Pairs)
        {
            var folder = Create($"Pair-{sample}-{citations}", sample, citations, tests, ci);

            var files = Directory
                .EnumerateFiles(strangers.Folder(folder), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(strangers.Folder(folder), file).Replace('\\', '/'))
                .ToHashSet();
            Assert.Contains($"src/{folder}.csproj", files);
            Assert.Equal(tests != "none", files.Contains($"tests/{folder}.Tests.csproj"));
            Assert.Equal(tests != "none", files.Contains("tests/DataTests.cs"));
            Assert.Equal(sample == "ships", files.Contains("seeds/ships/boreas.yaml"));
            Assert.Equal(sample == "articles", files.Contains("seeds/events/harbour-opening-2024.yaml"));
            Assert.Equal(ci == "github", files.Contains(".github/workflows/datapackage.yml"));
            Assert.Equal(
                $"title: {folder}\nnamespace: Pair{sample}{citations}\nlanguage: de\ncitations: {citations}\n",
                Read(folder, "seeds/datapackage.yaml").ReplaceLineEndings("\n")
            );
            Assert.All(files, file => AssertIsFilledIn(Read(folder, file)));
        }
    }

    [Theory]
    [InlineData("Fleet", "ships", "property", "xunit", 3)]
    [InlineData("Harbour.Data", "articles", "entity", "xunit3", 2)]
    public void A_package_is_tested_and_packed(string name, string sample, string citations, string tests, int passed)
    {
        Install();
        Create(name, sample, citations, tests, "github");

        var tested = strangers.Succeed(name, "test", "tests");
        // The packages under test are no releases, so this is none.
        strangers.Succeed(name, "pack", "src", "--output", "artifacts", "-p:Version=1.0.0-test");

        Assert.Contains($"Passed:     {passed}, Skipped:     0", tested, StringComparison.Ordinal);
        using var package = ZipFile.OpenRead(
            Path.Combine(strangers.Folder(name), $"artifacts/{name}.1.0.0-test.nupkg")
        );
        Assert.NotNull(package.GetEntry($"lib/net8.0/{name}.dll"));
    }

    [Fact]
    public void A_kind_is_added_to_the_package_at_hand()
    {
        Install();
        Create("Kinds", "none", "none", "none", "none");

        strangers.Succeed("Kinds", "new", "datapackage-kind", "-n", "Lighthouse", "--debug:custom-hive", HivePath);

        Assert.StartsWith("description:", Read("Kinds", "seeds/schema/Lighthouse.yaml"), StringComparison.Ordinal);
        strangers.Succeed("Kinds", "build", "src");
        Assert.Contains(
            Directory.EnumerateFiles(strangers.Folder("Kinds"), "*.g.cs", SearchOption.AllDirectories),
            file => Path.GetFileName(file).StartsWith("Lighthouse", StringComparison.Ordinal)
        );
    }

    private string HivePath => strangers.Folder(Hive);

    private void Install()
    {
        if (Directory.Exists(HivePath))
            return;
        var package = strangers.PathOf("DataPackage.Templates");
        var output = strangers.Succeed(".", "new", "install", package, "--debug:custom-hive", HivePath);
        Assert.Contains("datapackage-kind", output, StringComparison.Ordinal);
    }

    private string Create(string name, string sample, string citations, string tests, string ci)
    {
        string[] options = ["--sample", sample, "--citations", citations, "--tests", tests, "--ci", ci];
        strangers.Succeed(
            ".",
            ["new", "datapackage", "-n", name, "--text-language", "de", .. options, "--debug:custom-hive", HivePath]
        );
        return name;
    }

    private string Read(string folder, string file) => File.ReadAllText(Path.Combine(strangers.Folder(folder), file));

    /// <summary>Nothing of the template's own words is left.</summary>
    private void AssertIsFilledIn(string text)
    {
        Assert.DoesNotContain("FleetPackage", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FleetNamespace", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "the-",
            text.Replace("the-fleet", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("0.0.0-x", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0.0.0-datapackage", text, StringComparison.Ordinal);
        if (text.Contains("Include=\"DataPackage.Runtime\"", StringComparison.Ordinal))
            Assert.Contains($"Version=\"{strangers.Version}\"", text, StringComparison.Ordinal);
    }
}
