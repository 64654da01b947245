using System.Net;
using System.Text.Json;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Links to the very words of a passage on the page of somebody else.</summary>
public sealed class TextFragmentTests : IDisposable
{
    private const string Follower = "tests/Browser/follow-fragments.mjs";
    private const string Start = "https://example.org/voyage#log:~:text=";

    private static readonly string[] Paragraphs =
    [
        "The tern sailed north and home. A R\u00C9SUM\u00C9 of the day.",
        "The tern sailed north and met a storm, which drove her back to the harbour that she had left a day before. "
            + "There the crew mended the sails, and all waited until the wind had turned to the south again.",
        "Nobody was hurt.\nThe crew rested at 3.14 o'clock.",
        "Nobody was hurt. The crew, so well - it went on, and the storm was forgotten.",
        "A resume of the day, and of the storm, of the wind had turned to the south again.",
        "\u8239\u306F\u5317\u3078\u5411\u304B\u3044\u3001\u5D50\u306B\u906D\u3063\u305F\u3002"
            + "\u6E2F\u3067\u306F\u96E8\u304C\u964D\u3063\u3066\u3044\u305F\u3002",
        "\u8239\u306F\u5317\u3078\u5411\u304B\u3044\u3001\u98A8\u306F\u6B62\u3093\u3060\u3002"
            + string.Concat(
                Enumerable
                    .Range(0, 12)
                    .Select(i =>
                        $"{(char)(0x4E00 + 40 * i)}\u756A\u306E\u6CE2\u304C\u6765\u3066\u53BB\u3063\u305F\u3002"
                    )
            )
            + "\u6E2F\u3067\u306F\u96E8\u304C\u964D\u3063\u3066\u3044\u305F\u3002",
        "\u0E40\u0E23\u0E37\u0E2D\u0E2D\u0E2D\u0E01\u0E08\u0E32\u0E01\u0E17\u0E48\u0E32 "
            + "\u0E25\u0E21\u0E41\u0E23\u0E07\u0E21\u0E32\u0E01",
        "The end of the log, and the last of all words.",
    ];

    /// <summary>What is quoted, with what stands before and after it, and the paragraph in which it starts.</summary>
    private static readonly (string Prefix, string Quote, string Suffix, int Paragraph)[] Citations =
    [
        ("", "The tern sailed north", " and met", 1),
        ("", Paragraphs[1], "", 1),
        ("", Paragraphs[1] + " Nobody was hurt.", "", 1),
        ("", "Nobody was hurt. The crew rested", "", 2),
        ("", "14 o'cl", "", 2),
        ("", "Nobody was hurt.", " The crew, so", 3),
        ("", "so well -", "", 3),
        ("", "resume of the day", "", 4),
        ("", "and of the storm, of the wind had turned to the south again.", "", 4),
        ("", Paragraphs[6], "", 6),
        ("", Paragraphs[6][..6], Paragraphs[6][6..10], 6),
        ("", Paragraphs[6][9..40], "", 6),
        ("", Paragraphs[7].Split(' ')[1], "", 7),
        ("", "of the log", "", 8),
    ];

    private readonly WrittenSite _site = WrittenSite.Of(
        new TempFolder()
            .With("seeds/datapackage.yaml", "maxQuoteLength: 500\n")
            .With(
                "seeds/schema/Voyage.yaml",
                "properties:\n"
                    + string.Concat(Citations.Select((_, i) => $"  fact{i}: {{ type: text, description: A fact. }}\n"))
            )
            .With(
                "seeds/articles/log.md",
                "---\ntitle: The log\nlanguage: en\nurl: https://example.org/voyage#log:~:text=own\n---\n\n"
                    + string.Join("\n\n", Paragraphs)
                    + "\n"
            )
            .With(
                "seeds/voyages/first.yaml",
                string.Concat(Citations.Select((_, i) => $"fact{i}: known\n"))
                    + "citations:\n"
                    + string.Concat(
                        Citations.Select((each, i) => $"  - {SeedOf(each.Prefix, each.Quote, each.Suffix, i)}\n")
                    )
            )
    );

    private static string SeedOf(string prefix, string quote, string suffix, int number)
    {
        var keys = new Dictionary<string, object> { ["article"] = "log", ["quote"] = quote };
        if (prefix.Length > 0)
            keys["prefix"] = prefix;
        if (suffix.Length > 0)
            keys["suffix"] = suffix;
        keys["for"] = new[] { $"fact{number}" };
        return JsonSerializer.Serialize(keys);
    }

    private List<string> Addresses =>
        [
            .. _site
                .Page("en/voyages/first/index.html")
                .QuerySelectorAll(".quotes a[href*=':~:']")
                .Select(link => link.GetAttribute("href")!),
        ];

    [BrowserFact]
    public void A_browser_finds_each_passage_in_its_paragraph()
    {
        // Each paragraph is a screen of its own, and what stands at the top was not found.
        var page = Path.Combine(_site.Folder, "voyage.html");
        File.WriteAllText(
            page,
            "<!doctype html><meta charset=utf-8><style>p{margin:4000px 0}</style>"
                + string.Concat(Paragraphs.Select((text, i) => $"<p id=p{i}>{WebUtility.HtmlEncode(text)}</p>"))
        );
        var input = new
        {
            address = new Uri(page).AbsoluteUri,
            fragments = Addresses.Select(each => each[each.IndexOf('#', StringComparison.Ordinal)..]),
        };

        var found = NodeModules.Run(Follower, JsonSerializer.Serialize(input), BrowserFactAttribute.Browser);

        Assert.Equal(
            Citations.Select((each, i) => $"{i}: p{each.Paragraph}"),
            JsonSerializer.Deserialize<List<string?>>(found)!.Select((id, i) => $"{i}: {id}")
        );
    }

    [Fact]
    public void A_fragment_says_no_more_than_it_takes_to_find_the_passage()
    {
        var fragments = Addresses.Select(each => each.Replace(Start, "", StringComparison.Ordinal)).ToList();

        Assert.All(fragments, fragment => TextAssert.Lacks(":~:", fragment));
        Assert.Equal("A%20R%C3%89SUM%C3%89%20of%20the%20day.-,The%20tern%20sailed%20north", fragments[0]);
    }

    [Fact]
    public void The_address_of_an_article_is_its_url_or_else_the_first_property_that_is_an_address()
    {
        using var site = WrittenSite.Of(
            new TempFolder()
                .With(
                    "seeds/schema/Source.yaml",
                    """
                    article: true
                    caption: title
                    properties:
                      title: { type: text, description: Its title. }
                      picture: { type: url, description: A picture. }
                      mirror: { type: url, description: A copy. }
                      url: { type: url, description: Where it is. }

                    """
                )
                .With("seeds/schema/Fact.yaml", "properties: { name: { type: text, description: A name. } }\n")
                .With(
                    "seeds/sources/own.md",
                    "---\ntitle: Own\npicture: https://example.org/p\nurl: https://example.org/own\n---\n\n"
                        + "Its own words.\n"
                )
                .With(
                    "seeds/sources/copied.md",
                    "---\ntitle: Copied\nmirror: https://example.org/copy\n---\n\nWords of others.\n"
                )
                .With(
                    "seeds/facts/one.yaml",
                    """
                    name: one
                    citations:
                      - { article: own, quote: own words }
                      - { article: copied, quote: Words of }

                    """
                )
        );

        Assert.Equal(
            ["https://example.org/own#:~:text=own%20words", "https://example.org/copy#:~:text=Words%20of"],
            site.Page("en/facts/one/index.html")
                .QuerySelectorAll(".quotes a[href^=https]")
                .Select(link => link.GetAttribute("href"))
        );
        TextAssert.Has("https://example.org/copy", site.One("en/sources/copied/index.html", "main").TextContent);
        Assert.All(
            site.Page("en/sources/copied/index.html").QuerySelectorAll("#cite ~ *"),
            citation => TextAssert.Lacks("example.org/p", citation.TextContent)
        );
    }

    public void Dispose() => _site.Dispose();
}
