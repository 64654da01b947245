using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Pages;

/// <summary>What the package has: its kinds, and the articles that it is drawn from.</summary>
internal static class HomePage
{
    public static void Write(SitePage page)
    {
        var (data, html) = (page.Source.Data, page.Html);
        var name = Frame.NameOf(data);
        var head = new PageHead(name) { Description = data.Description.Description, InLanguage = SitePaths.Home };
        Frame.Write(
            page,
            head,
            () =>
            {
                html.Write($"<h1><bdi>{name}</bdi></h1>\n");
                if (data.Description.Description is { } description)
                    html.Write($"<p class=\"summary\"><bdi>{description}</bdi></p>\n");
                html.Write($"<ul class=\"kinds\">\n");
                foreach (var (kind, linked) in data.Kinds.Where(each => each.Entities.Entities.Count > 0))
                {
                    var there = page.To(page.Source.Paths.Kind(page.Language.Tag, kind.Name));
                    html.Write($"<li><a href=\"{there}\"><b>{Frame.PluralOf(kind)}</b> ");
                    html.Write($"<span class=\"count\">{page.Texts.Number(linked.Entities.Count)}</span></a>\n");
                    html.Write($"<p>{kind.Description}</p></li>\n");
                }

                html.Write($"</ul>\n");
            }
        );
    }

    /// <summary>Writes the page at the root, which leads to the languages: no server is there to choose one.</summary>
    public static void WriteChoice(SitePage page, IReadOnlyList<SiteLanguage> languages)
    {
        var (html, name) = (page.Html, Frame.NameOf(page.Source.Data));
        var head = new PageHead(name) { LeadsTo = languages.Count == 1 ? SitePaths.Home(languages[0].Tag) : null };
        Frame.WriteBare(
            page,
            head,
            page.To,
            () =>
            {
                html.Write($"<h1><bdi>{name}</bdi></h1>\n<ul class=\"kinds\">\n");
                foreach (var language in languages)
                {
                    var home = page.To(SitePaths.Home(language.Tag));
                    html.Write($"<li><a lang=\"{language.Tag}\" hreflang=\"{language.Tag}\" href=\"{home}\">");
                    html.Write($"{LanguageNames.Of(language.Tag)}</a></li>\n");
                }

                html.Write($"</ul>\n");
            }
        );
    }
}
