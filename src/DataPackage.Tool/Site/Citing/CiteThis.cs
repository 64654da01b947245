using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Citing;

/// <summary>How to cite what a page shows: for people, and for programs that keep references. No day of access is in
/// it: the page cannot know it.</summary>
internal static class CiteThis
{
    public static void Write(SitePage page, EntityLink self)
    {
        var (html, texts, work) = (page.Html, page.Texts, CitedWork.Of(page, self));
        html.Write($"<section aria-labelledby=\"cite\"><h2 id=\"cite\">{texts["cite"]}</h2>\n");
        var text = CitationFormats.Text(work, texts["citedIn"], version => texts.With("version", version));
        html.Write($"<p><bdi>{text}</bdi></p>\n");
        Write("BibTeX", CitationFormats.BibTex(work), html);
        Write("CSL-JSON", CitationFormats.Csl(work), html);
        Write("RIS", CitationFormats.Ris(work), html);
        html.Write($"</section>\n");
    }

    private static void Write(string format, string citation, HtmlWriter html) =>
        html.Write($"<details><summary>{format}</summary><pre dir=\"ltr\">{citation}</pre></details>\n");
}
