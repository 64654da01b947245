using DataPackage.Engine.Articles;
using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Values;

/// <summary>Shows the passages that support an entity, each within its context, with the way to its article.</summary>
internal static class Quotes
{
    /// <summary>The most UTF-16 units of an article before and after a quote.</summary>
    private const int Context = 90;

    /// <summary>The context starts after a blank if one is so near.</summary>
    private const int Near = 40;

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
                html.Write($" \u00B7 <a href=\"{there}\"><bdi>{page.Texts["atTheSource"]}</bdi></a>");
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
        html.Write($">{Before(article, text, start)}<mark>{text[start..end]}</mark>{After(article, text, end)}");
        html.Write($"</blockquote>");
    }

    private static string Before(SiteArticle article, string text, int start)
    {
        var paragraph = article.Paragraphs[ParagraphBounds.At(article, start)].Start;
        var from = Math.Max(paragraph, start - Context);
        if (from == paragraph)
            return text[from..start];
        for (var at = from; at < Math.Min(from + Near, start); at++)
            if (char.IsWhiteSpace(text[at]))
                return "\u2026 " + text[(at + 1)..start];
        return "\u2026" + text[ShortText.CharacterEnd(text, from)..start];
    }

    private static string After(SiteArticle article, string text, int end)
    {
        var paragraph = ParagraphBounds.EndOf(article, ParagraphBounds.At(article, end - 1));
        return ShortText.Of(text[end..Math.Min(paragraph, end + Context + 1)], Context);
    }
}
