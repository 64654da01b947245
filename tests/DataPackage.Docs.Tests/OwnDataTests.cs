using System.Globalization;
using System.Text.RegularExpressions;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Docs.Tests;

/// <summary>Each row of the tables in docs/your-own-data.md is built and run.</summary>
public partial class OwnDataTests
{
    private static readonly Document Page = Document.Read("docs/your-own-data.md");

    public static TheoryData<string> Shapes => Rows("you have");

    public static TheoryData<string> Values => Rows("values of a property");

    public static TheoryData<string> Configurations => Rows("of this file");

    public static TheoryData<string> Messages => Rows("a folder with");

    /// <summary>The cells: what the file is, its path, its text, what becomes of it, and an expression with its
    /// value.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_dropped_in_becomes_what_the_page_says(string row)
    {
        var cells = Cells(row);
        AssertGives(Files(cells[1], cells[2]), cells[4]);
    }

    /// <summary>The cells: the values in one record each, and the type in C#.</summary>
    [Theory]
    [MemberData(nameof(Values))]
    public void Values_have_the_type_that_the_page_says(string row)
    {
        var cells = Cells(row);
        var records = Spans()
            .Matches(cells[0])
            .Select((value, index) => $"r{index + 1}: {{ name: R, it: {value.Groups[1].Value} }}\n");
        var generated = new SeedSet().With("peaks.yaml", string.Concat(records)).Generate();
        Assert.Empty(generated.Faults);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal(Code(cells[1]), TypeOf(generated.Compilation, "Seeded.Peak", "It"));
    }

    /// <summary>The cells: the path, the text, what datapackage.yaml says, and an expression with its value.</summary>
    [Theory]
    [MemberData(nameof(Configurations))]
    public void The_file_that_says_more_does_what_the_page_says(string row)
    {
        var cells = Cells(row);
        AssertGives(
            Files(cells[0], cells[1])
                .With("datapackage.yaml", "namespace: Seeded\nkinds:\n" + Lines(cells[2], indent: "  ")),
            cells[3]
        );
    }

    /// <summary>The cells: the paths with their texts in parentheses, what they give, and the rule that says so
    /// once.</summary>
    [Theory]
    [MemberData(nameof(Messages))]
    public void What_is_odd_is_said_once(string row)
    {
        var cells = Cells(row);
        var seeds = new SeedSet();
        foreach (Match file in File().Matches(cells[0]))
            seeds.With(file.Groups[1].Value, file.Groups[2].Value.Replace("\\n", "\n", StringComparison.Ordinal));
        var generated = seeds.Generate();
        Assert.Equal(
            Rule().Match(cells[2]).Value,
            Assert.Single(generated.Messages, message => !message.EndsWith("DP1050", StringComparison.Ordinal))[^6..]
        );
        Assert.Empty(generated.Errors);
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void The_schemas_that_are_shown_are_those_that_pinning_writes()
    {
        var seeds = Page
            .Snippets.Where(snippet => snippet is { SeedPath: not null, Faults.Count: 0 })
            .ToLookup(snippet => snippet.SeedPath!.StartsWith("schema/", StringComparison.Ordinal));
        var files = seeds[false].Select(seed => new SeedInput(seed.SeedPath!, seed.SeedPath!, seed.Text));
        var pinned = new PackageCompiler(files, CompilerOptions.None).Pinned;
        Assert.Equal(
            string.Concat(seeds[true].Select(schema => schema.Text)),
            string.Concat(pinned.Select(schema => $"# seeds/{schema.Path}\n{schema.Text}"))
        );
    }

    private static void AssertGives(SeedSet seeds, string promise)
    {
        var (expression, value) = Promise().Match(promise) is { Success: true } match
            ? (match.Groups[1].Value, match.Groups[2].Value)
            : throw new InvalidOperationException($"'{promise}' is no expression with its value.");
        Assert.Empty(seeds.Generate().Faults);
        var program = $"using Seeded;\n\nConsole.WriteLine({expression});\n";
        Assert.Equal([value], Programs.Run(Programs.Compile(program, seeds)));
    }

    private static string TypeOf(CSharpCompilation compilation, string kind, string property) =>
        compilation
            .GetTypeByMetadataName(kind)!
            .GetMembers(property)
            .OfType<IPropertySymbol>()
            .Single()
            .Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static TheoryData<string> Rows(string head) => [.. Page.Table(head).Select(row => string.Join(" | ", row))];

    private static string[] Cells(string row) => row.Split(" | ");

    private static string Code(string cell) => cell.Trim('`');

    /// <summary>Files that hold the same text.</summary>
    private static SeedSet Files(string paths, string text)
    {
        var seeds = new SeedSet();
        foreach (Match path in Spans().Matches(paths))
            seeds.With(path.Groups[1].Value, Lines(text));
        return seeds;
    }

    /// <summary>The lines of a cell. An ellipsis is the lines with all numbers between its neighbours.</summary>
    private static string Lines(string cell, string indent = "")
    {
        var lines = cell.Split("<br>").Select(line => Code(line.Trim()).Replace('⇥', '\t')).ToList();
        if (lines.IndexOf("…") is > 0 and var gap)
        {
            var (first, last) = (Number().Match(lines[gap - 1]).Value, Number().Match(lines[gap + 1]).Value);
            var between = Enumerable.Range(Parse(first) + 1, Parse(last) - Parse(first) - 1);
            var pattern = lines[gap - 1];
            lines.RemoveAt(gap);
            lines.InsertRange(
                gap,
                between.Select(number => pattern.Replace(first, $"{number}", StringComparison.Ordinal))
            );
        }

        return string.Concat(lines.Select(line => $"{indent}{line}\n"));

        static int Parse(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Spans();

    [GeneratedRegex("^`([^`]+)` → `([^`]*)`$")]
    private static partial Regex Promise();

    [GeneratedRegex(@"`([^`]+)` \(`([^`]*)`\)")]
    private static partial Regex File();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"DP\d{4}")]
    private static partial Regex Rule();
}
