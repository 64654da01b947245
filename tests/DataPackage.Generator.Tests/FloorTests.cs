using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests;

/// <summary>The minimum that a project must have, and internal errors of the generator.</summary>
public class FloorTests
{
    [Fact]
    public void Generated_code_compiles_with_the_oldest_CSharp_that_is_asked_for()
    {
        var run = SeedSet
            .CreateDriver(Samples.Harbours().Texts, LanguageVersion.CSharp12)
            .RunGeneratorsAndUpdateCompilation(
                SeedSet.CreateCompilation(version: LanguageVersion.CSharp12),
                out var compilation,
                out var diagnostics
            );

        Assert.Empty(diagnostics);
        Assert.NotEmpty(run.GetRunResult().GeneratedTrees);
        Assert.Empty(compilation.GetDiagnostics().Where(message => message.Severity > DiagnosticSeverity.Hidden));
    }

    [Fact]
    public void One_version_below_there_is_one_message_in_place_of_the_compilers()
    {
        var run = SeedSet
            .CreateDriver(Samples.Harbours().Texts, LanguageVersion.CSharp11)
            .RunGeneratorsAndUpdateCompilation(
                SeedSet.CreateCompilation(version: LanguageVersion.CSharp11),
                out var compilation,
                out var diagnostics
            );

        Assert.Equal("DP0010", Assert.Single(diagnostics).Id);
        Assert.Empty(run.GetRunResult().GeneratedTrees);
        Assert.Empty(compilation.GetDiagnostics());
    }

    /// <summary>The host may throw anything when it reads a file: that is one error in the file, not a crash of the
    /// generator (CS8785).</summary>
    [Fact]
    public void An_unexpected_failure_is_one_error_that_names_the_file_and_spares_the_others()
    {
        var run = SeedSet
            .CreateDriver([.. Samples.Harbours().Texts, new Unreadable("ships/wreck.yaml")])
            .RunGenerators(SeedSet.CreateCompilation())
            .GetRunResult();

        Assert.Null(run.Results[0].Exception);
        var message = Assert.Single(run.Diagnostics);
        Assert.Equal("DP0001", message.Id);
        Assert.Equal("ships/wreck.yaml", message.Location.GetLineSpan().Path);
        Assert.Contains(
            "the disk is on fire",
            message.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        Assert.Contains(run.Results[0].GeneratedSources, source => source.HintName == "Ships.g.cs");
    }

    [Fact]
    public void The_code_is_the_same_on_every_machine()
    {
        string[] Sources() =>
            [.. Samples.Harbours().Generate().Sources.Select(source => source.HintName + source.SourceText)];
        var expected = Sources();
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "tr-TR", "sv-SE", "th-TH", "ar-SA", "fa-IR", "de-DE" })
            {
                System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(name);
                Assert.Equal(expected, Sources());
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Seeds_are_the_same_whatever_line_ends_and_slashes_they_came_with()
    {
        string[] Sources(Func<string, string> path, string lineEnd)
        {
            var seeds = new SeedSet();
            foreach (var text in Samples.Harbours().Texts)
                seeds.With(
                    path(text.Path),
                    text.GetText()!.ToString().Replace("\n", lineEnd, StringComparison.Ordinal)
                );
            return [.. seeds.Generate().Sources.Select(source => source.HintName + source.SourceText)];
        }

        var expected = Sources(path => path, "\n");
        Assert.Equal(expected, Sources(path => path, "\r\n"));
        Assert.Equal(expected, Sources(path => path.Replace('/', '\\'), "\n"));
    }

    private sealed class Unreadable(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) =>
            throw new InvalidDataException("the disk is on fire");
    }
}
