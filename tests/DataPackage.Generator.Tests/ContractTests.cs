using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using DataPackage.Engine.Diagnostics;
using DataPackage.Generator.Pipeline;
using DataPackage.Shared.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator.Tests;

public class ContractTests
{
    private static IReadOnlyList<Rule> AllRules => Rules.All;

    [Fact]
    public void Every_rule_is_tracked_for_release_and_has_an_id_of_its_own()
    {
        var tracked = File.ReadAllLines(
                Path.Combine(Repository, "src/DataPackage.Engine/Diagnostics/AnalyzerReleases.Unshipped.md")
            )
            .Where(line => line.StartsWith("DP", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0]);

        Assert.Equal(
            AllRules.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            tracked.Order(StringComparer.Ordinal)
        );
        Assert.Equal(AllRules.Count, AllRules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>A property that the build does not show would silently be read as empty.</summary>
    [Fact]
    public void The_properties_that_the_build_shows_are_those_that_the_generator_reads()
    {
        var shown = Directory
            .EnumerateFiles(Path.Combine(Repository, "nuget"), "DataPackage.Generator.*")
            .SelectMany(file =>
                XDocument
                    .Load(file)
                    .Descendants()
                    .Where(element => element.Name.LocalName == "CompilerVisibleProperty")
                    .Select(element => element.Attribute("Include")!.Value)
            );

        Assert.Equal(BuildOptions.Names.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_generator_loads_into_every_compiler_from_4_8_on()
    {
        var references = typeof(DataPackageGenerator).Assembly.GetReferencedAssemblies();

        Assert.All(
            references.Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            name => Assert.True(name.Version <= new Version(4, 8, 0, 0), name.ToString())
        );
    }

    [Fact]
    public void Without_seeds_nothing_is_generated_and_nothing_is_asked_of_the_project()
    {
        var driver = SeedSet.CreateDriver([]).RunGenerators(SeedSet.CreateCompilation(hasRuntime: false));

        Assert.Empty(driver.GetRunResult().GeneratedTrees);
        Assert.Empty(driver.GetRunResult().Diagnostics);
    }

    [Fact]
    public void Without_the_runtime_there_is_one_message_in_place_of_the_compilers()
    {
        var driver = SeedSet
            .CreateDriver(Samples.Harbours().Texts)
            .RunGeneratorsAndUpdateCompilation(
                SeedSet.CreateCompilation(hasRuntime: false),
                out var compilation,
                out var diagnostics
            );

        Assert.Equal("DP0009", Assert.Single(diagnostics).Id);
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_runtime_that_cannot_read_what_would_be_generated_is_told_so_and_nothing_is(int format, bool asProject)
    {
        var driver = SeedSet
            .CreateDriver(Samples.Harbours().Texts)
            .RunGeneratorsAndUpdateCompilation(
                SeedSet.WithRuntimeOf(SeedSet.CreateCompilation(), format, asProject),
                out var compilation,
                out var diagnostics
            );

        var reported = Assert.Single(diagnostics);
        Assert.Equal("DP0024", reported.Id);
        Assert.Equal(
            $"The generated data have the format {PackedFormat.Version}, and the DataPackage.Runtime of this project reads formats up to {format}: update the package DataPackage.Runtime",
            reported.GetMessage(CultureInfo.InvariantCulture)
        );
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
        Assert.Empty(compilation.GetDiagnostics());
    }

    /// <summary>NuGet takes the highest version of the runtime that any package asks for.</summary>
    [Theory]
    [InlineData(PackedFormat.Version, false)]
    [InlineData(PackedFormat.Version, true)]
    [InlineData(int.MaxValue, false)]
    public void A_runtime_of_this_format_or_a_newer_one_will_do(int format, bool asProject)
    {
        var driver = SeedSet
            .CreateDriver(Samples.Harbours().Texts)
            .RunGenerators(SeedSet.WithRuntimeOf(SeedSet.CreateCompilation(), format, asProject));

        Assert.Empty(driver.GetRunResult().Diagnostics);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void The_runtime_and_the_generator_of_one_build_have_one_format() =>
        Assert.Equal(
            PackedFormat.Version,
            typeof(DataPackage.Runtime.IEntity)
                .Assembly.GetCustomAttribute<DataPackage.Runtime.ReadsFormatAttribute>()!
                .Newest
        );

    [Fact]
    public void An_old_CSharp_is_told_so()
    {
        SeedSet
            .CreateDriver(Samples.Harbours().Texts, LanguageVersion.CSharp10)
            .RunGeneratorsAndUpdateCompilation(
                SeedSet.CreateCompilation(version: LanguageVersion.CSharp10),
                out _,
                out var diagnostics
            );

        Assert.Equal("DP0010", Assert.Single(diagnostics).Id);
    }

    [Fact]
    public void The_order_of_the_files_makes_no_difference()
    {
        var texts = Samples.Harbours().Texts;
        string[] Sources(IEnumerable<AdditionalText> ordered) =>
            [
                .. SeedSet
                    .CreateDriver(ordered)
                    .RunGenerators(SeedSet.CreateCompilation())
                    .GetRunResult()
                    .GeneratedTrees.Select(tree => tree.ToString())
                    .Order(StringComparer.Ordinal),
            ];

        Assert.Equal(Sources(texts), Sources(texts.Reverse()));
    }

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "DataPackage.sln")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }
}
