using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataPackage.Engine.Diagnostics;
using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>The documents state the dependencies and limits that the build and the code have.</summary>
public partial class SupplyChainTests
{
    private const string TestsOnly = "In tests only";

    private static readonly string[] Files = ["Directory.Packages.props", "bench/Directory.Packages.props"];

    [Fact]
    public void Every_dependency_is_listed_with_its_licence_and_its_reason()
    {
        var rows = Document.Read("docs/decisions.md").Table("package");
        var listed = rows.Where(row => !row[0].EndsWith("(npm)", StringComparison.Ordinal))
            .SelectMany(row => row[0].Split(", "))
            .Select(package => package.Split(' ')[0])
            // For a package with several versions.
            .Where(package => !char.IsAsciiDigit(package[0]))
            .ToHashSet(StringComparer.Ordinal);
        var tools = ToolName()
            .Matches(File.ReadAllText(Repository.PathOf(".config/dotnet-tools.json")))
            .Select(match => match.Groups[1].Value);
        var used = Files
            .SelectMany(file => XDocument.Load(Repository.PathOf(file)).Descendants("PackageVersion"))
            .Select(package => package.Attribute("Include")!.Value)
            .Concat(tools);

        Assert.Equal(used.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.All(
            rows,
            row =>
                Assert.All(
                    row[1].Split(", "),
                    licence =>
                        Assert.True(
                            licence is "MIT" or "ISC" or "Apache-2.0" or "BSD-2-Clause" or "BSD-3-Clause"
                                // A change of its files must be published, and we change and ship none.
                                || (licence is "MPL-2.0" && row[2].StartsWith(TestsOnly, StringComparison.Ordinal)),
                            licence
                        )
                )
        );
        Assert.All(rows, row => Assert.NotEmpty(row[2]));
    }

    /// <summary>Its hashes refuse a package of the same name from another source.</summary>
    [Fact]
    public void Every_project_of_the_solution_has_a_lock_file() =>
        Assert.All(
            ProjectPath()
                .Matches(File.ReadAllText(Repository.PathOf("DataPackage.sln")))
                .Select(match => match.Groups[1].Value.Replace('\\', '/')),
            project =>
                Assert.True(
                    File.Exists(Path.Combine(Path.GetDirectoryName(Repository.PathOf(project))!, "packages.lock.json")),
                    project
                )
        );

    [Fact]
    public void The_limits_that_are_listed_are_those_of_the_code()
    {
        var limits = typeof(SeedLimits)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (int)field.GetRawConstantValue()!);

        var text = Document.Read("docs/seeds.md").Text;
        var start = text.IndexOf("| limit | of one file |", StringComparison.Ordinal);
        var tables = text[start..text.IndexOf("\n## ", start, StringComparison.Ordinal)];
        var listed = Number()
            .Matches(tables)
            .Select(number =>
                int.Parse(number.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
                * (number.Groups[2].Success ? 1024 * 1024 : 1)
            );
        Assert.Equal(limits.Order(), listed.Order());
    }

    [GeneratedRegex(@"(\d[\d,]*)( Mi\b)?")]
    private static partial Regex Number();

    [GeneratedRegex("\"([\\w.\\\\-]+\\.csproj)\"")]
    private static partial Regex ProjectPath();

    [GeneratedRegex("^    \"([\\w.-]+)\": \\{", RegexOptions.Multiline)]
    private static partial Regex ToolName();
}
