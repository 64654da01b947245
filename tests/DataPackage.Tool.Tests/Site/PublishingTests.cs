using System.Xml.Linq;
using DataPackage.Tool.Packages;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site;
using DataPackage.Tool.Site.Changes;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Publishing;
using DataPackage.Tool.Site.Texts;
using DataPackage.Tool.Tests.Exports;

namespace DataPackage.Tool.Tests.Site;

/// <summary>What a site needs to be found, and where hosts do not take it.</summary>
public class PublishingTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public void The_sitemap_has_each_page_for_search_engines_once_with_its_other_languages()
    {
        using var folder = HostileSeeds.Claims();
        folder.WriteSite("--base-url", "https://example.org/data", "--languages", "de,en");
        var pages = folder
            .Files("site")
            .Where(file =>
                file.Key.EndsWith(".html", StringComparison.Ordinal) && file.Key.Contains('/', StringComparison.Ordinal)
            )
            .Where(file => !file.Value.Contains("content=\"noindex\"", StringComparison.Ordinal))
            .Select(file => SiteFolders.Address + file.Key.Replace("/index.html", "/", StringComparison.Ordinal))
            .ToHashSet();
        var urls = XDocument.Load(folder.PathOf("site/sitemap.xml")).Root!.Elements(Sitemap + "url").ToList();
        Assert.Equal(pages.Order(), urls.Select(url => url.Element(Sitemap + "loc")!.Value).Order());
        foreach (var url in urls)
        {
            var others = url.Elements(Xhtml + "link").ToList();
            Assert.Equal(["de", "en"], others.Select(link => link.Attribute("hreflang")!.Value));
            Assert.All(others, link => Assert.Contains(link.Attribute("href")!.Value, pages));
        }

        Assert.DoesNotContain(SiteFolders.Address + "de/ships/alba/", pages);
        TextAssert.Has($"Sitemap: {SiteFolders.Address}sitemap.xml\n", folder.Page("robots.txt"));
    }

    [Fact]
    public void Without_an_address_there_is_no_sitemap()
    {
        using var folder = HostileSeeds.Claims();
        folder.WriteSite();
        Assert.False(File.Exists(folder.PathOf("site/sitemap.xml")));
        Assert.False(File.Exists(folder.PathOf("site/robots.txt")));
    }

    [Fact]
    public void A_sitemap_of_more_than_fifty_thousand_addresses_is_in_several_files()
    {
        using var folder = HostileSeeds.Claims();
        var session = new Session
        {
            Output = TextWriter.Null,
            Errors = TextWriter.Null,
            Folder = folder.Path,
        };
        var options = new SiteOptions(SiteFolders.Address, ["en"], null, null, "");
        var source = new SiteSource(
            SeedPackage.Find(session, null).Compile(),
            SiteHistory.None,
            options,
            CancellationToken.None
        );
        var language = new SiteLanguage("en", UiTexts.Of("en", null, session));
        var pages = Enumerable.Range(0, 120_001).Select(i => new SitemapPage("en", $"things/{i}/index.html"));

        var files = Sitemaps
            .FilesOf(source, [language], pages)
            .ToDictionary(
                file => file.Path,
                file =>
                {
                    var html = new HtmlWriter();
                    file.Write(new SitePage(source, file, html));
                    return System.Text.Encoding.UTF8.GetString(html.Written);
                }
            );

        var parts = XDocument.Parse(files["sitemap.xml"]).Root!.Elements(Sitemap + "sitemap").ToList();
        Assert.Equal(3, parts.Count);
        var locations = parts
            .Select(part => files[part.Element(Sitemap + "loc")!.Value[SiteFolders.Address.Length..]])
            .Select(file => XDocument.Parse(file).Root!.Elements(Sitemap + "url").Select(url => url.Value).ToList())
            .ToList();
        Assert.All(locations, each => Assert.InRange(each.Count, 1, 50_000));
        Assert.Equal(120_001, locations.SelectMany(each => each).Distinct().Count());
    }

    [Fact]
    public void The_page_for_what_is_not_there_works_at_every_depth()
    {
        using var folder = HostileSeeds.Claims();
        folder.WriteSite("--base-url", SiteFolders.Address, "--languages", "de,en");
        Assert.Equal(
            ["/data/assets/site.css", "/data/assets/icon.svg", "/data/de/index.html", "/data/en/index.html"],
            SiteFolders.Links(folder.Page("404.html"))
        );

        folder.WriteSite();
        Assert.Empty(SiteFolders.Links(folder.Page("404.html")));
        TextAssert.Has("Diese Seite gibt es nicht.", folder.Page("404.html"));
    }

    [Fact]
    public void Each_limit_of_a_host_that_the_site_exceeds_is_told()
    {
        const long megabyte = 1 << 20;
        Assert.Empty(HostLimits.Find(20_000, 1024 * megabyte, ("a.html", 25 * megabyte), ("en/ships", 54_000)));
        Assert.Equal(
            [
                "this site has 1,025 MiB; GitHub Pages takes 1 GiB",
                "'a.html' has 101 MiB; GitHub Pages takes 100 MiB a file",
                "this site has 1,025 MiB; GitLab Pages takes 1 GiB",
                "this site has 81,000 files; Cloudflare Pages takes 20,000",
                "'a.html' has 101 MiB; Cloudflare Pages takes 25 MiB a file",
                "the folder 'en/ships' has 54,001 entries; Netlify takes 54,000",
            ],
            HostLimits.Find(81_000, (1024 * megabyte) + 1, ("a.html", (100 * megabyte) + 1), ("en/ships", 54_001))
        );
    }
}
