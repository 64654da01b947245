using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Publishing;

/// <summary>The addresses of all pages for search engines, as sitemaps.org has them, each with its other
/// languages.</summary>
internal static class Sitemaps
{
    private const string Index = "sitemap.xml";
    private const string Robots = "robots.txt";

    /// <summary>The protocol takes 50,000 addresses in a file.</summary>
    private const int MostAddresses = 50_000;

    /// <summary>In UTF-16 units, about. The protocol takes 50 MiB.</summary>
    private const int MostLength = 20_000_000;

    public static IEnumerable<SiteFile> FilesOf(
        SiteSource source,
        IReadOnlyList<SiteLanguage> languages,
        IEnumerable<SitemapPage> pages
    )
    {
        if (source.Options.BaseUrl is not { } address)
            yield break;
        yield return new SiteFile(
            Robots,
            languages[0],
            page => page.Html.Write($"User-agent: *\nAllow: /\nSitemap: {address + Index}\n")
        );
        var parts = PartsOf(pages, address.Length);
        if (parts.Count == 1)
            yield return new SiteFile(Index, languages[0], page => Write(page, parts[0]));
        if (parts.Count < 2)
            yield break;
        yield return new SiteFile(Index, languages[0], page => WriteIndex(page, parts.Count));
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            yield return new SiteFile(NameOf(i + 1), languages[0], page => Write(page, part));
        }
    }

    /// <summary>No kind has a feed of this name: that of a folder has no dot.</summary>
    private static string NameOf(int part) => FormattableString.Invariant($"sitemap.{part}.xml");

    /// <summary>The pages by their path below the folder of a language, each with its languages.</summary>
    private static List<List<(string Path, List<string> Languages)>> PartsOf(IEnumerable<SitemapPage> pages, int length)
    {
        var languages = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (tag, path) in pages)
        {
            if (!languages.TryGetValue(path, out var tags))
                languages.Add(path, tags = []);
            tags.Add(tag);
        }

        var (parts, addresses, units) = (new List<List<(string, List<string>)>> { new() }, 0, 0);
        foreach (var (path, tags) in languages.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            // Each language has an address, which names all of them.
            var more = tags.Count * (tags.Count + 1) * (length + path.Length + 80);
            if (addresses + tags.Count > MostAddresses || units + more > MostLength && addresses > 0)
            {
                parts.Add([]);
                (addresses, units) = (0, 0);
            }

            parts[^1].Add((path, tags));
            (addresses, units) = (addresses + tags.Count, units + more);
        }

        return parts;
    }

    private static void WriteIndex(SitePage page, int parts)
    {
        var html = page.Html;
        html.Write($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        html.Write($"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (var part = 1; part <= parts; part++)
            html.Write($"<sitemap><loc>{page.Source.Options.BaseUrl + NameOf(part)}</loc></sitemap>\n");
        html.Write($"</sitemapindex>\n");
    }

    private static void Write(SitePage page, List<(string Path, List<string> Languages)> pages)
    {
        var html = page.Html;
        html.Write($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        html.Write($"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" ");
        html.Write($"xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        foreach (var (path, languages) in pages)
        foreach (var language in languages)
        {
            html.Write($"<url><loc>{AddressOf(page, language, path)}</loc>");
            foreach (var other in languages.Where(_ => languages.Count > 1))
            {
                html.Write($"<xhtml:link rel=\"alternate\" hreflang=\"{other}\" ");
                html.Write($"href=\"{AddressOf(page, other, path)}\"/>");
            }

            html.Write($"</url>\n");
        }

        html.Write($"</urlset>\n");
    }

    private static string AddressOf(SitePage page, string language, string path) =>
        page.Source.Options.BaseUrl + SitePaths.Public($"{language}/{path}");
}
