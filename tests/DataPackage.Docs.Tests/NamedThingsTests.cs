using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>What documents name in code marks is there: a file that was moved or a symbol that was renamed is found
/// here.</summary>
public partial class NamedThingsTests
{
    /// <summary>Changelogs name what was; pages of diagnostics name what is wrong, and are run.</summary>
    public static TheoryData<string> Documents =>
        [
            .. Document.Paths.Where(path =>
                path != "CHANGELOG.md" && !path.StartsWith("docs/diagnostics/", StringComparison.Ordinal)
            ),
        ];

    /// <summary>What others call so, and names that tables make up; <see cref="ReferenceTests"/> and
    /// <see cref="OwnDataTests"/> run these.</summary>
    private static readonly string[] Elsewhere =
    [
        "Albatrosses",
        "CompilationProvider",
        "G7Summit",
        "NuGetAudit",
        "OCaml",
        "PeakIt",
        "SwaggerUI",
        "Swashbuckle",
        "TypeInitializationException",
    ];

    private static readonly IReadOnlyList<string> Files = [.. SourceFiles.All("*")];

    /// <summary>Every word of the sources, of their build files and of all seeds.</summary>
    private static readonly HashSet<string> Words =
    [
        .. Files
            .Where(path => Path.GetExtension(path) is not (".md" or ".svg" or ".json"))
            .SelectMany(path => Word().Matches(File.ReadAllText(Repository.PathOf(path))).Select(word => word.Value)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_that_is_named_exists(string document) =>
        Assert.All(
            Named(document).Where(text => OwnPath().IsMatch(text)),
            text =>
                Assert.Contains(
                    Files,
                    file => file == text || file.StartsWith(text.TrimEnd('/') + "/", StringComparison.Ordinal)
                )
        );

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_symbol_that_is_named_exists(string document)
    {
        // Examples name kinds and accessors that their own snippets declare.
        var own = Word().Matches(string.Concat(Document.Read(document).Snippets.Select(snippet => snippet.Text)));
        var known = own.Select(word => word.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Empty(
            from text in Named(document)
            where Symbol().IsMatch(text)
            from word in Word().Matches(text).Select(word => word.Value)
            where !Words.Contains(word) && !known.Contains(word) && !Elsewhere.Contains(word)
            select $"{text}: {word}"
        );
    }

    /// <summary>Without the rows that end with an expression and its value: <see cref="OwnDataTests"/> runs
    /// them.</summary>
    private static IEnumerable<string> Named(string document) =>
        Code()
            .Matches(RunRow().Replace(Fence().Replace(Document.Read(document).Text, ""), ""))
            .Select(code => code.Groups[1].Value)
            .Distinct();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^[|].*` → `[^`]*` [|]$", RegexOptions.Multiline)]
    private static partial Regex RunRow();

    /// <summary>A path below the root, without a part to be filled in, and not of what builds write.</summary>
    [GeneratedRegex(@"^(?:src|tests|docs|nuget|bench|samples|\.ci|\.config)/(?!.*/obj/)[^<>*… ]*$")]
    private static partial Regex OwnPath();

    /// <summary>A type or a member in C#: <c>Type</c>, <c>Type.Member</c>, <c>Type.Method(…)</c>.</summary>
    [GeneratedRegex(@"^[A-Z][a-z]+[A-Za-z0-9]*(?:\.[A-Z][A-Za-z0-9]*)*(?:\([^)]*\))?$")]
    private static partial Regex Symbol();

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();
}
