using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Citations, as a program for references reads them.</summary>
public partial class CitationTests
{
    private const string Reader = "tests/Readers/read-citations.mjs";

    /// <summary>Titles with everything that BibTeX, RIS, JSON and HTML take for their own.</summary>
    private static readonly string[] Titles =
    [
        "Plain",
        "A & B, 100 % #1 of $5_000^2 ~ x",
        "{ opens and does not close",
        "} closes, \\} and \\{ too, \\textbf{bold} \\",
        "Two\nlines  - and\tTY  - JOUR\r\nER  - ",
        "</pre><script>alert(1)</script> \"quoted\" 'too' &amp;",
        "@misc{evil, title = {x}}",
        "\u0416\u0443\u0440\u043d\u0430\u043b \u2014 \ud83d\udea2 and \u05d0\u05d1",
        "Smith, John and Doe, Jane",
    ];

    private static TempFolder Named(string contributor) =>
        new TempFolder()
            .With(
                "seeds/datapackage.yaml",
                $"title: {JsonSerializer.Serialize("Fleet & {co} \\ 100 %")}\n"
                    + $"contributors: [{{ title: {JsonSerializer.Serialize(contributor)} }}, {{ title: Bob }}]\n"
                    + "licenses: [{ name: CC0-1.0 }]\n"
            )
            .With(
                "seeds/schema/Thing.yaml",
                "caption: name\nproperties: { name: { type: text, bidi: allowed, description: Its name. } }\n"
            )
            .With(
                "seeds/things.json",
                JsonSerializer.Serialize(Titles.Select((title, i) => new { id = $"thing-{i}", name = title }))
            );

    /// <summary>The three texts of a page: BibTeX, CSL-JSON and RIS.</summary>
    private static string[] CitationsOn(string page) =>
        [.. Citation().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[2].Value))];

    private static List<JsonArray> Read(IEnumerable<string[]> citations) =>
        [
            .. NodeModules
                .Run(Reader, string.Join('\n', citations.Select(each => JsonSerializer.Serialize(each))))
                .TrimEnd('\n')
                .Split('\n')
                .Select(line => JsonNode.Parse(line)!.AsArray()),
        ];

    [NodeFact]
    public void Each_form_has_the_title_the_package_and_its_contributors_whatever_signs_they_have()
    {
        const string contributor = "Ann & Sons {Ltd} and others, 50 %";
        using var folder = Named(contributor);
        folder.WriteSite("--base-url", SiteFolders.Address);
        var pages = Titles.Select((_, i) => folder.Page($"en/things/thing-{i}/index.html")).ToList();
        var read = Read(pages.Select(CitationsOn));
        for (var i = 0; i < Titles.Length; i++)
        {
            var title = string.Join(' ', Titles[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach (var (item, form) in read[i].Zip(["BibTeX", "CSL-JSON", "RIS"]))
            {
                var said = $"{form}: {item}";
                Assert.True(title == item!["title"]!.GetValue<string>(), said);
                Assert.True($"{SiteFolders.Address}en/things/thing-{i}/" == item["URL"]!.GetValue<string>(), said);
                Assert.True(item["author"]!.AsArray().Count == 2, said);
            }

            Assert.Equal(contributor, read[i][0]!["author"]![0]!["family"]!.GetValue<string>());
            Assert.Equal(contributor, read[i][1]!["author"]![0]!["literal"]!.GetValue<string>());
            Assert.Equal("Fleet & {co} \\ 100 %", read[i][1]!["container-title"]!.GetValue<string>());
            Assert.Equal("Fleet & {co} \\ 100 %", read[i][2]!["container-title"]!.GetValue<string>());
            Assert.Equal($"things-thing-{i}", read[i][1]!["id"]!.GetValue<string>());
        }
    }

    [NodeFact]
    public void An_article_is_cited_as_what_its_author_published()
    {
        using var folder = new TempFolder()
            .With("seeds/datapackage.yaml", "title: Fleet\ncontributors: [{ title: Ann }]\n")
            .With(
                "seeds/articles/log.md",
                """
                ---
                title: The log
                author: Jane Doe
                publisher: The Harbour Press
                published: 2019-05~
                url: https://example.com/log_of{ships}?a=1&b=2#c
                language: en
                license: CC-BY-4.0
                ---

                She sailed.

                """
            );
        folder.WriteSite("--base-url", SiteFolders.Address);
        var page = folder.Page("en/articles/log/index.html");
        TextAssert.Has(
            "Jane Doe. The log. The Harbour Press. 2019-05~. CC-BY-4.0. https://example.com/log_of{ships}?a=1&b=2#c",
            SiteFolders.Words(page)
        );

        var item = Read([CitationsOn(page)])[0];

        var csl = item[1]!;
        Assert.Equal("webpage", csl["type"]!.GetValue<string>());
        Assert.Equal("The Harbour Press", csl["publisher"]!.GetValue<string>());
        Assert.Equal("[[2019,5]]", csl["issued"]!["date-parts"]!.ToJsonString());
        Assert.True(csl["issued"]!["circa"]!.GetValue<bool>());
        Assert.Equal("https://example.com/log_of{ships}?a=1&b=2#c", csl["URL"]!.GetValue<string>());
        Assert.Equal("https://example.com/log_of%7Bships%7D?a=1&b=2#c", item[0]!["URL"]!.GetValue<string>());
        Assert.Equal("[[2019,5]]", item[0]!["issued"]!["date-parts"]!.ToJsonString());
        Assert.Equal(2019, item[2]!["issued"]!["date-parts"]![0]![0]!.GetValue<int>());
        Assert.All(item, each => Assert.Equal("The log", each!["title"]!.GetValue<string>()));
    }

    [Fact]
    public void An_entry_is_cited_with_the_last_release_and_its_day_and_nothing_tells_a_day_of_access()
    {
        using var folder = SiteFolders.CorrectedFleet();
        folder.WriteSite("--date", "2025-04-03");
        var page = folder.Page("en/ships/tern/index.html");
        TextAssert.Has(
            "Ann & Bob. Tern. In: A fleet <of> ships, version 1.0.1. 2025-04-03. CC0-1.0.",
            SiteFolders.Words(page)
        );
        var csl = JsonNode.Parse(CitationsOn(page)[1])![0]!.AsObject();
        Assert.Equal("1.0.1", csl["version"]!.GetValue<string>());
        Assert.Equal("[[2025,4,3]]", csl["issued"]!["date-parts"]!.ToJsonString());
        Assert.False(csl.ContainsKey("URL"));
        Assert.False(csl.ContainsKey("accessed"));
    }

    [GeneratedRegex("<summary>(BibTeX|CSL-JSON|RIS)</summary><pre dir=\"ltr\">([^<]*)</pre>")]
    private static partial Regex Citation();
}
