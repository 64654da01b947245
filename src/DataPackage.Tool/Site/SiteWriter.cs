using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Pages;
using DataPackage.Tool.Site.Search;

namespace DataPackage.Tool.Site;

/// <summary>Writes all files of a site.</summary>
internal static class SiteWriter
{
    public static void Write(
        SiteSource source,
        IReadOnlyList<SiteLanguage> languages,
        SiteFolder folder,
        CancellationToken cancellation
    )
    {
        foreach (var (path, content) in SiteAssets.All(source.Options.Theme))
            folder.Write(path, content);
        var files = languages.SelectMany(language => PagesOf(source, language)).Concat(FilesOf(source, languages));
        Parallel.ForEach(
            files,
            new ParallelOptions { CancellationToken = cancellation },
            () => new HtmlWriter(),
            (file, _, html) =>
            {
                html.Clear();
                file.Write(new SitePage(source, file.Language, file.Path, html));
                folder.Write(file.Path, html.Written);
                return html;
            },
            _ => { }
        );
    }

    private static IEnumerable<SiteFile> FilesOf(SiteSource source, IReadOnlyList<SiteLanguage> languages) =>
        [
            new SiteFile(SitePaths.Index, languages[0], page => HomePage.WriteChoice(page, languages)),
            .. SearchFiles.Of(source, languages),
            .. TimelinePage.DataOf(source, languages[0]),
            .. GraphPage.DataOf(source, languages[0]),
        ];

    /// <summary>The pages in one language.</summary>
    private static IEnumerable<SiteFile> PagesOf(SiteSource source, SiteLanguage language) =>
        [
            new SiteFile(SitePaths.Home(language.Tag), language, HomePage.Write),
            SearchPage.FileOf(language, source.Options.Languages.TakeWhile(tag => tag != language.Tag).Count()),
            .. TimelinePage.FilesOf(source, language),
            .. GraphPage.FilesOf(source, language),
            .. source.Data.Kinds.SelectMany(each => KindPage.FilesOf(source, language, each.Kind, each.Entities)),
        ];
}
