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
        html.Write($"<!doctype html>\n<html lang=\"{page.Language.Tag}\" dir=\"{page.Language.Direction}\">\n<head>\n");
        html.Write(
            $"<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{Frame.Policy}\">\n"
        );
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Write(
            $"<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n"
        );
        html.Write($"<title>{page.Texts["notFound"]} \u2013 {name}</title>\n");
        if (root is not null)
        {
            html.Write($"<link rel=\"stylesheet\" href=\"{root + SiteAssets.Styles}\">\n");
            if (page.Source.Options.HasOwnStyles)
                html.Write($"<link rel=\"stylesheet\" href=\"{root + SiteAssets.OwnStyles}\">\n");
        }

        html.Write($"</head>\n<body>\n<main>\n<h1><bdi>{name}</bdi></h1>\n");
        foreach (var language in languages)
        {
            html.Write($"<p lang=\"{language.Tag}\" dir=\"{language.Direction}\">{language.Texts["notFound"]}");
            if (root is not null)
                html.Write($" {new Link(root + SitePaths.Home(language.Tag), language.Texts["start"])}");
            html.Write($"</p>\n");
        }

        html.Write($"</main>\n</body>\n</html>\n");
    }
}
