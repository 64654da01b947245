using System.Globalization;
using System.Text.RegularExpressions;
using DataPackage.Generator.Tests;
using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>One Markdown file for users of the packages, or for contributors.</summary>
internal sealed partial class Document
{
    private Document(string path)
    {
        Path = path;
        Text = File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");
        Snippets = SnippetsIn(Text);
    }

    public static IReadOnlyList<string> Paths { get; } =
    [
        .. new[] { "", "docs", "docs/diagnostics", "nuget/readme" }
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.md"))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static Document Read(string path) => new(path);

    /// <summary>The path below the repository's root.</summary>
    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<Snippet> Snippets { get; }

    public static IReadOnlyList<Snippet> SnippetsIn(string markdown) =>
        [
            .. Fence()
                .Matches(markdown)
                .Select(match => new Snippet(
                    match.Groups["language"].Value,
                    match.Groups["path"].Value,
                    match.Groups["text"].Value
                )),
        ];

    public IEnumerable<Snippet> In(string language) => Snippets.Where(snippet => snippet.Language == language);

    /// <summary>The seeds in the document, as one package.</summary>
    public SeedSet Example()
    {
        var seeds = new SeedSet();
        foreach (var snippet in Snippets)
            if (snippet is { SeedPath: { } path, Faults.Count: 0 })
                seeds.With(path, snippet.Text);
        return seeds;
    }

    /// <summary>The rows of the table whose first column has this head: the texts of the cells, without code
    /// marks.</summary>
    public IReadOnlyList<string[]> Table(string head)
    {
        var lines = Text.Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith($"| {head} |", StringComparison.Ordinal));
        Assert.True(start >= 0, $"{Path} has no table whose first column is '{head}'");
        return
        [
            .. lines
                .Skip(start + 2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToArray()),
        ];
    }

    /// <summary>The anchors of the headings, as Markdown viewers make them.</summary>
    public IEnumerable<string> Anchors =>
        Heading()
            .Matches(Fence().Replace(Text, ""))
            .Select(match => NotInAnchor().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    public IEnumerable<string> Links =>
        Link().Matches(Fence().Replace(Text, "")).Select(match => match.Groups[1].Value);

    [GeneratedRegex(
        @"^```(?<language>\w*)(?: (?<path>\S+))?\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}

/// <param name="Name">The path after the language, for files that cannot start with a comment.</param>
internal sealed partial record Snippet(string Language, string Name, string Text)
{
    /// <summary>If this is a seed of the document itself, its path below the seeds folder.</summary>
    public string? SeedPath =>
        SeedComment().Match(Name.Length > 0 ? "# " + Name : Text) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    /// <summary>If this is part of a seed of this repository, the path of that seed.</summary>
    public string? Source => SourceComment().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>If this is part of a sample or of a project of tests, its path.</summary>
    public string? SamplePath =>
        Name.StartsWith("samples/", StringComparison.Ordinal) || Name.StartsWith("tests/", StringComparison.Ordinal)
            ? Name
            : null;

    /// <summary>The output that comments in the program promise.</summary>
    public IReadOnlyList<string> Promises =>
        [.. Promise().Matches(Text).Select(match => match.Groups[1].Value.TrimEnd())];

    /// <summary>The diagnostics that comments in the seed promise: <c>3: DP1002: …</c>.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. Text.Split('\n')
                .Select((line, index) => (Fault: Fault().Match(line), Line: index + 1))
                .Where(found => found.Fault.Success)
                .Select(found =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{found.Line}: {found.Fault.Groups[1].Value.TrimEnd()}"
                    )
                ),
        ];

    [GeneratedRegex(@"^# seeds/(\S+)")]
    private static partial Regex SeedComment();

    [GeneratedRegex(@"^# part of (\S+)")]
    private static partial Regex SourceComment();

    [GeneratedRegex(@"// → (.*)$", RegexOptions.Multiline)]
    private static partial Regex Promise();

    [GeneratedRegex(@"# → (.*)$")]
    private static partial Regex Fault();
}
