using System.Globalization;
using System.Text.RegularExpressions;
using DataPackage.Generator.Tests;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;

namespace DataPackage.Docs.Tests;

/// <summary>Every snippet does what its document says.</summary>
public partial class SnippetTests
{
    /// <summary>Without the pages of diagnostics, whose seeds are wrong and which have tests of their own.</summary>
    public static TheoryData<string> Documents => [.. Document.Paths.Where(path => !DiagnosticPage.IsOne(path))];

    /// <summary>A program may use the shipped data and the code generated from the seeds of its document.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_program_compiles_without_a_warning_and_prints_what_it_says(string path)
    {
        var document = Document.Read(path);
        Assert.All(
            document.In("csharp").Where(snippet => snippet.SamplePath is null),
            snippet => Assert.Equal(snippet.Promises, Programs.Run(Programs.Compile(snippet.Text, document.Example())))
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_seeds_of_an_example_are_without_fault_and_their_types_compile(string path)
    {
        var document = Document.Read(path);
        if (!document.Snippets.Any(snippet => snippet.SeedPath is not null))
            return;

        var generated = document.Example().GenerateBeside(Programs.Data);

        // Information, such as that keys are left out, is not a fault.
        Assert.Empty(generated.Faults);
        Assert.Empty(generated.CompilerMessages);
        Assert.NotEmpty(generated.Sources);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_mistake_that_a_document_shows_is_reported_at_that_line_in_those_words(string path)
    {
        var document = Document.Read(path);
        Assert.All(
            document.Snippets.Where(snippet => snippet.Faults.Count > 0),
            snippet =>
            {
                var seeds = document.Example().With(snippet.SeedPath!, snippet.Text);
                var diagnostics = SeedSet
                    .CreateDriver(seeds.Texts)
                    .RunGenerators(SeedSet.CreateCompilation().AddReferences(Programs.Data))
                    .GetRunResult()
                    .Diagnostics.Where(found => found.Severity > DiagnosticSeverity.Info);
                var reported = diagnostics
                    .OrderBy(found => found.Location.SourceSpan.Start)
                    .Select(found =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{found.Location.GetLineSpan().StartLinePosition.Line + 1}: {found.Id}: {found.GetMessage(CultureInfo.InvariantCulture)}"
                        )
                    );
                Assert.Equal(string.Join('\n', snippet.Faults), string.Join('\n', reported));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_part_of_a_seed_stands_in_that_seed_line_for_line(string path) =>
        Assert.All(
            Document.Read(path).Snippets.Where(snippet => snippet.Source is not null),
            snippet => AssertPart(snippet.Text.TrimEnd('\n').Split('\n').Skip(1), snippet.Source!)
        );

    /// <summary>The samples are built and run by tests of their own.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void A_part_of_a_sample_stands_in_that_sample_line_for_line(string path) =>
        Assert.All(
            Document.Read(path).Snippets.Where(snippet => snippet.SamplePath is not null),
            snippet =>
                AssertPart(snippet.Text.TrimEnd('\n').Split('\n').Where(line => line.Length > 0), snippet.SamplePath!)
        );

    private static void AssertPart(IEnumerable<string> lines, string path)
    {
        var rest = File.ReadAllLines(Repository.PathOf(path)).AsEnumerable();
        foreach (var line in lines)
        {
            rest = rest.SkipWhile(other => other != line);
            Assert.True(rest.Any(), $"'{line}' does not follow in {path}");
            rest = rest.Skip(1);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_snippet_is_of_a_sort_that_is_checked(string path) =>
        Assert.All(
            Document.Read(path).Snippets,
            snippet =>
                Assert.True(
                    snippet.SeedPath is not null
                        || snippet.Source is not null
                        || snippet.SamplePath is not null
                        || snippet.Language is "csharp" or "sh" or "text" or "ini" or "sql" or "ts",
                    snippet.Text
                )
        );

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_names_a_project_or_package_of_this_repository(string path)
    {
        foreach (Match project in Project().Matches(Document.Read(path).Text))
            Assert.True(
                Directory.EnumerateFiles(Repository.PathOf(project.Groups[1].Value), "*.csproj").Any(),
                project.Value
            );
        foreach (Match package in Package().Matches(Document.Read(path).Text))
            Assert.True(File.Exists(Repository.PathOf($"nuget/readme/{package.Groups[1].Value}.md")), package.Value);
    }

    [GeneratedRegex(@"(?:--project|dotnet build|dotnet test|dotnet pack) ([\w./]+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"dotnet add package (\S+?)[`'\s]")]
    private static partial Regex Package();
}
