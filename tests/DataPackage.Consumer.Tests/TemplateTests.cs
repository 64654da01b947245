using System.IO.Compression;
using System.Xml.Linq;

namespace DataPackage.Consumer.Tests;

/// <summary>The templates for <c>dotnet new</c>, installed into a hive of their own. Results are judged, not exit
/// codes: the installer ends with 0 for a template that is none.</summary>
[Collection(Packages.Name)]
public sealed class TemplateTests(Strangers strangers)
{
    private const string Hive = "template-hive";

    private const string PackedVersion = "1.0.0-test";

    private static readonly string[][] Values =
    [
        ["none", "ships", "articles"],
        ["none", "entity", "property"],
        ["none", "xunit", "xunit3"],
        ["none", "github"],
    ];

    /// <summary>Every pair of values of two options is in one of these.</summary>
    private static readonly Made[] Pairs =
    [
        new("Bare", "none", "none", "none", "none"),
        new("Bare.Cited", "none", "entity", "xunit", "github"),
        new("Bare-Sourced", "none", "property", "xunit3", "none"),
        new("Fleet", "ships", "none", "xunit", "none"),
        new("Fleet.Cited", "ships", "entity", "xunit3", "none"),
        new("Fleet-Sourced", "ships", "property", "none", "github"),
        new("Harbour", "articles", "none", "xunit3", "github"),
        new("Harbour.Data", "articles", "entity", "none", "none"),
        new("Harbour_3", "articles", "property", "xunit", "none"),
    ];

    [Fact]
    public void Every_pair_of_values_is_tried()
    {
        foreach (var (one, other) in Values.SelectMany((_, i) => Enumerable.Range(0, i).Select(other => (i, other))))
        foreach (var value in Values[one])
        foreach (var second in Values[other])
            Assert.Contains(Pairs, pair => pair.Options[one] == value && pair.Options[other] == second);
    }

    /// <summary>All at once, so projects are restored and built together.</summary>
    [Fact]
    public void Every_pair_of_options_gives_a_package_that_is_tested_packed_and_consumed()
    {
        Install();
        foreach (var pair in Pairs)
        {
            Create(pair);
            AssertHasItsFiles(pair);
        }

        var projects = Pairs.SelectMany(pair =>
            Files(pair.Name)
                .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(file => $"{pair.Name}/{file}")
        );
        Write(
            "Pairs.slnx",
            $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>"
        );
        string[] version = [$"-p:Version={PackedVersion}", "-p:UseSharedCompilation=true"];
        // Both in one configuration: the tests then build no package again.
        strangers.Succeed(".", ["pack", "Pairs.slnx", "-c", "Debug", "-o", "made", .. version]);
        // Each project reports in a file of its own: on the console, lines of projects that end together may mix.
        strangers.Succeed(".", ["test", "Pairs.slnx", "-c", "Debug", "--logger", "trx", .. version]);

        foreach (var pair in Pairs)
        {
            AssertIsTested(pair);
            using var package = ZipFile.OpenRead(strangers.Folder($"made/{pair.Name}.{PackedVersion}.nupkg"));
            Assert.NotNull(package.GetEntry($"lib/net8.0/{pair.Name}.dll"));
        }

        Consume("Fleet-Sourced", "Harbour.Data");
    }

    /// <summary>A program elsewhere uses two of the packages.</summary>
    private void Consume(string fleet, string harbour)
    {
        Write(
            "Consuming/Consuming.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RestoreAdditionalProjectSources>../made</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{fleet}" Version="{PackedVersion}" />
                <PackageReference Include="{harbour}" Version="{PackedVersion}" />
              </ItemGroup>
            </Project>
            """
        );
        Write(
            "Consuming/Program.cs",
            """
            using FleetSourced;
            using Harbour.Data;

            Console.WriteLine($"{Ships.Boreas.Name}, {Ships.Boreas.Launched}, after {Ships.Boreas.Sisters[0].Name}");
            Console.WriteLine(Ships.Albatros.Citations[0].Quote);
            Console.WriteLine($"{Persons.Find("the harbour master")?.Name}: {Persons.AnnMiller.Events[0].Date}");
            """
        );

        Assert.Equal(
            ["Boreas, 1904-05, after Albatros", "Albatros was launched about 1901", "Ann Miller: 2024-06-01"],
            strangers.LinesOf("Consuming")
        );
    }

    private void AssertHasItsFiles(Made pair)
    {
        var files = Files(pair.Name);
        Assert.Contains($"src/{pair.Name}.csproj", files);
        Assert.Equal(pair.Tests != "none", files.Contains($"tests/{pair.Name}.Tests.csproj"));
        Assert.Equal(pair.Tests != "none", files.Contains("tests/DataTests.cs"));
        Assert.Equal(pair.Sample == "ships", files.Contains("seeds/ships/boreas.yaml"));
        Assert.Equal(pair.Sample == "articles", files.Contains("seeds/events/harbour-opening-2024.yaml"));
        Assert.Equal(pair.Ci == "github", files.Contains(".github/workflows/datapackage.yml"));
        var packageNamespace = pair
            .Name.Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal);
        Assert.Equal(
            $"title: {pair.Name}\nnamespace: {packageNamespace}\nlanguage: de\ncitations: {pair.Citations}\n",
            Read(pair.Name, "seeds/datapackage.yaml").ReplaceLineEndings("\n")
        );
        Assert.All(files, file => AssertIsFilledIn(Read(pair.Name, file)));
    }

    /// <summary>A package with entities has a test of each and another one.</summary>
    private void AssertIsTested(Made pair)
    {
        var reports = Files(pair.Name).Where(file => file.EndsWith(".trx", StringComparison.Ordinal)).ToList();
        if (pair.Tests == "none")
        {
            Assert.Empty(reports);
            return;
        }

        var counters = XDocument
            .Load(Path.Combine(strangers.Folder(pair.Name), Assert.Single(reports)))
            .Descendants()
            .Single(element => element.Name.LocalName == "Counters");
        var passed = pair.Sample switch
        {
            "none" => "1",
            "ships" => "3",
            "articles" => "2",
            _ => throw new NotSupportedException($"No number of tests for the sample {pair.Sample}."),
        };
        Assert.Equal((passed, passed), (counters.Attribute("passed")?.Value, counters.Attribute("total")?.Value));
    }

    [Fact]
    public void A_kind_is_added_to_the_package_at_hand()
    {
        Install();
        Create(new Made("Kinds", "none", "none", "none", "none"));

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

    private void Create(Made pair)
    {
        string[] options =
        [
            "--sample",
            pair.Sample,
            "--citations",
            pair.Citations,
            "--tests",
            pair.Tests,
            "--ci",
            pair.Ci,
        ];
        strangers.Succeed(
            ".",
            [
                "new",
                "datapackage",
                "-n",
                pair.Name,
                "--text-language",
                "de",
                .. options,
                "--debug:custom-hive",
                HivePath,
            ]
        );
    }

    private HashSet<string> Files(string folder) =>
        Directory
            .EnumerateFiles(strangers.Folder(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(strangers.Folder(folder), file).Replace('\\', '/'))
            .ToHashSet();

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(strangers.Folder(file))!);
        File.WriteAllText(strangers.Folder(file), text);
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

    /// <summary>A package as the template is asked for it.</summary>
    private sealed record Made(string Name, string Sample, string Citations, string Tests, string Ci)
    {
        /// <summary>In the order of <see cref="Values"/>.</summary>
        public string[] Options => [Sample, Citations, Tests, Ci];
    }
}
