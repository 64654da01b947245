using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Search;

namespace DataPackage.Tool.Site.Pages;

/// <summary>The page on which entities are found by name. Without a script it leads to the lists of all.</summary>
internal static class SearchPage
{
    private const string Name = "search";

    /// <summary>The most results that <c>search.js</c> shows.</summary>
    private const int MostShown = 100;

    public static SiteFile FileOf(SiteLanguage language, int number) =>
        new(SitePaths.Page(language.Tag, Name), language, page => Write(page, number)) { IsHidden = true };

    /// <param name="number">That of the language among those of the pages.</param>
    private static void Write(SitePage page, int number)
    {
        var html = page.Html;
        var head = new PageHead($"{page.Texts["search"]} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            InLanguage = language => SitePaths.Page(language, Name),
            Scripts = [SearchFiles.Folding, SearchFiles.Contents, SiteAssets.SearchScript],
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                html.Write($"<h1>{page.Texts["search"]}</h1>\n");
                WriteForm(page, number);
                html.Write($"<ol class=\"found\"></ol>\n<h2>{page.Texts["kinds"]}</h2>\n<ul class=\"cards\">\n");
                foreach (var (kind, _) in page.Source.Data.Kinds.Where(each => each.Entities.Entities.Count > 0))
                {
                    var there = page.To(page.Source.Paths.Kind(page.Language.Tag, kind.Name));
                    html.Write($"<li><a href=\"{there}\" data-kind=\"{page.Source.Paths.FolderOf(kind.Name)}\">");
                    html.Write($"{Frame.PluralOf(kind)}</a></li>\n");
                }

                html.Write($"</ul>\n");
            }
        );
    }

    /// <summary>Writes the field with the words by which the script says what it found.</summary>
    private static void WriteForm(SitePage page, int number)
    {
        var (html, texts) = (page.Html, page.Texts);
        var many = texts["foundMany"].Replace("{1}", texts.Number(MostShown), StringComparison.Ordinal);
        html.Write($"<noscript><p class=\"notice\">{texts["searchNeedsScript"]}</p></noscript>\n");
        html.Write($"<form id=\"search\" data-root=\"{page.To("search/")}\" data-language=\"{number}\" ");
        html.Write($"data-none=\"{texts["foundNone"]}\" data-some=\"{texts["foundSome"]}\" ");
        html.Write($"data-many=\"{many}\" data-failed=\"{texts["notLoaded"]}\">\n");
        html.Write($"<p><label for=\"q\">{texts["searchHint"]}</label></p>\n");
        html.Write($"<p><input id=\"q\" type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"></p>\n");
        html.Write($"<output name=\"found\" for=\"q\"></output>\n</form>\n");
    }
}
