using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>A line has at most 120 columns, so two files can be read side by side.</summary>
public partial class WidthTests
{
    private const int Columns = 120;

    /// <summary>Files that tests and the bench write.</summary>
    private static readonly string[] Generated =
    [
        "src/DataPackage.Shared/Text/UnicodeTables.cs",
        "src/DataPackage.Engine/Text/LetterFolding.Table.cs",
        "docs/data.md",
        "docs/performance.md",
        "docs/reference.md",
    ];

    [Fact]
    public void Code_has_at_most_120_columns() =>
        AssertNarrow(
            "*.cs",
            (path, lines) =>
            {
                var isRaw = false;
                var mayHoldData = path.StartsWith("tests/", StringComparison.Ordinal);
                return lines.Where(line =>
                {
                    var edges = line.Split("\"\"\"").Length - 1;
                    var isData = isRaw || edges > 0;
                    isRaw ^= edges % 2 == 1;
                    return !isData && !(mayHoldData && Literal().IsMatch(line));
                });
            }
        );

    /// <summary>A value of MSBuild cannot be broken, because a line end would be part of it.</summary>
    [Theory]
    [InlineData("*.csproj")]
    [InlineData("*.props")]
    [InlineData("*.targets")]
    public void Build_files_have_at_most_120_columns(string files) =>
        AssertNarrow(files, (_, lines) => lines.Where(line => !Value().IsMatch(line)));

    [Fact]
    public void Prose_has_at_most_120_columns() =>
        AssertNarrow(
            "*.md",
            (_, lines) =>
            {
                var isFenced = false;
                return lines.Where(line =>
                {
                    var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
                    isFenced ^= isFence;
                    return !isFenced && !isFence && !line.StartsWith('|');
                });
            }
        );

    private static void AssertNarrow(string files, Func<string, IEnumerable<string>, IEnumerable<string>> countedOf)
    {
        var tooWide = new List<string>();
        var paths = SourceFiles.All(files).Where(path => !Data().IsMatch(path) && !Generated.Contains(path));
        foreach (var path in paths)
        {
            var lines = File.ReadAllLines(Repository.PathOf(path));
            tooWide.AddRange(
                countedOf(path, lines).Where(line => line.Length > Columns).Select(line => $"{path}: {line}")
            );
        }

        Assert.Empty(tooWide);
    }

    /// <summary>Seeds are data.</summary>
    [GeneratedRegex("(^|/)seeds/|HostileSeeds/")]
    private static partial Regex Data();

    /// <summary>Test data: a text of more than half a line, or an interpolated one.</summary>
    [GeneratedRegex("\"(?:\\\\.|[^\"\\\\]){60,}\"|[$]\"")]
    private static partial Regex Literal();

    /// <summary>One attribute or one element, with nothing that could move to another line.</summary>
    [GeneratedRegex(
        "^ *(?:[\\w.]+=\"[^\"]*\"(?: ?/?>)?|(?:<[\\w.]+)?(?: Condition=\"[^\"]*\")?\\s*>[^<>]*</[\\w.]+>)$"
    )]
    private static partial Regex Value();
}
