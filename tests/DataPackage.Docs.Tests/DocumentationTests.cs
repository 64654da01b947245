using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Docs.Tests;

/// <summary>What the documents show works, as they show it.</summary>
public partial class DocumentationTests
{
    private static readonly string Root = FindRoot();

    private static readonly string[] TopLevel = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];

    public static TheoryData<string> Documents => new(
        TopLevel.Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path)))
            .Concat(Directory.GetFiles(Path.Combine(Root, "nuget/readme"), "*.md").Select(path => "nuget/readme/" + Path.GetFileName(path))));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_CSharp_snippet_compiles_and_prints_what_it_says(string document)
    {
        foreach (var snippet in Snippets(document, "csharp"))
        {
            var expected = snippet.Split('\n').Select(line => Promise().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value.TrimEnd());
            Assert.Equal(expected, Run(snippet));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_snippet_that_is_part_of_a_seed_stands_in_that_seed(string document)
    {
        foreach (var snippet in Snippets(document, "yaml"))
        {
            if (PartOf().Match(snippet) is not { Success: true } match) continue;
            var seed = File.ReadAllLines(Path.Combine(Root, match.Groups[1].Value));
            Assert.All(snippet.Split('\n').Skip(1).Where(line => line.Length > 0), line => Assert.Contains(line, seed));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_seeds_of_an_example_make_types_that_compile(string document)
    {
        var seeds = Snippets(document, "yaml").Select(snippet => (Path: SeedPath().Match(snippet).Groups[1].Value, snippet)).Where(seed => seed.Path.Length > 0).ToList();
        if (seeds.Count == 0) return;

        var driver = CSharpGeneratorDriver.Create([new Generator.DataPackageGenerator().AsSourceGenerator()],
            seeds.Select(seed => new ExampleSeed(seed.Path, seed.snippet)), optionsProvider: new ExampleSeed.Options());
        driver.RunGeneratorsAndUpdateCompilation(Compile("Console.WriteLine();"), out var compilation, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.True(compilation.SyntaxTrees.Count() > 2);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, document))!;
        foreach (Match link in Link().Matches(File.ReadAllText(Path.Combine(Root, document))))
        {
            var target = link.Groups[1].Value.Split('#')[0];
            if (target.Length > 0 && !target.StartsWith("https://", StringComparison.Ordinal))
                Assert.True(Path.Exists(Path.Combine(folder, target)), $"{document} links to {target}");
        }
    }

    [Fact]
    public void The_readme_can_be_read_in_one_sitting() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Root, "README.md")).Length, 1, 120);

    [Fact]
    public void Every_diagnostic_is_listed_for_curators()
    {
        static IEnumerable<string> Ids(string path, string pattern) =>
            Regex.Matches(File.ReadAllText(Path.Combine(Root, path)), pattern, RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(Ids("src/DataPackage.Generator/AnalyzerReleases.Unshipped.md", @"^(DP\d{4}) "), Ids("docs/seeds.md", @"^\| (DP\d{4}) "));
    }

    private static IEnumerable<string> Snippets(string document, string language) =>
        Fence().Matches(File.ReadAllText(Path.Combine(Root, document))).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    /// <summary>Compiles the snippet as the whole program of a consumer, warnings as errors, and runs it.</summary>
    private static List<string> Run(string snippet)
    {
        var compilation = Compile(snippet);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, snippet + string.Join('\n', emitted.Diagnostics));

        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            var entry = Assembly.Load(image.ToArray()).EntryPoint!;
            entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
    }

    private static CSharpCompilation Compile(string program)
    {
        const string usings = "global using System; global using System.Linq; global using System.Collections.Generic;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "DataPackage.dll" or "DataPackage.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Snippet", [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText(usings)], references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DataPackage.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"// → (.*)$")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^# seeds/(\S+)")]
    private static partial Regex SeedPath();

    [GeneratedRegex(@"^# part of (\S+)")]
    private static partial Regex PartOf();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
