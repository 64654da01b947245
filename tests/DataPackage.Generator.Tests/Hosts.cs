using System.Globalization;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests;

/// <summary>Compares the two hosts of the engine: the generator composes its steps so that few run again; a program
/// runs them once.</summary>
internal static class Hosts
{
    /// <summary>Asserts that both report and write the same.</summary>
    /// <param name="what">The seeds in a word or two.</param>
    public static void AssertSame(GeneratorRunResult inCompiler, IEnumerable<AdditionalText> texts, string what)
    {
        var seeds = texts
            .Where(text => SeedsFolder.At(".").SeedPathOf(text.Path) is not null)
            .Select(text => new SeedInput(text.Path, text.Path, text.GetText()?.ToString()));
        var alone = new PackageCompiler(
            seeds,
            CompilerOptions.None with
            {
                RootNamespace = SeedSet.Namespace,
                References = EquatableArray<ExternalKind>.Empty,
            }
        );

        Assert.Null(inCompiler.Exception);
        Assert.Equal(
            inCompiler.Diagnostics.Select(Print).Order(StringComparer.Ordinal),
            alone.Check().Select(Print).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            inCompiler.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal),
            alone.Files.Select(NameOf).Order(StringComparer.Ordinal)
        );
        var written = inCompiler.GeneratedSources.ToDictionary(
            source => source.HintName,
            source => source.SourceText.ToString()
        );
        Assert.All(alone.Files, file => Assert.True(written[NameOf(file)] == file.Write(), $"{what}: {file.HintName}"));
    }

    private static string NameOf(GeneratedFile file) => SeedNames.ForFile(file.HintName);

    private static string Print(Diagnostic message)
    {
        var place = message.Location.GetLineSpan();
        var text = message.GetMessage(CultureInfo.InvariantCulture);
        return $"{place.Path}({place.StartLinePosition}): {message.Id} {text}";
    }

    private static string Print(SeedDiagnostic message) =>
        $"{message.Location.Path}({message.Location.Lines.Start}): {message.Rule.Id} {message.Text}";
}
