using System.Text.Json;
using DataPackage.Testing;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Pages in real Chromium, opened from the disk.</summary>
public class SiteBrowserTests
{
    private const string Checker = "tests/Browser/check-pages.mjs";

    [BrowserFact]
    public void Nobody_stumbles_over_a_page_of_the_shipped_site()
    {
        using var site = WrittenSite.Shipped();

        Assert.Empty(
            Faults(
                site,
                [
                    .. site.Pages.Where(page => page.Split('/') is ["en", _] or ["en", _, "index.html"]),
                    "index.html",
                    "404.html",
                    "en/persons/kirill-dmitriev/index.html",
                    "en/events/istanbul-talks-2025/index.html",
                    "de/articles/dmitriev-in-washington/index.html",
                ]
            )
        );
    }

    [BrowserFact]
    public void Texts_of_hostile_seeds_run_nothing_and_break_no_page()
    {
        using var site = WrittenSite.Hostile();

        // A page that leads on at once is gone before it can be looked at. That of what is not there has no styles,
        // as it does not know its depth.
        Assert.Empty(
            Faults(
                site,
                site.Pages.Where(page =>
                    page != "404.html" && site.Page(page).QuerySelector("[http-equiv=refresh]") is null
                ),
                "--once"
            )
        );
    }

    private static List<string> Faults(WrittenSite site, IEnumerable<string> pages, params string[] options)
    {
        var addresses = pages.Select(page => new Uri(Path.Combine(site.Folder, page)).AbsoluteUri);
        return JsonSerializer.Deserialize<List<string>>(
            NodeModules.Run(Checker, JsonSerializer.Serialize(addresses), [BrowserFactAttribute.Browser, .. options])
        )!;
    }
}
