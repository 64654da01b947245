using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Tool.Tests.Exports;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Which entities refer to which, as drawings and in words.</summary>
public class GraphTests
{
    private const string Drawn = "The graph as a drawing";
    private const string Connections = "The connections as a drawing";
    private const string Page = "site/en/graph/index.html";

    private static TempFolder Written(TempFolder folder, string languages = "en")
    {
        var run = folder.Run("site", "-o", "site", "--languages", languages);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return folder;
    }

    private static TempFolder Shipped() => Written(new TempFolder().WithCopyOf("seeds", "seeds"), "en,de");

    private static TempFolder Ships(string ships) =>
        Written(
            new TempFolder()
                .With("seeds/datapackage.yaml", "namespace: Fleet\nlanguage: en\n")
                .With(
                    "seeds/schema/Ship.yaml",
                    """
                    caption: name
                    properties:
                      name: { type: text, description: Her name. }
                      next: { range: Ship, description: The next one. }
                      sisters: { range: Ship, cardinality: many, description: Her sisters. }

                    """
                )
                .With("seeds/ships.yaml", ships)
        );

    [Fact]
    public void The_places_are_the_same_each_time_and_in_each_language()
    {
        using var one = Shipped();
        using var other = Shipped();
        Assert.Equal(one.Text(Page), other.Text(Page));
        Assert.Equal(Shapes(one.Text(Page)), Shapes(one.Text("site/de/graph/index.html")));

        static IEnumerable<string> Shapes(string page) =>
            Regex.Matches(page, "<path class=\"(k\\d|edge)\" d=\"[^\"]*\"").Select(path => path.Value);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void No_label_is_over_another_one_and_most_nodes_have_one(string language)
    {
        using var folder = Shipped();
        var page = folder.Text($"site/{language}/graph/index.html");
        var drawing = Drawing.Of(page, language == "en" ? Drawn : "Das Netz als Zeichnung");
        var texts = drawing.Texts;
        for (var i = 0; i < texts.Count; i++)
        {
            Assert.InRange(texts[i].Left, 0, drawing.Width);
            Assert.InRange(texts[i].Right, 0, drawing.Width);
            Assert.InRange(texts[i].Y, 0, drawing.Height);
            for (var j = 0; j < i; j++)
                Assert.False(texts[i].Overlaps(texts[j]), $"'{texts[i].Text}' is over '{texts[j].Text}'");
        }

        Assert.True(texts.Count > drawing.Links.Count / 2, $"{texts.Count} of {drawing.Links.Count} have a label");
    }

    [Fact]
    public void The_table_has_the_nodes_of_the_drawing_with_the_numbers_of_their_references()
    {
        using var folder = Ships(
            "a: { name: A, next: b, sisters: [b, c] }\nb: { name: B, next: c }\n"
                + "c: { name: C, next: c }\nd: { name: D }\n"
        );
        var page = folder.Text(Page);
        Assert.Contains("All 3 entries", page, StringComparison.Ordinal);
        Assert.Equal(
            [("a", "2", "0"), ("b", "1", "1"), ("c", "0", "2")],
            Regex
                .Matches(
                    page,
                    "<th scope=\"row\"><a href=\"../ships/(\\w+)/index.html\">.*?"
                        + "<td class=\"number\">(\\d+)</td><td class=\"number\">(\\d+)</td>"
                )
                .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value))
                .Order()
        );
        Assert.Equal(3, Drawing.Of(page, Drawn).Links.Count);
    }

    [Fact]
    public void Of_a_large_package_the_most_connected_entities_are_drawn_and_the_page_says_so()
    {
        using var folder = Written(HostileSeeds.Large());
        var page = folder.Text(Page);
        Assert.Contains("The 120 entries with the most references, of 3,000.", page, StringComparison.Ordinal);
        var drawing = Drawing.Of(page, Drawn);
        Assert.Equal(120, drawing.Links.Count);
        Assert.Equal("../ships/ship-1/index.html", drawing.Links[0]);
        Assert.Equal(120, Regex.Count(page, "<th scope=\"row\">"));
        Assert.InRange(Compressed(page), 1, 14 << 10);
    }

    [Fact]
    public void An_entity_with_thousands_of_referrers_keeps_a_small_page()
    {
        using var folder = Ships(
            "hub: { name: Hub }\n"
                + string.Concat(Enumerable.Range(0, 5000).Select(n => $"s{n}: {{ name: Ship {n}, next: hub }}\n"))
        );
        var page = folder.Text("site/en/ships/hub/index.html");
        var drawing = Drawing.Of(page, Connections);
        Assert.Equal(9, drawing.Links.Count);
        Assert.Equal("#referrers", drawing.Links[^1]);
        Assert.Contains(drawing.Texts, text => text.Text == "and 4,992 more");
        Assert.Contains("id=\"referrers\"", page, StringComparison.Ordinal);
        Assert.InRange(Compressed(page), 1, 14 << 10);
    }

    [Fact]
    public void The_drawing_of_an_entity_has_its_neighbours_on_both_sides_and_the_names_of_properties()
    {
        using var folder = Ships("a: { name: A, next: b, sisters: [b, c] }\nb: { name: B, next: c }\nc: { name: C }\n");
        var middle = Drawing.Of(folder.Text("site/en/ships/b/index.html"), Connections);
        Assert.Equal(["../a/index.html", "../c/index.html"], middle.Links);
        Assert.Equal(["Next, Sisters", "A", "Next", "C", "B"], middle.Texts.Select(text => text.Text));
        Assert.True(middle.Texts[1].X < middle.Texts[4].X && middle.Texts[4].X < middle.Texts[3].X);
    }

    [Fact]
    public void A_package_without_references_has_no_graph_and_no_link_to_one()
    {
        using var folder = Ships("a: { name: A }\nb: { name: B, next: b }\n");
        Assert.False(Directory.Exists(folder.PathOf("site/en/graph")));
        Assert.False(File.Exists(folder.PathOf("site/graph.json")));
        foreach (var (path, text) in folder.Files("site"))
            Assert.False(text.Contains("graph/index.html", StringComparison.Ordinal), path);
        Assert.Null(Drawing.Find(folder.Text("site/en/ships/a/index.html"), Connections));
    }

    [Fact]
    public void Programs_get_all_nodes_and_edges_with_the_properties_that_refer()
    {
        using var folder = Ships(
            "a: { name: A, next: b, sisters: [b, c] }\nb: { name: B }\nc: { name: C }\nd: { name: D }\n"
        );
        var graph = JsonDocument.Parse(folder.Text("site/graph.json")).RootElement;
        Assert.Equal(
            ["Ship/a", "Ship/b", "Ship/c"],
            graph.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("entity").GetString())
        );
        Assert.Equal(
            [
                """{"from":"Ship/a","to":"Ship/b","properties":["next","sisters"]}""",
                """{"from":"Ship/a","to":"Ship/c","properties":["sisters"]}""",
            ],
            graph.GetProperty("edges").EnumerateArray().Select(edge => edge.GetRawText())
        );
    }

    [Fact]
    public void Names_that_look_like_markup_are_text_in_drawings()
    {
        using var folder = Ships(
            """
            a: { name: "</title></svg><script>alert(1)</script>", next: b }
            b: { name: "\"><img src=x onerror=alert(1)>", next: a }

            """
        );
        foreach (var (path, text) in folder.Files("site"))
            if (path.EndsWith(".html", StringComparison.Ordinal))
                Assert.DoesNotMatch("<script>|<img", text);
        Assert.Equal(2, Drawing.Of(folder.Text(Page), Drawn).Links.Count);
    }

    private static int Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return (int)bytes.Length;
    }
}
