using System.Runtime.ExceptionServices;
using DataPackage.Tool.Site.Changes;
using DataPackage.Tool.Site.Fates;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Pages;
using DataPackage.Tool.Site.Publishing;
using DataPackage.Tool.Site.Search;
using DataPackage.Tool.Site.Twins;

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
        try
        {
            WriteFiles(source, languages, folder, cancellation);
        }
        // What stopped one page is told as if pages were written one by one.
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }
    }

    private static void WriteFiles(
        SiteSource source,
        IReadOnlyList<SiteLanguage> languages,
        SiteFolder folder,
        CancellationToken cancellation
    ) =>
        Parallel.ForEach(
            FilesOf(source, languages),
            new ParallelOptions { CancellationToken = cancellation },
            () => new HtmlWriter(),
            (file, _, html) =>
            {
                html.Clear();
                file.Write(new SitePage(source, file, html));
                folder.Write(file.Path, html.Written);
                return html;
            },
            _ => { }
        );

    /// <summary>Pages are made one by one, while others are written; the sitemap has those that were made.</summary>
    private static IEnumerable<SiteFile> FilesOf(SiteSource source, IReadOnlyList<SiteLanguage> languages)
    {
        var (pages, quality) = (new List<SitemapPage>(), new Lazy<Quality>(() => Quality.Of(source)));
        foreach (var page in languages.SelectMany(language => PagesOf(source, language, quality)))
        {
            if (source.Options.BaseUrl is not null && SitemapPage.Of(page) is { } mapped)
                pages.Add(mapped);
            yield return page;
        }

        yield return new SiteFile(SitePaths.Index, languages[0], page => HomePage.WriteChoice(page, languages));
        yield return NotFoundPage.Of(source, languages);
        foreach (
            var file in GonePages
                .FilesOf(source, languages)
                .Concat(EntityTwins.FilesOf(source, languages))
                .Concat([QualityPage.DataOf(source, languages[0]), ChangesPage.DataOf(source, languages[0])])
                .Concat(TimelinePage.DataOf(source, languages[0]))
                .Concat(GraphPage.DataOf(source, languages[0]))
                .Concat(SearchFiles.Of(source, languages))
                .Concat(Feeds.FilesOf(source, languages[0]))
                .Concat(Sitemaps.FilesOf(source, languages, pages))
        )
            yield return file;
    }

    /// <summary>The pages in one language.</summary>
    private static IEnumerable<SiteFile> PagesOf(SiteSource source, SiteLanguage language, Lazy<Quality> quality) =>
        source
            .Data.Kinds.SelectMany(each => KindPage.FilesOf(source, language, each.Kind, each.Entities))
            .Concat(TimelinePage.FilesOf(source, language))
            .Concat(GraphPage.FilesOf(source, language))
            .Concat(ChangesPage.FilesOf(source, language))
            .Concat([
                new SiteFile(SitePaths.Home(language.Tag), language, HomePage.Write),
                SearchPage.FileOf(language, source.Options.Languages.TakeWhile(tag => tag != language.Tag).Count()),
                QualityPage.Of(language, quality),
                AboutPage.Of(language, quality),
            ]);
}
