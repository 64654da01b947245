using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DataPackage.Generator.Tests;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Docs.Tests;

/// <summary>The page of a diagnostic: its meaning, a package with the mistake and the message of the build, and the
/// corrected package.</summary>
internal sealed partial class DiagnosticPage
{
    private const string Folder = "docs/diagnostics/";

    private readonly IReadOnlyList<Snippet> _ground;
    private readonly IReadOnlyList<Snippet> _bad;
    private readonly IReadOnlyList<Snippet> _fixed;

    private DiagnosticPage(string id)
    {
        Id = id;
        Text = Document.Read(PathOf(id)).Text;
        var parts = Heading().Split(Text);
        Assert.True(parts.Length == 3, $"{PathOf(id)} has two headings, 'Bad' and 'Fixed'");
        (_ground, _bad, _fixed) = (
            Document.SnippetsIn(parts[0]),
            Document.SnippetsIn(parts[1]),
            Document.SnippetsIn(parts[2])
        );
    }

    public static IReadOnlyList<string> Ids { get; } =
    [.. Document.Paths.Where(IsOne).Select(path => Path.GetFileNameWithoutExtension(path))];

    public static bool IsOne(string path) => path.StartsWith(Folder + "DP", StringComparison.Ordinal);

    /// <summary>Whether it is about code that uses a package, not about seeds.</summary>
    public static bool IsOfCode(string id) => id.StartsWith("DP5", StringComparison.Ordinal);

    public static DiagnosticPage Read(string id) => new(id);

    public string Id { get; }

    public string Text { get; }

    /// <summary>The output of the build according to the page.</summary>
    public string Report => _bad.Single(snippet => snippet is { Language: "text", Name: "" }).Text.TrimEnd('\n');

    /// <summary>Rewrites the page with another report.</summary>
    public void Update(string report) =>
        File.WriteAllText(
            Repository.PathOf(PathOf(Id)),
            Text.Replace(
                Report.Length == 0 ? "```text\n```" : $"```text\n{Report}\n```",
                $"```text\n{report}\n```",
                StringComparison.Ordinal
            )
        );

    /// <param name="severities">The severities that the project sets; null for none.</param>
    public GeneratorDriverRunResult RunBad(IReadOnlyDictionary<string, ReportDiagnostic>? severities = null) =>
        Run(_bad, isBad: true, severities);

    public GeneratorDriverRunResult RunFixed() => Run(_fixed, isBad: false, null);

    public IReadOnlyList<string> ReportsOnBadCode() => ReportsOn(_bad);

    public IReadOnlyList<string> ReportsOnFixedCode() => ReportsOn(_fixed);

    private IReadOnlyList<string> ReportsOn(IReadOnlyList<Snippet> part) =>
        [
            .. Programs
                .AnalyzersReportsOn(
                    Programs.Compile(part.Single(snippet => snippet.Language == "csharp").Text, SeedsOf(part))
                )
                .Select(report => Print(report, "Program.cs")),
        ];

    /// <summary>A program outside the compiler reports the same, except for pages about what a project lacks, or about
    /// a file that is unreadable or breaks the machine.</summary>
    public void AssertSameOutsideOfTheCompiler()
    {
        if (
            _bad.Any(snippet => snippet.Language == "xml")
            || Id is "DP0001" or "DP0007" or "DP0012" or "DP0024" or "DP1047"
        )
            return;
        foreach (var part in new[] { _bad, _fixed })
        {
            var seeds = SeedsOf(part);
            Hosts.AssertSame(seeds.Run(SeedSet.CreateCompilation(), SeedSet.Namespace).Results[0], seeds.Texts, Id);
        }
    }

    /// <summary>A message as the build prints it, without the path of the project.</summary>
    public static string Print(Diagnostic diagnostic) =>
        Print(diagnostic, "seeds/" + diagnostic.Location.GetLineSpan().Path);

    private static string Print(Diagnostic diagnostic, string path)
    {
        var line = diagnostic.Location.GetLineSpan();
        var place = string.IsNullOrEmpty(line.Path)
            ? "CSC "
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{path}({line.StartLinePosition.Line + 1},{line.StartLinePosition.Character + 1})"
            );
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        return $"{place}: {severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static string PathOf(string id) => $"{Folder}{id}.md";

    private SeedSet SeedsOf(IReadOnlyList<Snippet> part)
    {
        var seeds = new SeedSet();
        foreach (var snippet in _ground.Concat(part).Where(snippet => snippet.SeedPath is not null))
            seeds.With(snippet.SeedPath!, snippet.Text);
        // Too long for a page.
        return Id == "DP1052" ? seeds.With("rules.yaml", IrregularRules()) : seeds;
    }

    private static string IrregularRules()
    {
        var parts = Enumerable.Range(1, 100).Select(i => $"s{i}: {{ k{i}: 1, l{i}: {{ m{i}: 2 }} }}");
        var odd = string.Join(", ", parts);
        return $"a: {{ name: First, odd: {{ {odd} }} }}\nb: {{ name: Second, odd: {{ {odd} }} }}\n";
    }

    private GeneratorDriverRunResult Run(
        IReadOnlyList<Snippet> part,
        bool isBad,
        IReadOnlyDictionary<string, ReportDiagnostic>? severities
    )
    {
        var seeds = SeedsOf(part);
        // Too long for a page.
        if (isBad && Id == "DP1047")
            seeds.With(
                "ships.yaml",
                string.Concat(Enumerable.Range(1, 65_001).Select(number => $"ship-{number:00000}: {{ name: Ship }}\n"))
            );
        var facts = string.Concat(part.Where(snippet => snippet.Language == "xml").Select(snippet => snippet.Text));
        var version =
            LangVersion().Match(facts) is { Success: true } match
            && LanguageVersionFacts.TryParse(match.Groups[1].Value, out var named)
                ? named
                : LanguageVersion.Latest;
        // A data package brings the runtime along.
        var hasData = facts.Contains("\"DataPackage\"", StringComparison.Ordinal);
        var hasRuntime =
            hasData
            || !facts.Contains("PackageReference", StringComparison.Ordinal)
            || facts.Contains("\"DataPackage.Runtime\"", StringComparison.Ordinal);
        ImmutableArray<AdditionalText> texts =
            isBad && Id is "DP0001" or "DP0007" or "DP0012" ? [.. seeds.Texts, new UnreadableSeed(Id)] : seeds.Texts;

        var project = SeedSet.CreateCompilation("", version, hasRuntime);
        if (hasData)
            project = project.AddReferences(MetadataReference.CreateFromFile(typeof(Persons).Assembly.Location));
        if (isBad && Id == "DP0024")
            project = SeedSet.WithRuntimeOf(project, format: 0);
        // As in a project that does not treat warnings as errors.
        project = project.WithOptions(
            project
                .Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)
                .WithSpecificDiagnosticOptions(
                    project.Options.SpecificDiagnosticOptions.SetItems(
                        severities ?? ImmutableDictionary<string, ReportDiagnostic>.Empty
                    )
                )
        );
        var driver = SeedSet
            .CreateDriver(texts, version)
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out _);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));
        return driver.GetRunResult();
    }

    [GeneratedRegex(@"^## (?:Bad|Fixed)\n", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<LangVersion>(.*)</LangVersion>")]
    private static partial Regex LangVersion();

    /// <summary>Causes what no text in a seed can: a file that cannot be opened, an internal error, and a machine that
    /// is too small.</summary>
    private sealed class UnreadableSeed(string id) : AdditionalText
    {
        public override string Path => "ships/albatros.yaml";

        public override SourceText? GetText(CancellationToken cancellationToken = default) =>
            id switch
            {
                "DP0001" => throw new InvalidOperationException("Sequence contains no elements."),
                "DP0012" => throw new InsufficientMemoryException(),
                _ => null,
            };
    }
}
