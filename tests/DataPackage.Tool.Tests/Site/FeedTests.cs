using System.Text.Json.Nodes;
using System.Xml.Linq;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Feeds, as a reader of feeds sees them.</summary>
public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [NodeFact]
    public void A_reader_finds_what_each_release_changed_with_the_value_before_and_after()
    {
        using var folder = SiteFolders.CorrectedFleet();
        folder.With("CHANGELOG.md", "# Changelog\n\n## [1.0.1] - 2025-04-03\n\n## 1.0.0 - 2024-12-24\n");
        folder.WriteSite("--base-url", SiteFolders.Address);
        var feeds = Read(folder, "feed.xml", "ships.xml");

        var package = feeds[0];
        Assert.Equal("A fleet <of> ships", package["title"]!.GetValue<string>());
        var items = package["items"]!.AsArray();
        Assert.Equal(
            ["A fleet <of> ships 1.0.1", "A fleet <of> ships 1.0.0"],
            items.Select(item => item!["title"]!.GetValue<string>())
        );
        var corrected = items[0]!["content"]!.GetValue<string>();
        TextAssert.Has("Year of building: <del><bdi>1905</bdi></del>", corrected);
        TextAssert.Has("<ins><bdi>1906</bdi></ins>", corrected);
        TextAssert.Has($"<a href=\"{SiteFolders.Address}en/ships/tern/\">", corrected);
        TextAssert.Has("built in 1906", corrected);
        Assert.Equal("2025-04-03T00:00:00.000Z", items[0]!["isoDate"]!.GetValue<string>());
        Assert.Equal("2024-12-24T00:00:00.000Z", items[1]!["isoDate"]!.GetValue<string>());
        TextAssert.Has("The first release.", items[1]!["content"]!.GetValue<string>());

        var ship = Assert.Single(feeds[1]["items"]!.AsArray())!;
        Assert.Equal("Tern (1.0.1)", ship["title"]!.GetValue<string>());
        Assert.Equal(SiteFolders.Address + "en/ships/tern/", ship["link"]!.GetValue<string>());
        TextAssert.Has("Year of building: <del><bdi>1905</bdi></del>", ship["content"]!.GetValue<string>());
    }

    private static List<JsonNode> Read(TempFolder folder, params string[] feeds) =>
        [
            .. NodeModules
                .Run(
                    "tests/Readers/read-feed.mjs",
                    string.Join('\n', feeds.Select(feed => folder.PathOf("site/" + feed)))
                )
                .TrimEnd('\n')
                .Split('\n')
                .Select(line => JsonNode.Parse(line)!),
        ];

    [Fact]
    public void Each_feed_has_what_the_specification_demands_and_ids_that_stay()
    {
        using var folder = SiteFolders.CorrectedFleet();
        folder.WriteSite("--base-url", SiteFolders.Address, "--date", "2025-04-03");
        var before = IdsIn(folder);
        foreach (var file in Directory.EnumerateFiles(folder.PathOf("site"), "*.xml"))
        {
            var root = XDocument.Load(file).Root!;
            if (root.Name != Atom + "feed")
                continue;
            foreach (var part in root.Elements(Atom + "entry").Prepend(root))
            foreach (var name in new[] { "title", "id", "updated" })
                Assert.Single(part.Elements(Atom + name));
            Assert.NotEmpty(root.Elements(Atom + "author"));
            Assert.Equal(
                SiteFolders.Address + Path.GetFileName(file),
                root.Elements(Atom + "link")
                    .Single(link => (string?)link.Attribute("rel") == "self")
                    .Attribute("href")!
                    .Value
            );
        }

        Assert.Equal(before.Count, before.Distinct().Count());
        folder.With("CHANGELOG.md", "## 1.0.1 - 2025-04-03\n");
        folder.With("seeds/ships/gull.yaml", "name: { en: Gull }\nlength: 3.5\n");
        folder.Run("release", "1.0.2").Fine();
        folder.WriteSite("--base-url", "https://elsewhere.example/", "--date", "2025-05-01");
        Assert.Subset(IdsIn(folder).ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void The_feed_of_the_package_has_the_last_twenty_releases()
    {
        using var folder = SiteFolders.CorrectedFleet();
        var versions = Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"1.0.{i}")).ToList();
        foreach (var version in versions.Skip(2))
            File.Copy(
                folder.PathOf("seeds/releases/changes/1.0.1.jsonl"),
                folder.PathOf($"seeds/releases/changes/{version}.jsonl")
            );
        folder.With("CHANGELOG.md", string.Concat(versions.Select(version => $"## {version} - 2025-04-03\n\n")));
        folder.WriteSite("--base-url", SiteFolders.Address);
        var entries = XDocument.Load(folder.PathOf("site/feed.xml")).Root!.Elements(Atom + "entry");
        Assert.Equal(
            versions.AsEnumerable().Reverse().Take(20).Select(version => "A fleet <of> ships " + version),
            entries.Select(entry => entry.Element(Atom + "title")!.Value)
        );
    }

    private static List<string> IdsIn(TempFolder folder) =>
        [
            .. Directory
                .EnumerateFiles(folder.PathOf("site"), "*.xml")
                .SelectMany(file => XDocument.Load(file).Descendants(Atom + "id"))
                .Select(id => id.Value),
        ];

    [Fact]
    public void There_is_no_feed_without_the_day_of_a_release_and_the_run_says_so()
    {
        using var folder = SiteFolders.CorrectedFleet();
        var told = folder.WriteSite("--base-url", SiteFolders.Address);
        TextAssert.Has("no feed was written: no release has a day", told);
        Assert.False(File.Exists(folder.PathOf("site/feed.xml")));
        TextAssert.Lacks("atom+xml", folder.Page("en/changes/index.html"));

        TextAssert.Lacks("no feed", folder.WriteSite("--date", "2025-04-03"));
        Assert.False(File.Exists(folder.PathOf("site/feed.xml")));
    }

    [Fact]
    public void The_day_of_the_command_line_is_that_of_the_last_release_alone()
    {
        using var folder = SiteFolders.CorrectedFleet();
        folder.WriteSite("--base-url", SiteFolders.Address, "--date", "2025-04-03");
        var entry = Assert.Single(XDocument.Load(folder.PathOf("site/feed.xml")).Root!.Elements(Atom + "entry"));
        Assert.EndsWith(":1.0.1", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal("2025-04-03T00:00:00Z", entry.Element(Atom + "updated")!.Value);
    }
}
