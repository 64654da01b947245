using DataPackage.Engine.Articles;
using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows the passages that support an entity, each within its context, with the way to its article.</summary>
internal static class Quotes
{
    /// <summary>The most UTF-16 units of an article before and after a quote.</summary>
    private const int Context = 90;

    public static void Write(LinkedEntity entity, SitePage page)
    {
        var html = page.Html;
        html.Write($"<ol class=\"quotes\">\n");
        for (var i = 0; i < entity.Citations.Count; i++)
        {
            var citation = entity.Citations[i];
            var article = page.Source.Article(citation.Article);
            var cited = article[citation.Passage];
            html.Write($"<li id=\"c{i + 1}\">");
            Write(citation.Passage, article, html);
            html.Write($"<p><a href=\"{page.To(citation.Article, cited)}\">{page.CaptionOf(citation.Article)}, ");
            html.Write($"{page.Texts.With("paragraph", page.Texts.Number(citation.Passage.Paragraph))}</a>");
            if (article.Address is { } address)
            {
                var there = TextFragment.Of(address, citation.Passage, article);
                html.Write($" \u00B7 {new Link(there, page.Texts["atTheSource"])}");
            }

            if (citation.For.Count > 0)
                html.Write($" <span class=\"said\">{string.Join(", ", citation.For)}</span>");
            html.Write($"</p></li>\n");
        }

        html.Write($"</ol>\n");
    }

    /// <summary>The quote in its context; nothing if the text may not be shown.</summary>
    private static void Write(Passage passage, SiteArticle article, HtmlWriter html)
    {
        if (article.Text is not { } text || passage.Text is null)
            return;
        var (start, end) = (article.OffsetOf(passage.Start), article.OffsetOf(passage.End));
        html.Write($"<blockquote dir=\"auto\"");
        if (passage.Language is { } language)
            html.Write($" lang=\"{language}\"");
        html.Write($">{Before(text, start)}<mark>{text[start..end]}</mark>{After(text, end)}</blockquote>");
    }

    private static string Before(string text, int start)
    {
        var from = Math.Max(0, start - Context);
        if (from > 0)
            from = text.IndexOf(' ', from, start - from) is >= 0 and var blank ? blank + 1 : start;
        var paragraph = text.LastIndexOf("\n\n", Math.Max(0, start - 1), start - from, StringComparison.Ordinal);
        return paragraph >= from ? text[(paragraph + 2)..start] : (from > 0 ? "\u2026 " : "") + text[from..start];
    }

    private static string After(string text, int end)
    {
        var to = Math.Min(text.Length, end + Context);
        if (to < text.Length)
            to = text.LastIndexOf(' ', to - 1, to - end) is >= 0 and var blank ? blank : end;
        var paragraph = text.IndexOf("\n\n", end, to - end, StringComparison.Ordinal);
        return paragraph >= 0 ? text[end..paragraph] : text[end..to] + (to < text.Length ? " \u2026" : "");
    }
}
