namespace DataPackage.Tool.Site.Html;

/// <summary>The way between the pages of what is too long for one.</summary>
internal static class Pager
{
    /// <summary>Around the page at hand, and at both ends, so many pages have a link.</summary>
    private const int Near = 2;

    /// <param name="part">The part at hand, from 1.</param>
    /// <param name="path">The path of a part.</param>
    public static void Write(SitePage page, int part, int parts, Func<int, string> path)
    {
        if (parts < 2)
            return;
        var html = page.Html;
        html.Write($"<nav class=\"pager\" aria-label=\"{page.Texts["pages"]}\"><ul>");
        var last = 0;
        for (var each = 1; each <= parts; each++)
        {
            if (each > Near && each <= parts - Near && Math.Abs(each - part) > Near)
                continue;
            if (each > last + 1)
                html.Write($"<li>\u2026</li>");
            if (each == part)
                html.Write($"<li><b aria-current=\"page\">{each}</b></li>");
            else
                html.Write($"<li><a href=\"{page.To(path(each))}\">{each}</a></li>");
            last = each;
        }

        html.Write($"</ul></nav>\n");
    }
}
