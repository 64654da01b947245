using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Publishing;

/// <summary>What hosts show for an address that the site does not have, however deep that is. So no link on it is
/// relative: without the address of the site it has no link and no style.</summary>
internal static class NotFoundPage
{
    public static SiteFile Of(SiteSource source, IReadOnlyList<SiteLanguage> languages)
    {
        var root = source.Options.BaseUrl is { } address ? new Uri(address).AbsolutePath : null;
        return new SiteFile(SitePaths.NotFound, languages[0], page => Write(page, languages, root)) { IsHidden = true };
    }

    /// <param name="root">The path of the site on its host, with slashes at both ends; null if it is not known.</param>
    private static void Write(SitePage page, IReadOnlyList<SiteLanguage> languages, string? root)
    {
        var (html, name) = (page.Html, Frame.NameOf(page.Source.Data));
        Frame.WriteBare(
            page,
            new PageHead($"{page.Texts["notFound"]} \u2013 {name}"),
            root is null ? null : path => root + path,
            () =>
            {
                html.Write($"<h1><bdi>{name}</bdi></h1>\n");
                foreach (var language in languages)
                {
                    html.Write($"<p lang=\"{language.Tag}\" dir=\"{language.Direction}\">{language.Texts["notFound"]}");
                    if (root is not null)
                        html.Write($" {new Link(root + SitePaths.Home(language.Tag), language.Texts["start"])}");
                    html.Write($"</p>\n");
                }
            }
        );
    }
}
