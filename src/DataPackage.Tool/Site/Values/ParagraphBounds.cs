namespace DataPackage.Tool.Site.Values;

/// <summary>The paragraphs of an article around places in its text.</summary>
internal static class ParagraphBounds
{
    /// <summary>The index of the paragraph that has an offset, which is a letter or the end of one.</summary>
    public static int At(SiteArticle article, int offset)
    {
        var (low, high) = (0, article.Paragraphs.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (article.Paragraphs[middle].Start <= offset)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The end of the text of a paragraph, without the line ends behind it.</summary>
    public static int EndOf(SiteArticle article, int paragraph)
    {
        var (start, end) = article.Paragraphs[paragraph];
        while (end > start && char.IsWhiteSpace(article.Text![end - 1]))
            end--;
        return end;
    }
}
