using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers.Tests;

/// <summary>Languages by which code asks for a text.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData("Harbours.Bergen.Name![\"no\"]", "no", "; did you mean 'nb'?")]
    [InlineData("Harbours.Bergen.Name?[\"en-GB\"]", "en-GB", "; did you mean 'en'?")]
    [InlineData("Harbours.Bergen.Name?[\"zh\"]?.Length", "zh", "; did you mean 'zh-Hant'?")]
    [InlineData("((IAnchorage)Harbours.Bergen).Name?[\"xyz\"]", "xyz", "")]
    [InlineData("Ships.Albatros.Berth?.Sign?[\"xyz\"]", "xyz", "")]
    public void A_language_that_no_text_of_the_package_has_is_a_warning(string code, string language, string meant)
    {
        var program = Program.With($"object? X => {code};");

        Assert.Equal(
            [
                $"DP5004 \"{language}\": No text of Seeded is in the language '{language}'; they are in en, nb, zh-Hant"
                    + meant,
            ],
            program.Reports
        );
        Assert.Equal(DiagnosticSeverity.Warning, program.Diagnostics[0].DefaultSeverity);
    }

    [Theory]
    [InlineData("Harbours.Bergen.Name?[\"nb\"]")]
    [InlineData("Harbours.Oslo.Name?[\"ZH-hant\"]")]
    [InlineData("Harbours.Bergen.Name?.For(\"fr\")")]
    [InlineData("new LocalizedText(\"fr\", \"Bergen\")[\"fr\"]")]
    [InlineData("new System.Collections.Generic.Dictionary<string, int>()[\"fr\"]")]
    public void A_language_that_a_text_has_and_texts_of_others_are_not_reported(string code) =>
        Assert.Empty(Program.With($"object? X => {code};").Reports);

    [Fact]
    public void A_project_is_checked_against_its_own_seeds_but_not_in_texts_of_its_own()
    {
        var program = Program.Beside(
            Fleet.Seeds(),
            "LocalizedText Own => new(\"fr\", \"\"); "
                + "object? X => new Uses().Own[\"fr\"] + Harbours.Bergen.Name?[\"fr\"];"
        );

        Assert.StartsWith("DP5004 \"fr\"", Assert.Single(program.Reports), StringComparison.Ordinal);
    }

    /// <summary>Packages that were generated earlier do not tell their languages.</summary>
    [Fact]
    public void A_package_that_tells_no_languages_is_not_checked()
    {
        var older = Fleet.Reference(
            Fleet.Seeds().GenerateAs("Fleet").With("\"DataPackage.Languages\"", "\"Something.Else\"")
        );

        Assert.Empty(Program.With("object? X => Harbours.Bergen.Name?[\"xyz\"];", older).Reports);
    }
}
