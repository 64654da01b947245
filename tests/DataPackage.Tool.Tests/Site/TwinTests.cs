using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataPackage.Testing;
using DataPackage.Tool.Tests.Exports;

namespace DataPackage.Tool.Tests.Site;

/// <summary>What programs read in place of pages.</summary>
public partial class TwinTests
{
    private static IEnumerable<(string Name, TempFolder Folder)> Packages() =>
        [
            ("the shipped data", new TempFolder().WithCopyOf("seeds", "seeds")),
            ("hostile ids", HostileSeeds.Ids()),
            ("shapes", HostileSeeds.Shapes()),
            ("claims", HostileSeeds.Claims()),
        ];

    [Fact]
    public void Each_entity_has_in_its_files_what_the_exports_have_of_it()
    {
        foreach (var (name, folder) in Packages())
        {
            folder.Run("export", "json", "jsonld", "markdown", "-o", "out").Fine();
            folder.WriteSite();
            var graph = JsonNode.Parse(folder.Text("out/jsonld/data.jsonld"))!;
            foreach (
                var file in folder
                    .Files("out/json")
                    .Keys.Where(file => !file.Contains(".schema.", StringComparison.Ordinal))
            )
            {
                var export = JsonNode.Parse(folder.Text("out/json/" + file))!;
                var kind = export["kind"]!.GetValue<string>();
                var (list, path) = ListOf(folder, kind);
                var exported = export["entities"]!.AsArray();
                Assert.Equal(
                    exported.Select(each => each!["id"]!.GetValue<string>()),
                    list["entities"]!.AsArray().Select(each => each!["id"]!.GetValue<string>())
                );
                for (var i = 0; i < exported.Count; i++)
                {
                    var listed = list["entities"]![i]!;
                    var twin = listed["data"]!.GetValue<string>();
                    Assert.True(File.Exists(folder.PathOf("site/" + listed["pages"]!.AsObject().First().Value)));
                    AssertSameJson(exported[i]!, kind, folder.Page(twin), $"{name}: {path}: {twin}");
                    AssertSameGraph(graph, kind, exported[i]!["id"]!.GetValue<string>(), folder, twin);
                    AssertSameCard(folder, Path.GetFileNameWithoutExtension(file), twin);
                }
            }

            folder.Dispose();
        }
    }

    private static (JsonNode List, string Path) ListOf(TempFolder folder, string kind) =>
        Directory
            .EnumerateFiles(folder.PathOf("site"), "*.json")
            .Select(file => (List: JsonNode.Parse(File.ReadAllText(file))!, file))
            // The timeline and the graph are of no kind.
            .Single(each => each.List["kind"]?.GetValue<string>() == kind);

    private static void AssertSameJson(JsonNode exported, string kind, string twin, string where)
    {
        var read = JsonNode.Parse(twin)!.AsObject();
        Assert.Equal(kind, read["kind"]!.GetValue<string>());
        read.Remove("kind");
        Assert.True(JsonNode.DeepEquals(exported, read), where);
    }

    private static void AssertSameGraph(JsonNode whole, string kind, string id, TempFolder folder, string twin)
    {
        var document = JsonNode.Parse(folder.Page(Path.ChangeExtension(twin, "jsonld")))!;
        Assert.True(JsonNode.DeepEquals(whole["@context"], document["@context"]));
        var nodes = document["@graph"]!.AsArray();
        var self = nodes[0]!["@id"]!.GetValue<string>();
        Assert.EndsWith($":{Uri.EscapeDataString(kind)}/{Uri.EscapeDataString(id)}", self, StringComparison.Ordinal);
        var exported = whole["@graph"]!
            .AsArray()
            .Where(node => node!["@id"]!.GetValue<string>().Split('#')[0] == self)
            .ToList();
        Assert.Equal(exported.Count, nodes.Count);
        for (var i = 0; i < exported.Count; i++)
            Assert.True(JsonNode.DeepEquals(exported[i], nodes[i]), self);
    }

    /// <summary>The cards differ in where other cards are, and each of these is there.</summary>
    private static void AssertSameCard(TempFolder folder, string kind, string twin)
    {
        var (file, card) = (Path.ChangeExtension(twin, "md"), folder.Page(Path.ChangeExtension(twin, "md")));
        Assert.Equal(
            CardLink().Replace(folder.Text($"out/markdown/{kind}/{Path.GetFileName(file)}"), "]()"),
            CardLink().Replace(card, "]()")
        );
        foreach (Match link in CardLink().Matches(card))
            Assert.True(
                File.Exists(Path.Combine(Path.GetDirectoryName(folder.PathOf("site/" + file))!, link.Groups[1].Value)),
                $"{file}: {link.Value}"
            );
    }

    [GeneratedRegex(@"\]\(([a-z0-9~./-]+\.md)\)")]
    private static partial Regex CardLink();

    [NodeFact]
    public void A_processor_in_safe_mode_reads_each_document_of_linked_data()
    {
        foreach (var (name, folder) in Packages())
        {
            folder.WriteSite();
            var files = folder
                .Files("site")
                .Keys.Where(file => file.EndsWith(".jsonld", StringComparison.Ordinal))
                .ToList();
            var said = NodeModules
                .Run(
                    "tests/Readers/read-jsonld.mjs",
                    string.Join('\n', files.Select(file => folder.PathOf("site/" + file)))
                )
                .TrimEnd('\n')
                .Split('\n');
            Assert.Equal(files.Count, said.Length);
            for (var i = 0; i < files.Count; i++)
            {
                var read = JsonNode.Parse(said[i])!;
                Assert.True(read["errors"]!.AsArray().Count == 0, $"{name}: {files[i]}: {read["errors"]}");
                Assert.True(read["statements"]!.GetValue<int>() > 0, files[i]);
            }

            folder.Dispose();
        }
    }

    [Fact]
    public void Each_page_names_its_files_and_they_are_there()
    {
        using var folder = HostileSeeds.Ids();
        folder.WriteSite("--languages", "en,de");
        foreach (
            var page in folder
                .Files("site")
                .Keys.Where(file =>
                    file.EndsWith(".html", StringComparison.Ordinal)
                    && file.Contains("/things/", StringComparison.Ordinal)
                )
        )
        {
            var twins = SiteFolders
                .Links(folder.Page(page))
                .Where(link => Path.GetExtension(link) is ".json" or ".jsonld" or ".md")
                .ToList();
            Assert.NotEmpty(twins);
            foreach (var twin in twins)
                Assert.True(
                    File.Exists(Path.Combine(Path.GetDirectoryName(folder.PathOf("site/" + page))!, twin)),
                    $"{page}: {twin}"
                );
        }
    }
}
