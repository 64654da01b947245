using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>The time of an entity, and of those that it refers to or that refer to it, on the entity's own
/// page.</summary>
internal static class EntityTimeline
{
    private const int MostRows = 25;

    public static void Write(SitePage page, EntityLink self)
    {
        var (rows, more) = RowsOf(page.Source, self);
        if (rows.Count < 2)
            return;
        var (html, texts) = (page.Html, page.Texts);
        html.Write($"<section aria-labelledby=\"timeline\"><h2 id=\"timeline\">{texts["timeline"]}</h2>\n");
        TimelineDrawing.Write(page, rows, self);
        if (more > 0)
            html.Write($"<p class=\"said\">{texts.Count("andMore", more)}</p>\n");
        html.Write($"<details><summary>{texts["asTable"]}</summary>");
        TimelineTable.Write(page, rows);
        html.Write($"</details></section>\n");
    }

    /// <summary>The entity itself and the first of its neighbours, and how many of them are left out.</summary>
    private static (List<TimelineRow> Rows, int More) RowsOf(SiteSource source, EntityLink self)
    {
        var own = TimelineRow.Of(self, source.TimeOf(self));
        var others = source
            .ReferencesOf(self.Kind, self.Row)
            .Concat(source.ReferrersTo(self.Kind, self.Row))
            .Select(neighbour => neighbour.Entity)
            .Where(entity => (entity.Kind, entity.Row) != (self.Kind, self.Row))
            .DistinctBy(entity => (entity.Kind, entity.Row))
            .Select(entity => TimelineRow.Of(entity, source.TimeOf(entity)))
            .OfType<TimelineRow>()
            .ToList();
        var room = own is null ? MostRows : MostRows - 1;
        var shown = others.Order(TimelineRow.Order).Take(room);
        List<TimelineRow> rows = own is null ? [.. shown] : [.. shown.Append(own).Order(TimelineRow.Order)];
        return (rows, Math.Max(0, others.Count - room));
    }
}
