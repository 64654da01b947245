namespace DataPackage.Tool.Tests.Site;

/// <summary>The pages that say what changed.</summary>
public class ChangesPageTests
{
    private static readonly string[] Pages = ["index", "part-2", "part-3"];

    [Fact]
    public void The_newest_changes_come_first_and_before_them_what_no_release_has()
    {
        using var folder = SiteFolders.CorrectedFleet();
        folder.With("CHANGELOG.md", "# Changelog\n\n## [1.0.1] - 2025-04-03\n");
        folder.With("seeds/ships/gull.yaml", "name: { en: Gull }\nlength: 3.5\n");
        folder.WriteSite();
        var page = folder.Page("en/changes/index.html");
        var words = SiteFolders.Words(page);
        TextAssert.Has("Not released yet patch Gull Ship/gull Length: 3 \u2192 3.5 patch", words);
        TextAssert.Has("1.0.1 3 April 2025 patch", words);
        TextAssert.Has(
            "Tern Ship/tern Year of building: 1905 \u2192 1906 patch \u201Cbuilt in 1906\u201D \u2014 The log",
            words
        );
        TextAssert.Has("1.0.0 The first release.", words);
        Assert.True(
            words.IndexOf("Not released", StringComparison.Ordinal) < words.IndexOf("1.0.1", StringComparison.Ordinal)
                && words.IndexOf("1.0.1", StringComparison.Ordinal) < words.IndexOf("1.0.0", StringComparison.Ordinal)
        );
        TextAssert.Has("<a href=\"../ships/gull/index.html\">", page);
    }

    [Fact]
    public void A_package_without_a_release_says_that_none_is_recorded()
    {
        using var folder = new TempFolder().With("seeds/ships/tern.yaml", "name: Tern\n");
        folder.WriteSite();
        TextAssert.Has("No release is recorded yet", folder.Page("en/changes/index.html"));
    }

    [Fact]
    public void A_long_list_is_on_several_pages_and_each_change_on_one_of_them()
    {
        using var folder = SiteFolders.ReleasedFleet();
        for (var i = 0; i < 450; i++)
            folder.With($"seeds/ships/boat-{i}.yaml", $"name: {{ en: Boat {i} }}\n");
        folder.Run("release", "1.1.0").Fine();
        folder.WriteSite();
        var pages = Pages.Select(name => folder.Page($"en/changes/{name}.html")).ToList();
        Assert.False(File.Exists(folder.PathOf("site/en/changes/part-4.html")));
        for (var i = 0; i < 450; i++)
            Assert.Single(pages, page => page.Contains($">Ship/boat-{i}<", StringComparison.Ordinal));
        foreach (var page in pages)
            TextAssert.Has("<h2>1.1.0", page);
        TextAssert.Has("href=\"part-3.html\"", pages[0]);
    }

    [Theory]
    [InlineData("---\ntitle: The log\nredistribute: false\n---\n\nThe tern was built in 1906.\n", true)]
    [InlineData(null, false)]
    public void Words_of_an_article_that_may_not_be_shown_any_more_are_in_no_file(string? log, bool isThere)
    {
        using var folder = SiteFolders.CorrectedFleet();
        if (log is not null)
            folder.With("seeds/articles/log.md", log);
        else
        {
            File.Delete(folder.PathOf("seeds/articles/log.md"));
            folder.With("seeds/releases/retired.yaml", "Article/log: { since: 2.0.0, because: Not ours. }\n");
            folder.With("seeds/ships/tern.yaml", "name: { en: Tern }\nbuilt: 1906\n");
        }

        folder.Run("release", "2.0.0").Fine();
        folder.With("CHANGELOG.md", "## 2.0.0 - 2025-05-06\n\n## 1.0.1 - 2025-04-03\n\n## 1.0.0 - 2024-12-24\n");
        folder.WriteSite("--base-url", SiteFolders.Address, "--languages", "en,de");

        foreach (var (name, text) in folder.Files("site"))
            Assert.False(text.Contains("built in 190", StringComparison.Ordinal), name);
        // The change itself stays, with the article that it is drawn from.
        var words = SiteFolders.Words(folder.Page("en/changes/index.html"));
        TextAssert.Has("Year of building: 1905 \u2192 1906 patch " + (isThere ? "The log" : "log"), words);
        TextAssert.Has("1905", folder.Page("feed.xml"));
        TextAssert.Has("1905", folder.Page("ships.xml"));
    }

    [Fact]
    public void Many_values_are_on_several_pages_and_cut_in_feeds_with_a_link_to_the_page()
    {
        using var folder = SiteFolders.ReleasedFleet();
        var names = Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"p{i}")).ToList();
        var properties = names.Select(name => $"  {name}: {{ type: text, description: A text. }}\n");
        folder.With("seeds/schema/Boat.yaml", $"properties:\n{string.Concat(properties)}");
        void Write(string text) =>
            folder.With(
                "seeds/boats.yaml",
                string.Concat(
                    Enumerable
                        .Range(0, 120)
                        .Select(i =>
                            FormattableString.Invariant($"boat-{i}: {{ ")
                            + $"{string.Join(", ", names.Select(name => $"{name}: {text}"))} }}\n"
                        )
                )
            );
        Write("before");
        folder.Run("release", "1.1.0").Fine();
        Write("after");
        folder.Run("release", "1.1.1").Fine();
        folder.WriteSite("--base-url", SiteFolders.Address, "--date", "2025-05-06");

        var pages = Directory
            .EnumerateFiles(folder.PathOf("site/en/changes"))
            .Select(File.ReadAllText)
            .Select(page => page.Split("<ins><bdi>after<").Length - 1)
            .ToList();
        Assert.Equal(120 * 60, pages.Sum());
        Assert.All(pages, count => Assert.InRange(count, 0, 500));

        var feed = folder.Page("feed.xml");
        Assert.Equal(200, feed.Split("&gt;after&lt;").Length - 1);
        TextAssert.Has($"href=&quot;{SiteFolders.Address}en/changes/&quot;&gt;&lt;bdi&gt;and 20 more", feed);
        var boats = folder.Page("boats.xml");
        Assert.Equal(120 * 20, boats.Split("&gt;after&lt;").Length - 1);
        TextAssert.Has("and 40 more", boats);
    }

    [Fact]
    public void A_list_of_changes_that_cannot_be_read_stops_the_run()
    {
        using var folder = SiteFolders.CorrectedFleet();
        folder.With("seeds/releases/changes/1.0.1.jsonl", "{\"level\":1}\n");
        var run = folder.Run("site", "-o", "site");
        Assert.Equal(1, run.ExitCode);
        TextAssert.Has("a line of seeds/releases/changes/1.0.1.jsonl is no change", run.Errors);
    }
}
