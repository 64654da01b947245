using System.Text.Json.Nodes;
using System.Xml.Linq;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Tests.Site;

/// <summary>What the options of the command line make of a site.</summary>
public class SiteOptionTests
{
    [Theory]
    [InlineData("--languages", "english")]
    [InlineData("--languages", "en,,de")]
    [InlineData("--languages", "en,EN")]
    [InlineData("--languages", "pt-br,pt-BR")]
    [InlineData("--base-url", "example.org")]
    [InlineData("--base-url", "ftp://example.org/")]
    [InlineData("--base-url", "https://example.org/?site=1")]
    [InlineData("--base-url", "https://example.org/#site")]
    [InlineData("--source-url", "javascript:alert(1)//{path}")]
    [InlineData("--source-url", "https://example.org/seeds")]
    [InlineData("--serve", "--port", "0")]
    [InlineData("--serve", "--port", "65536")]
    [InlineData("--serve", "--port", "http")]
    [InlineData("--port", "8080")]
    [InlineData("--watch")]
    [InlineData("--date", "2025-02-30")]
    public void Wrong_arguments_are_refused_before_anything_is_written(params string[] arguments)
    {
        using var folder = Fleet();
        var run = folder.Run(["site", "-o", "site", .. arguments]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.False(Directory.Exists(folder.PathOf("site")));
    }

    [Fact]
    public void The_folder_must_be_named() => Assert.Equal(ExitCode.Usage, Fleet().Run("site").ExitCode);

    [Fact]
    public void A_theme_joins_and_replaces_files_and_its_styles_come_last_on_every_page()
    {
        using var folder = Fleet()
            .With("theme/theme.css", ":root{--ink:red}")
            .With("theme/icon.svg", "<svg/>")
            .With("theme/faces/own.woff2", "a typeface")
            .With("theme/texts.md", "notes")
            .With("theme/texts.nl.json", "{\"facts\":\"Feiten\"}")
            .With("theme/.DS_Store", "hidden")
            .With("theme/.git/config", "hidden");
        folder.Run("rename", "skua", "great-skua", "--apply").Fine();
        string[] arguments = ["--theme", "theme", "--languages", "he,NL,pt-br", "--base-url", SiteFolders.Address];
        folder.WriteSite([.. arguments, "--source-url", "https://example.org/blob/{path}#L{line}"]);

        Assert.Equal("<svg/>", folder.Page("assets/icon.svg"));
        Assert.Equal("a typeface", folder.Page("assets/faces/own.woff2"));
        Assert.Equal("notes", folder.Page("assets/texts.md"));
        Assert.DoesNotContain(folder.Files("site").Keys, name => name.Contains(".git", StringComparison.Ordinal));
        Assert.DoesNotContain(
            folder.Files("site").Keys,
            name =>
                name.EndsWith("DS_Store", StringComparison.Ordinal)
                || name.Contains("nl.json", StringComparison.Ordinal)
        );
        foreach (
            var (name, page) in folder.Files("site").Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
        )
        {
            var styles = SiteFolders
                .Links(page)
                .Where(link => link.EndsWith(".css", StringComparison.Ordinal))
                .ToList();
            Assert.True(styles.Count == 2 && styles[1].EndsWith("assets/theme.css", StringComparison.Ordinal), name);
            Assert.True(page.Contains("assets/icon.svg\" type=\"image/svg+xml\"", StringComparison.Ordinal), name);
            TextAssert.Has("font-src &#39;self&#39;", page);
            // The root, the page for what is not there, and those of the first language.
            var isHebrew =
                !name.Contains('/', StringComparison.Ordinal) || name.StartsWith("he/", StringComparison.Ordinal);
            TextAssert.Has(isHebrew ? "<html lang=\"he\" dir=\"rtl\">" : " dir=\"ltr\">\n<head>", page);
        }

        // Texts of the theme, and English where there is none.
        TextAssert.Has("Feiten", folder.Page("nl/ships/tern/index.html"));
        TextAssert.Has("Search", folder.Page("nl/ships/tern/index.html"));
        TextAssert.Has("<html lang=\"pt-BR\"", folder.Page("pt-BR/ships/tern/index.html"));
        TextAssert.Has("Facts", folder.Page("pt-BR/ships/tern/index.html"));
        TextAssert.Has(
            "<a href=\"https://example.org/blob/ships/tern.yaml#L1\">",
            folder.Page("he/ships/tern/index.html")
        );
        var search = XDocument
            .Load(folder.PathOf("site/sitemap.xml"))
            .Descendants()
            .Where(each => each.Value.EndsWith("/search/", StringComparison.Ordinal));
        Assert.Empty(search);
        TextAssert.Has("noindex", folder.Page("nl/search/index.html"));
    }

    [Fact]
    public void A_text_that_no_page_shows_is_refused()
    {
        using var folder = Fleet().With("theme/texts.nl.json", "{\"fact\":\"Feit\"}");
        var run = folder.Run("site", "-o", "site", "--theme", "theme", "--languages", "nl");
        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        TextAssert.Has("'theme/texts.nl.json' has the text 'fact', which no page shows", run.Errors);
        run = folder.Run("site", "-o", "other", "--theme", "nothing");
        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        TextAssert.Has("there is no folder 'nothing'", run.Errors);
    }

    [Theory]
    [InlineData(".", "site")]
    [InlineData("seeds", "site")]
    [InlineData("theme", "theme/site")]
    public void A_theme_that_would_publish_the_seeds_or_the_site_is_refused(string theme, string site)
    {
        using var folder = Fleet().With("theme/theme.css", "");
        var run = folder.Run("site", "-o", site, "--theme", theme);
        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        TextAssert.Has("all files of a theme are published", run.Errors);
        Assert.False(Directory.Exists(folder.PathOf(site)));
    }

    [Fact]
    public void The_texts_for_translators_are_those_of_each_language_of_the_tool()
    {
        using var folder = new TempFolder();
        var printed = JsonNode.Parse(folder.Run("site", "--texts").Fine())!.AsObject();
        foreach (var language in UiTexts.Languages)
        {
            using var stream = typeof(UiTexts).Assembly.GetManifestResourceStream($"site/texts.{language}.json")!;
            var texts = JsonNode.Parse(stream)!.AsObject();
            Assert.Equal(printed.Select(each => each.Key), texts.Select(each => each.Key));
            Assert.All(texts, each => Assert.NotEqual("", each.Value!.GetValue<string>()));
        }
    }

    [Fact]
    public void The_case_of_a_tag_means_nothing_to_the_texts_of_seeds()
    {
        using var folder = new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Fleet\nlanguage: EN\n")
            .With(
                "seeds/schema/Ship.yaml",
                "caption: name\nproperties:\n"
                    + "  name: { type: text, localized: true, required: true, description: Her name. }\n"
            )
            .With("seeds/ships/tern.yaml", "name: { en: Tern, pt: Gaivina, pt-br: Trinta-réis }\n");
        folder.WriteSite("--languages", "PT-BR,en");
        TextAssert.Has("<title>Trinta-réis ", folder.Page("pt-BR/ships/tern/index.html"));
        folder.WriteSite();
        TextAssert.Has("<title>Tern ", folder.Page("en/ships/tern/index.html"));
        Assert.False(Directory.Exists(folder.PathOf("site/pt-BR")));
    }

    private static TempFolder Fleet() => SiteFolders.ReleasedFleet();
}
