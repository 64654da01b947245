using AngleSharp.Dom;

namespace DataPackage.Tool.Tests.Site;

public class SiteLinkTests
{
    private const string Root = "/data/";

    [Fact]
    public void Every_link_of_the_shipped_site_leads_to_a_page_and_to_a_place_in_it()
    {
        using var site = WrittenSite.Shipped("--base-url", "https://example.org" + Root);

        Assert.Empty(Broken(site));
    }

    [Fact]
    public void Every_link_of_a_hostile_site_leads_to_a_page_and_to_a_place_in_it()
    {
        using var site = WrittenSite.Hostile();

        Assert.Empty(Broken(site));
    }

    private static List<string> Broken(WrittenSite site)
    {
        var broken = new List<string>();
        foreach (var path in site.Pages)
        foreach (var element in site.Page(path).QuerySelectorAll("[href], [src], [action]"))
        {
            var address =
                element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!;
            if (!Leads(address, path, element, site))
                broken.Add($"{path}: {element.OuterHtml}");
        }

        return broken;
    }

    private static bool Leads(string address, string path, IElement element, WrittenSite site)
    {
        // The page about what is not there has addresses from the root of the host, which shows it at any depth.
        if (address.StartsWith(Root, StringComparison.Ordinal))
            address = address[Root.Length..];
        if (Uri.TryCreate(address, UriKind.Absolute, out var absolute))
            return absolute.Scheme is "http" or "https" && element.LocalName is "a" or "link";
        var parts = address.Split('#');
        var target = parts[0].Length == 0 ? path : Resolve(path, parts[0]);
        if (!site.Has(target))
            return false;
        return parts.Length == 1 || site.Page(target).All.Any(each => each.Id == Uri.UnescapeDataString(parts[1]));
    }

    private static string Resolve(string page, string address) =>
        Uri.UnescapeDataString(
            new Uri(new Uri("https://site/" + page), address.Split('?')[0]).AbsolutePath.TrimStart('/')
        );
}
