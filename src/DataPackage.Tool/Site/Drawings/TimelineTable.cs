using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>Says in words what a timeline draws.</summary>
internal static class TimelineTable
{
    public static void Write(SitePage page, IReadOnlyList<TimelineRow> rows)
    {
        var (html, texts) = (page.Html, page.Texts);
        html.Write($"<table class=\"rows\"><thead><tr><th scope=\"col\">{texts["name"]}</th>");
        html.Write(
            $"<th scope=\"col\">{texts["kind"]}</th><th scope=\"col\">{texts["date"]}</th></tr></thead>\n<tbody>\n"
        );
        foreach (var (entity, time, _) in rows)
        {
            html.Write($"<tr><th scope=\"row\">{page.LinkTo(entity)}</th>");
            html.Write($"<td>{page.Source.Schema[entity.Kind].Label}</td><td>");
            if (time.Start == time.End)
                DateText.Write(time.Start, page);
            else
                html.Write($"{DateOf(time, texts)}");
            html.Write($"</td></tr>\n");
        }

        html.Write($"</tbody></table>");
    }

    /// <summary>The time on one line.</summary>
    public static string DateOf(EntityTime time, UiTexts texts)
    {
        var start = DateText.Of(time.Start, texts);
        return time.Start == time.End ? start
            : time.End is null ? texts.With("from", start)
            : texts.With("to", start).Replace("{1}", DateText.Of(time.End, texts), StringComparison.Ordinal);
    }
}
