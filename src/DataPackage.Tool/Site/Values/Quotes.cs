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

    /// <summary>The most passages on the page of an entity. The others have pages of their own.</summary>
    private const int MostAtStart = 100;

    /// <summary>The most passages on a page that has nothing else.</summary>
    private const int MostOfPart = 200;

    /// <summary>The number of pages for the passages that the page of the entity does not have.</summary>
    public static int PartsOf(LinkedEntity entity) =>
        Math.Max(0, entity.Citations.Count - MostAtStart + MostOfPart - 1) / MostOfPart;

    /// <summary>The address of a passage among those of an entity.</summary>
    /// <param name="number">From 1.</param>
    public static string To(EntityLink self, int number, SitePage page)
    {
        var anchor = FormattableString.Invariant($"#c{number}");
        return number <= MostAtStart
            ? anchor
            : page.To(PathOf(self, page, ((number - MostAtStart - 1) / MostOfPart) + 1)) + anchor;
    }

    private static string PathOf(EntityLink self, SitePage page, int part) =>
        page.Source.Paths.Passages(page.Language.Tag, self, part);

    /// <summary>Writes the first passages, and the way to the others.</summary>
    public static void Write(EntityLink self, LinkedEntity entity, SitePage page)
    {
        Write(self, entity, 0, Math.Min(MostAtStart, entity.Citations.Count), page);
        if (PartsOf(entity) == 0)
            return;
        var more = page.Texts.Count("andMore", entity.Citations.Count - MostAtStart);
        page.Html.Write($"<p>{new Link(page.To(PathOf(self, page, 1)), more)}</p>\n");
    }

    /// <summary>Writes one of the pages that have further passages.</summary>
    /// <param name="part">From 1.</param>
    public static void WritePart(EntityLink self, LinkedEntity entity, int part, SitePage page)
    {
        var head = new PageHead($"{page.Texts["passages"]}: {page.CaptionOf(self).Text}")
        {
            InLanguage = tag => page.Source.Paths.Passages(tag, self, part),
            Part = (part, PartsOf(entity)),
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                page.Html.Write($"<h1>{page.Texts["passages"]}: {page.LinkTo(self)}</h1>\n");
                var first = MostAtStart + ((part - 1) * MostOfPart);
                Write(self, entity, first, Math.Min(first + MostOfPart, entity.Citations.Count), page);
                Pager.Write(page, part, PartsOf(entity), each => PathOf(self, page, each));
            }
        );
    }

    private static void Write(EntityLink self, LinkedEntity entity, int first, int end, SitePage page)
    {
        // The attribute counts on where the list starts later than at 1.
        page.Html.Write($"<ol class=\"quotes\" start=\"{first + 1}\">\n");
        for (var i = first; i < end; i++)
            Write(self, entity.Citations[i], i, page);
        page.Html.Write($"</ol>\n");
    }

    private static void Write(EntityLink self, LinkedCitation citation, int number, SitePage page)
    {
        var html = page.Html;
        var article = page.Source.Article(citation.Article);
        var cited = article[citation.Passage];
        var anchor = cited.AnchorFor(self.Kind, self.Row, number);
        html.Write($"<li id=\"c{number + 1}\">");
        Write(citation.Passage, article, html);
        html.Write($"<p><a href=\"{page.To(citation.Article, cited.Part)}#{anchor}\">");
        html.Write($"{page.CaptionOf(citation.Article)}, ");
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
