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
