using System.Globalization;
using System.Reflection;
using DataPackage.Generator;
using Microsoft.CodeAnalysis;

namespace DataPackage.Docs.Tests;

/// <summary>The pages of diagnostics and the rules of the generator say the same.</summary>
public class DiagnosticPageTests
{
    private static readonly DiagnosticDescriptor[] Rules =
        [.. typeof(DataPackageGenerator).Assembly.GetType("DataPackage.Generator.Diagnostics.Rules", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. DiagnosticPage.Ids];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.Equal(Rules.Select(rule => rule.Id), DiagnosticPage.Ids);

    [Fact]
    public void The_index_lists_every_rule_with_its_title_and_its_severity() =>
        Assert.Equal(
            Rules.Select(rule => $"[{rule.Id}]({rule.Id}.md) {TitleOf(rule)} {rule.DefaultSeverity.ToString().ToLowerInvariant()}"),
            Document.Read("docs/diagnostics/README.md").Table("id").Select(row => string.Join(' ', row[..3])));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_the_severity_and_the_category_of_its_rule(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);

        Assert.StartsWith($"# {id}: {TitleOf(rule)}\n\n{rule.DefaultSeverity} · {rule.Category}\n", DiagnosticPage.Read(id).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_seed_has_this_one_mistake_at_the_place_and_in_the_words_that_are_shown(string id)
    {
        var page = DiagnosticPage.Read(id);

        var reported = Assert.Single(page.RunBad().Diagnostics);

        Assert.Equal(id, reported.Id);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") page.Update(DiagnosticPage.Print(reported));
        Assert.Equal(DiagnosticPage.Read(id).Report, DiagnosticPage.Print(reported));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_fixed_seed_has_no_mistake_and_its_types_compile(string id)
    {
        var run = DiagnosticPage.Read(id).RunFixed();

        Assert.Empty(run.Diagnostics.Select(DiagnosticPage.Print));
        if (id != "DP0007" && id != "DP0001" && id != "DP0009" && id != "DP0010") Assert.NotEmpty(run.GeneratedTrees);
    }

    /// <summary>While the repository has no public address there is nothing to link to, and a dead link would be worse than none.</summary>
    [Fact]
    public void A_rule_links_to_its_page_where_the_repository_has_an_address()
    {
        var address = typeof(DataPackageGenerator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(fact => fact.Key == "RepositoryUrl")?.Value;

        Assert.All(Rules, rule => Assert.Equal(address is null ? "" : $"{address}/blob/main/docs/diagnostics/{rule.Id}.md", rule.HelpLinkUri));
    }

    private static string TitleOf(DiagnosticDescriptor rule) => rule.Title.ToString(CultureInfo.InvariantCulture);
}
