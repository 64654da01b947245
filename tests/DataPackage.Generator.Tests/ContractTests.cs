using DataPackage.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator.Tests;

public class ContractTests
{
    private static IEnumerable<DiagnosticDescriptor> AllRules =>
        typeof(Rules).GetFields().Select(rule => rule.GetValue(null)).OfType<DiagnosticDescriptor>();

    [Fact]
    public void Every_rule_is_tracked_for_release_and_has_an_id_of_its_own()
    {
        var tracked = File.ReadAllLines(Path.Combine(Repository, "src/DataPackage.Generator/AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith("DP", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]);

        Assert.Equal(AllRules.Select(rule => rule.Id).Order(StringComparer.Ordinal), tracked.Order(StringComparer.Ordinal));
        Assert.Equal(AllRules.Count(), AllRules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_generator_loads_into_every_compiler_from_4_8_on()
    {
        var references = typeof(DataPackageGenerator).Assembly.GetReferencedAssemblies();

        Assert.All(references.Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            name => Assert.True(name.Version <= new Version(4, 8, 0, 0), name.ToString()));
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
        var driver = SeedSet.CreateDriver(Samples.Harbours().Texts)
            .RunGeneratorsAndUpdateCompilation(SeedSet.CreateCompilation(hasRuntime: false), out var compilation, out var diagnostics);

        Assert.Equal("DP0009", Assert.Single(diagnostics).Id);
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Fact]
    public void An_old_CSharp_is_told_so()
    {
        SeedSet.CreateDriver(Samples.Harbours().Texts, LanguageVersion.CSharp10)
            .RunGeneratorsAndUpdateCompilation(SeedSet.CreateCompilation(version: LanguageVersion.CSharp10), out _, out var diagnostics);

        Assert.Equal("DP0010", Assert.Single(diagnostics).Id);
    }

    [Fact]
    public void The_order_of_the_files_makes_no_difference()
    {
        var texts = Samples.Harbours().Texts;
        string[] Sources(IEnumerable<AdditionalText> ordered) =>
            [.. SeedSet.CreateDriver(ordered).RunGenerators(SeedSet.CreateCompilation()).GetRunResult().GeneratedTrees.Select(tree => tree.ToString()).Order(StringComparer.Ordinal)];

        Assert.Equal(Sources(texts), Sources(texts.Reverse()));
    }

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "DataPackage.sln"))) folder = folder.Parent;
            return folder.FullName;
        }
    }
}
