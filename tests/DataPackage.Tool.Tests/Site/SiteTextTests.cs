using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Testing;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Tests.Site;

/// <summary>The texts of pages that come from no seed, and the languages that they are in.</summary>
public partial class SiteTextTests
{
    private static TempFolder Ships() =>
        new TempFolder()
            .With(
                "seeds/schema/Ship.yaml",
                "caption: name\nproperties:\n  name: { type: text, description: Her name. }\n"
                    + "  built: { type: date, description: When she was built. }\n"
            )
            .With("seeds/ships/tern.yaml", "name: Tern\nbuilt: 1905-05\n");

    [Theory]
    [InlineData("{ \"months\": \"Jan|Feb\" }", "has the names of 2 months in 'months', not of 12")]
    [InlineData("{ \"facts\": \"a\", \"facts\": \"b\" }", "has the text 'facts' twice")]
    [InlineData("{ \"facts\": null }", "'facts' in 'theme/texts.fr.json' is no text")]
    [InlineData("{ \"facts\": [\"a\"] }", "'facts' in 'theme/texts.fr.json' is no text")]
    [InlineData("{ \"fact\": \"a\" }", "has the text 'fact', which no page shows")]
    [InlineData("[]", "'theme/texts.fr.json' is no mapping of texts")]
    [InlineData("{ \"facts\": ", "'theme/texts.fr.json' is no mapping of texts")]
    public void Texts_of_a_theme_that_cannot_be_used_stop_the_run_before_any_page(string texts, string told)
    {
        using var folder = Ships().With("theme/texts.fr.json", texts);

        var run = folder.Run("site", "-o", "site", "--languages", "en,fr", "--theme", "theme");

        Assert.NotEqual(0, run.ExitCode);
        TextAssert.Has("theme/texts.fr.json", run.Errors);
        TextAssert.Has(told, run.Errors);
        Assert.False(File.Exists(folder.PathOf("site/en/index.html")));
    }

    [Fact]
    public void Texts_of_a_language_are_also_for_its_countries()
    {
        var folder = Ships()
            .With("theme/texts.pt.json", "{ \"facts\": \"Factos\", \"search\": \"Procurar\" }")
            .With("theme/texts.pt-BR.json", "{ \"facts\": \"Fatos\" }");
        using var site = WrittenSite.Of(folder, "--languages", "pt-BR,pt,en", "--theme", "theme");

        Assert.Equal("Fatos", site.One("pt-BR/ships/tern/index.html", "#facts").TextContent);
        Assert.Equal("Factos", site.One("pt/ships/tern/index.html", "#facts").TextContent);
        Assert.Equal("Procurar", site.One("pt-BR/ships/tern/index.html", ".top button").TextContent);
    }

    [Fact]
    public void The_texts_in_German_and_French_are_complete_and_have_the_places_of_those_in_English()
    {
        var english = Read(UiTexts.Template);
        foreach (
            var path in new[] { "src/DataPackage.Tool/Site/Texts/texts.de.json", "samples/Site/theme/texts.fr.json" }
        )
        {
            var texts = Read(File.ReadAllText(Repository.PathOf(path)));
            Assert.Equal(english.Keys, texts.Keys);
            foreach (var (name, text) in english)
                Assert.Equal((name, PlacesOf(text)), (name, PlacesOf(texts[name])));
            Assert.Equal(12, texts["months"].Split('|').Distinct().Count());
        }
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("ar-EG", "rtl")]
    [InlineData("ar-Latn", "ltr")]
    [InlineData("AR-LATN", "ltr")]
    [InlineData("az", "ltr")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("pa-Arab-PK", "rtl")]
    [InlineData("uz-Arab", "rtl")]
    [InlineData("ks", "rtl")]
    [InlineData("ks-Deva", "ltr")]
    [InlineData("syr", "rtl")]
    [InlineData("nqo", "rtl")]
    [InlineData("ff-Adlm", "rtl")]
    [InlineData("yi-x-Latn", "rtl")]
    public void The_script_of_a_language_says_its_direction(string tag, string direction) =>
        Assert.Equal(direction, new SiteLanguage(tag, UiTexts.Of("en", null, SessionOfTests())).Direction);

    [Theory]
    [InlineData("de", "Deutsch")]
    [InlineData("pt-BR", "Portugu\u00eas (BR)")]
    [InlineData("zh-Hant-TW", "\u4e2d\u6587 (Hant-TW)")]
    [InlineData("tlh", "tlh")]
    [InlineData("x-own", "x-own")]
    public void A_language_is_called_by_its_own_name_and_what_else_its_tag_says(string tag, string name) =>
        Assert.Equal(name, LanguageNames.Of(tag));

    [Theory]
    [InlineData("de", "de", true)]
    [InlineData("de-AT", "de", true)]
    [InlineData("pt", "pt-BR", true)]
    [InlineData("pt-PT", "pt-BR", false)]
    [InlineData("zh-hans", "zh-Hans", true)]
    [InlineData("zh-Hans-CN", "zh-Hans", true)]
    [InlineData("zh-Hans", "zh-Hant", false)]
    [InlineData("zh-Hant", "zh", false)]
    [InlineData("sr-Latn", "sr", false)]
    [InlineData("den", "de", false)]
    public void A_text_needs_no_language_of_its_own_if_the_page_says_it(string tag, string page, bool isSaid) =>
        Assert.Equal(isSaid, LanguageTag.IsOneOf(tag, page));

    [Fact]
    public void Pages_in_German_say_in_German_what_changed_and_what_is_rare()
    {
        using var folder = SiteFolders.ReleasedFleet();
        for (var i = 0; i < 10; i++)
            folder.With($"seeds/ships/boat-{i}.yaml", $"name: {{ en: Boat {i} }}\n");
        folder.With(
            "seeds/schema/Ship.yaml",
            folder.Text("seeds/schema/Ship.yaml") + "  crew: { type: integer, description: Her people. }\n"
        );
        folder.Run("release", "1.1.0").Fine();
        folder.WriteSite("--languages", "de,en");

        var changes = SiteFolders.Words(folder.Page("de/changes/index.html"));
        TextAssert.Has("1.1.0 Erweiterung", changes);
        TextAssert.Has("Eigenschaft Ship.crew", changes);
        TextAssert.Lacks("property ", changes);
        TextAssert.Lacks(" minor", changes);
        TextAssert.Has("property Ship.crew", SiteFolders.Words(folder.Page("en/changes/index.html")));

        TextAssert.Has("Ships: Length 2 von 13", SiteFolders.Words(folder.Page("de/quality/index.html")));
        TextAssert.Has("Ships: Length 2 of 13", SiteFolders.Words(folder.Page("en/quality/index.html")));
        TextAssert.Has("Ship.length: 2 of 13", folder.Run("stats").Fine());
    }

    private static Dictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    private static string PlacesOf(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w\}")]
    private static partial Regex Place();

    private static Session SessionOfTests() =>
        new()
        {
            Output = TextWriter.Null,
            Errors = TextWriter.Null,
            Folder = ".",
        };
}
