using System.Globalization;
using System.Reflection;
using DataPackage.Analyzers;
using DataPackage.Engine.Diagnostics;
using DataPackage.Generator;
using Microsoft.CodeAnalysis;

namespace DataPackage.Docs.Tests;

/// <summary>The pages of diagnostics agree with the rules of the generator.</summary>
public class DiagnosticPageTests
{
    private static readonly IReadOnlyList<Rule> Rules =
    [
        .. Engine.Diagnostics.Rules.All,
        .. new LiteralAnalyzer().SupportedDiagnostics.Select(rule => new Rule(
            rule.Id,
            rule.Category,
            Enum.Parse<RuleSeverity>(rule.DefaultSeverity.ToString()),
            rule.Title.ToString(CultureInfo.InvariantCulture),
            rule.MessageFormat.ToString(CultureInfo.InvariantCulture),
            isConfigurable: !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)
        )),
    ];

    public static TheoryData<string> Ids => [.. DiagnosticPage.Ids];

    /// <summary>Without the rules about links and versions, which the generator does not see; other tests have their
    /// pages.</summary>
    public static TheoryData<string> IdsOfTheGenerator =>
        [.. DiagnosticPage.Ids.Where(id => id is not ("DP0021" or "DP4012") && !DiagnosticPage.IsOfCode(id))];

    public static TheoryData<string> IdsOfSeeds => [.. DiagnosticPage.Ids.Where(id => !DiagnosticPage.IsOfCode(id))];

    public static TheoryData<string> IdsOfCode => [.. DiagnosticPage.Ids.Where(DiagnosticPage.IsOfCode)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(Rules.Select(rule => rule.Id), DiagnosticPage.Ids);

    [Fact]
    public void The_index_lists_every_rule_with_its_title_and_its_severity() =>
        Assert.Equal(
            Rules.Select(rule => $"[{rule.Id}]({rule.Id}.md) {TitleOf(rule)} {SeverityOf(rule).ToLowerInvariant()}"),
            Document.Read("docs/diagnostics/README.md").Table("id").Select(row => string.Join(' ', row[..3]))
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_the_severity_and_the_category_of_its_rule(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);

        Assert.StartsWith(
            $"# {id}: {TitleOf(rule)}\n\n{SeverityOf(rule)} · {rule.Category}\n",
            DiagnosticPage.Read(id).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(IdsOfTheGenerator))]
    public void The_bad_seed_has_this_one_mistake_at_the_place_and_in_the_words_that_are_shown(string id)
    {
        var page = DiagnosticPage.Read(id);

        // The diagnostic that counts the others comes after a hundred of them.
        var reported = Assert.Single(page.RunBad().Diagnostics, diagnostic => IsMistake(diagnostic, id));

        Assert.Equal(id, reported.Id);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            page.Update(DiagnosticPage.Print(reported));
        Assert.Equal(DiagnosticPage.Read(id).Report, DiagnosticPage.Print(reported));
    }

    [Theory]
    [MemberData(nameof(IdsOfTheGenerator))]
    public void The_fixed_seed_has_no_mistake_and_its_types_compile(string id)
    {
        var run = DiagnosticPage.Read(id).RunFixed();

        Assert.Empty(run.Diagnostics.Where(diagnostic => IsMistake(diagnostic, id)).Select(DiagnosticPage.Print));
    }

    [Theory]
    [MemberData(nameof(IdsOfCode))]
    public void The_bad_code_has_this_one_mistake_and_the_fixed_code_has_none(string id)
    {
        var reported = Assert.Single(DiagnosticPage.Read(id).ReportsOnBadCode());

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            DiagnosticPage.Read(id).Update(reported);
        Assert.Equal(DiagnosticPage.Read(id).Report, reported);
        Assert.Empty(DiagnosticPage.Read(id).ReportsOnFixedCode());
    }

    /// <summary>Messages about correct seeds, such as that a kind was inferred, have a page of their own.</summary>
    private static bool IsMistake(Diagnostic diagnostic, string id) =>
        diagnostic.Id == id || (id != "DP0011" && diagnostic.Severity > DiagnosticSeverity.Info);

    /// <summary>While the repository has no public address, rules have no link, because a dead link is worse than
    /// none.</summary>
    [Fact]
    public void A_rule_links_to_its_page_where_the_repository_has_an_address()
    {
        var address = typeof(DataPackageGenerator)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(fact => fact.Key == "RepositoryUrl")
            ?.Value;

        Assert.All(
            Rules,
            rule =>
                Assert.Equal(
                    address is null ? null : $"{address}/blob/main/docs/diagnostics/{rule.Id}.md",
                    rule.HelpLink
                )
        );
    }

    [Theory]
    [MemberData(nameof(IdsOfSeeds))]
    public void What_a_page_shows_is_the_same_outside_of_the_compiler(string id) =>
        DiagnosticPage.Read(id).AssertSameOutsideOfTheCompiler();

    /// <summary>Otherwise a project could silently lose facts of its seeds.</summary>
    [Theory]
    [MemberData(nameof(IdsOfTheGenerator))]
    public void A_rule_can_be_switched_off_where_it_is_configurable_and_the_rest_compiles_and_nowhere_else(string id)
    {
        var isConfigurable = IsConfigurable(Rules.Single(rule => rule.Id == id));

        var reported = DiagnosticPage
            .Read(id)
            .RunBad(new Dictionary<string, ReportDiagnostic> { [id] = ReportDiagnostic.Suppress })
            .Diagnostics;

        Assert.Equal(
            isConfigurable ? [] : [(id, DiagnosticSeverity.Error)],
            reported
                .Where(diagnostic => IsMistake(diagnostic, id))
                .Select(diagnostic => (diagnostic.Id, diagnostic.Severity))
        );
    }

    private static bool IsConfigurable(Rule rule) => rule.IsConfigurable;

    private static string SeverityOf(Rule rule) => rule.Severity + (IsConfigurable(rule) ? ", configurable" : "");

    private static string TitleOf(Rule rule) => rule.Title;
}
