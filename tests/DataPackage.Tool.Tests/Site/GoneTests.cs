using System.Text.Json.Nodes;

namespace DataPackage.Tool.Tests.Site;

/// <summary>What the site answers for ids that no entity has now.</summary>
public class GoneTests
{
    [Fact]
    public void The_address_of_a_former_id_leads_to_the_entity_in_each_language()
    {
        using var folder = SiteFolders.ReleasedFleet();
        folder.Run("rename", "tern", "arctic-tern", "--apply").Fine();
        folder.Run("release", "1.1.0").Fine();
        folder.WriteSite("--languages", "en,de", "--base-url", SiteFolders.Address);

        foreach (var language in new[] { "en", "de" })
        {
            var page = folder.Page($"{language}/ships/tern/index.html");
            TextAssert.Has("<meta http-equiv=\"refresh\" content=\"0; url=../arctic-tern/index.html\">", page);
            TextAssert.Has("<a href=\"../arctic-tern/index.html\">", page);
            TextAssert.Has(
                $"<link rel=\"canonical\" href=\"{SiteFolders.Address}{language}/ships/arctic-tern/\">",
                page
            );
            TextAssert.Has("<meta name=\"robots\" content=\"noindex\">", page);
        }

        var twin = JsonNode.Parse(folder.Page("ships/tern.json"))!;
        Assert.Equal("renamed", twin["status"]!.GetValue<string>());
        Assert.Equal("1.1.0", twin["since"]!.GetValue<string>());
        Assert.Equal("arctic-tern.json", twin["successors"]![0]!["data"]!.GetValue<string>());
    }

    [Fact]
    public void The_page_of_an_entity_that_was_merged_leads_to_the_one_that_has_it()
    {
        using var folder = SiteFolders.ReleasedFleet();
        folder.With("seeds/ships/gull.yaml", "formerIds: [skua]\nname: { en: Gull }\nlength: 3\n");
        File.Delete(folder.PathOf("seeds/ships/skua.yaml"));
        folder.Run("release", "1.1.0").Fine();
        folder.WriteSite();

        TextAssert.Has("url=../gull/index.html", folder.Page("en/ships/skua/index.html"));
        Assert.Equal("merged", JsonNode.Parse(folder.Page("ships/skua.json"))!["status"]!.GetValue<string>());
        TextAssert.Has("skua is now part of Gull", SiteFolders.Words(folder.Page("en/changes/index.html")));
    }

    [Fact]
    public void The_page_of_an_id_that_was_given_up_says_why_and_what_to_take_in_its_place()
    {
        using var folder = SiteFolders.ReleasedFleet();
        File.Delete(folder.PathOf("seeds/ships/skua.yaml"));
        File.Delete(folder.PathOf("seeds/ships/tern.yaml"));
        folder.With(
            "seeds/releases/retired.yaml",
            """
            Ship/skua: { since: 2.0.0, because: "Two <in> one.", see: [Ship/gull, Ship/auk] }
            Ship/tern: { since: 2.0.0, because: Never built. }

            """
        );
        folder.With("seeds/ships/auk.yaml", "name: { en: Auk }\n");
        folder.Run("release", "2.0.0").Fine();
        folder.WriteSite("--base-url", SiteFolders.Address);

        var split = folder.Page("en/ships/skua/index.html");
        TextAssert.Has("This entry was split in version 2.0.0", split);
        TextAssert.Has("Two &lt;in&gt; one.", split);
        TextAssert.Has("<a href=\"../gull/index.html\">", split);
        TextAssert.Has("<a href=\"../auk/index.html\">", split);
        TextAssert.Has("<meta name=\"robots\" content=\"noindex\">", split);
        var retired = SiteFolders.Words(folder.Page("en/ships/tern/index.html"));
        TextAssert.Has("given up in version 2.0.0. Never built.", retired);
        TextAssert.Has("This page stays", retired);
        var twin = JsonNode.Parse(folder.Page("ships/skua.json"))!;
        Assert.Equal("split", twin["status"]!.GetValue<string>());
        Assert.Equal("Two <in> one.", twin["because"]!.GetValue<string>());
        Assert.Equal(["gull", "auk"], twin["successors"]!.AsArray().Select(each => each!["id"]!.GetValue<string>()));
        Assert.Equal("retired", JsonNode.Parse(folder.Page("ships/tern.json"))!["status"]!.GetValue<string>());
        Assert.DoesNotContain("skua", folder.Page("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_that_must_not_be_named_is_in_no_file_of_the_site()
    {
        using var folder = SiteFolders.ReleasedFleet();
        folder.Run("rename", "skua", "great-skua", "--apply").Fine();
        folder.Run("release", "1.1.0").Fine();
        folder.WriteSite("--languages", "en,de", "--base-url", SiteFolders.Address, "--date", "2025-04-03");
        Assert.Contains(FilesThatName(folder, "skua"), file => file == "en/ships/great-skua/index.html");
        File.Delete(folder.PathOf("seeds/ships/great-skua.yaml"));
        folder.Run("release", "2.0.0", "--withdraw", "Ship/great-skua").Fine();

        folder.WriteSite("--languages", "en,de", "--base-url", SiteFolders.Address, "--date", "2025-04-03");

        Assert.Empty(FilesThatName(folder, "skua"));
        TextAssert.Has(
            "Withdrawn of the kind Ship, and not to be named any more: 1",
            SiteFolders.Words(folder.Page("en/changes/index.html"))
        );
    }

    /// <summary>The files, and the list of files, that have the word in their text or in their name.</summary>
    private static IEnumerable<string> FilesThatName(TempFolder folder, string word) =>
        folder
            .Files("site")
            .Where(file =>
                file.Key.Contains(word, StringComparison.OrdinalIgnoreCase)
                || file.Value.Contains(word, StringComparison.OrdinalIgnoreCase)
            )
            .Select(file => file.Key);
}
