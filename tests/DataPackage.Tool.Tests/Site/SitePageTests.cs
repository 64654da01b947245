using AngleSharp.Dom;

namespace DataPackage.Tool.Tests.Site;

/// <summary>What pages say of the shipped data.</summary>
public class SitePageTests : IClassFixture<SitePageTests.ShippedSite>
{
    private const string Dmitriev = "en/persons/kirill-dmitriev/index.html";
    private const string Article = "en/articles/dmitriev-in-washington/index.html";

    private readonly WrittenSite _site;

    public SitePageTests(ShippedSite shipped)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        _site = shipped.Site;
    }

    /// <summary>Written once for all tests.</summary>
    public sealed class ShippedSite : IDisposable
    {
        internal WrittenSite Site { get; } = WrittenSite.Shipped("--base-url", "https://example.org/data");

        public void Dispose() => Site.Dispose();
    }

    [Fact]
    public void A_value_has_numbers_that_lead_to_the_passages_that_support_it()
    {
        var occupation = _site.One(Dmitriev, "#f-occupation td");

        var quotes = occupation
            .QuerySelectorAll("sup a")
            .Select(number => _site.One(Dmitriev, number.GetAttribute("href")!))
            .Select(passage => WrittenSite.TextOf(passage.QuerySelector("mark")!));

        Assert.Equal(["The former banker, who is 49", "war früher Banker"], quotes);
    }

    [Fact]
    public void A_part_of_a_value_has_numbers_of_its_own()
    {
        var title = _site.Page(Dmitriev).QuerySelectorAll("#f-positions dd")[0];

        Assert.StartsWith(
            "Head of Russia's sovereign wealth fund",
            WrittenSite.TextOf(title),
            StringComparison.Ordinal
        );
        var number = Assert.Single(title.QuerySelectorAll("sup a"));
        Assert.Equal(
            "Dmitriev, a Kremlin envoy, heads Russia's sovereign wealth fund",
            WrittenSite.TextOf(_site.One(Dmitriev, number.GetAttribute("href") + " mark"))
        );
    }

    [Fact]
    public void A_remark_on_a_value_stands_beside_it()
    {
        var birth = _site.One(Dmitriev, "#f-birthDate td");

        Assert.StartsWith("1975 or 1976", WrittenSite.TextOf(birth), StringComparison.Ordinal);
        Assert.Equal("inferred", WrittenSite.TextOf(birth.QuerySelector(".basis")!));
        Assert.Contains("The article says that he is 49", birth.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_shows_names_in_all_languages_and_marks_them()
    {
        Assert.Equal("Кирилл Дмитриев", WrittenSite.TextOf(_site.One(Dmitriev, ".names [lang=ru]")));
        Assert.Equal("de", _site.One("de/persons/kirill-dmitriev/index.html", "html").GetAttribute("lang"));
    }

    [Fact]
    public void A_passage_leads_to_its_place_in_the_article_where_it_is_marked()
    {
        var link = _site.Page(Dmitriev).QuerySelectorAll("#c4 p a")[0].GetAttribute("href")!;
        var anchor = _site.One(Article, "#" + link.Split('#')[1]);

        Assert.Equal("mark", anchor.NextElementSibling!.LocalName);
        Assert.StartsWith("The former banker", anchor.NextElementSibling.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_shows_its_whole_text_and_beside_it_the_facts()
    {
        var text = string.Join(
            '\n',
            _site
                .Page(Article)
                .QuerySelectorAll(".paragraph > p")
                .Select(paragraph =>
                {
                    var copy = (IElement)paragraph.Clone();
                    foreach (var number in copy.QuerySelectorAll("sup").ToList())
                        number.Remove();
                    return WrittenSite.TextOf(copy);
                })
        );

        Assert.StartsWith(
            "On 27 February, officials from the United States and Russia met in Istanbul for talks.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Istanbul talks of February 2025: date, participants, countries, status, summary",
            _site.Texts(Article, ".notes li").Select(note => note[(note.IndexOf(' ', StringComparison.Ordinal) + 1)..])
        );
    }

    [Fact]
    public void An_article_names_entities_by_links() =>
        Assert.Equal(
            "../../places/istanbul/index.html",
            _site
                .Page(Article)
                .QuerySelectorAll("a.mention")
                .First(each => each.TextContent == "Istanbul")
                .GetAttribute("href")
        );

    [Fact]
    public void Who_refers_to_an_entity_is_listed_by_the_names_of_the_schema()
    {
        var headings = _site.Texts("en/persons/vladimir-putin/index.html", "#referrers ~ h3");

        Assert.Contains("Relationships as object", headings);
    }

    [Fact]
    public void A_page_says_how_csharp_reads_the_entity_and_where_its_seed_is()
    {
        Assert.Equal("Persons.KirillDmitriev", WrittenSite.TextOf(_site.One(Dmitriev, ".csharp")));
        Assert.Contains(
            "persons/kirill-dmitriev.yaml:1",
            _site.One(Dmitriev, "[aria-labelledby=use]").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_page_knows_its_address_its_languages_and_its_data()
    {
        Assert.Equal(
            "https://example.org/data/en/persons/kirill-dmitriev/",
            _site.One(Dmitriev, "link[rel=canonical]").GetAttribute("href")
        );
        Assert.Equal(
            "https://example.org/data/de/persons/kirill-dmitriev/",
            _site.One(Dmitriev, "link[hreflang=de]").GetAttribute("href")
        );
        Assert.Equal(
            ["application/json", "application/ld+json", "text/markdown"],
            _site
                .Page(Dmitriev)
                .QuerySelectorAll("link[rel=alternate][type]")
                .Select(link => link.GetAttribute("type")!)
        );
    }

    [Fact]
    public void A_page_runs_nothing_but_the_scripts_of_the_site_and_asks_nobody_else()
    {
        foreach (var path in _site.Pages)
        {
            var policy = _site.One(path, "meta[http-equiv=Content-Security-Policy]").GetAttribute("content")!;
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Empty(_site.Page(path).QuerySelectorAll("[style], style, script:not([src]), iframe, object, embed"));
            Assert.DoesNotContain(
                _site.Page(path).All.SelectMany(element => element.Attributes),
                attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void No_id_is_on_a_page_twice()
    {
        foreach (var path in _site.Pages)
            Assert.Empty(
                _site
                    .Page(path)
                    .QuerySelectorAll("[id]")
                    .GroupBy(element => element.Id)
                    .Where(group => group.Count() > 1)
                    .Select(group => $"{path}: {group.Key}")
            );
    }

    /// <summary>What a reader on a slow line waits for.</summary>
    [Fact]
    public void Pages_styles_and_scripts_are_small()
    {
        var pages = _site
            .Pages.Where(path => path.Split('/') is ["en" or "de", _, _, "index.html"])
            .Select(path => Zipped(_site.Text(path)))
            .Order()
            .ToList();
        Assert.True(pages[pages.Count * 9 / 10] <= 14 * 1024, $"{pages[pages.Count * 9 / 10]} bytes");
        foreach (var path in _site.Pages)
        {
            Assert.InRange(SizeOf(path, "link[rel=stylesheet]", "href"), 0, 8 * 1024);
            Assert.InRange(SizeOf(path, "script[src*='assets/']", "src"), 0, 6 * 1024);
        }
    }

    private int SizeOf(string page, string selector, string attribute) =>
        _site
            .Page(page)
            .QuerySelectorAll(selector)
            .Select(element => Path.GetFileName(element.GetAttribute(attribute)!))
            .Sum(name => _site.Files["assets/" + name].Length);

    private static int Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (
            var gzip = new System.IO.Compression.GZipStream(
                zipped,
                System.IO.Compression.CompressionLevel.Optimal,
                leaveOpen: true
            )
        )
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return (int)zipped.Length;
    }
}
