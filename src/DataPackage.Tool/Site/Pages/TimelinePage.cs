using DataPackage.Tool.Site.Drawings;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Pages;

/// <summary>All entities that have a time, drawn and as a table.</summary>
internal static class TimelinePage
{
    private const string Name = "timeline";
    private const string Data = "timeline.json";

    /// <summary>The pages in one language; none if no entity has a time.</summary>
    public static IEnumerable<SiteFile> FilesOf(SiteSource source, SiteLanguage language)
    {
        for (var part = 1; part <= source.Timeline.Parts && source.Timeline.Rows.Count > 0; part++)
        {
            var here = part;
            yield return new SiteFile(SitePaths.Page(language.Tag, Name, part), language, page => Write(page, here));
        }
    }

    /// <summary>The same for programs.</summary>
    public static IEnumerable<SiteFile> DataOf(SiteSource source, SiteLanguage language) =>
        source.Timeline.Rows.Count > 0 ? [new SiteFile(Data, language, TimelineJson.Write)] : [];

    private static void Write(SitePage page, int part)
    {
        var (html, texts, timeline) = (page.Html, page.Texts, page.Source.Timeline);
        var number = timeline.Parts == 1 ? "" : FormattableString.Invariant($" ({part}/{timeline.Parts})");
        var head = new PageHead($"{texts[Name]}{number} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            InLanguage = tag => SitePaths.Page(tag, Name, part),
            Twins = [(Data, "application/json")],
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                var rows = timeline.RowsOf(part);
                html.Write(
                    $"<h1>{texts[Name]} <span class=\"count\">{texts.Number(timeline.Rows.Count)}{number}</span></h1>\n"
                );
                TimelineDrawing.Write(page, rows, self: null);
                WritePager(page, part);
                html.Write($"<h2>{texts["asTable"]}</h2>\n");
                html.Write($"<div class=\"wide\" role=\"region\" aria-label=\"{texts["asTable"]}\" tabindex=\"0\">");
                TimelineTable.Write(page, rows);
                html.Write($"</div>\n");
            }
        );
    }

    private static void WritePager(SitePage page, int part) =>
        Pager.Write(page, part, page.Source.Timeline.Parts, each => SitePaths.Page(page.Language.Tag, Name, each));
}
