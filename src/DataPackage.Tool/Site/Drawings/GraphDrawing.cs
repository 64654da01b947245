using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>Draws the graph of the package: a shape for each entity, a line where one refers to the other.</summary>
internal static class GraphDrawing
{
    public static void Write(SitePage page)
    {
        var (html, graph) = (page.Html, page.Source.Graph);
        var (layout, name) = (graph.Layout, page.Texts["graphDrawing"]);
        var kinds = graph.Nodes.Select(node => node.Entity.Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        WriteLegend(page, kinds);
        html.Write($"<div class=\"draw\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">");
        html.Write($"<svg width=\"{GraphLayout.Width}\" height=\"{layout.Height}\" ");
        html.Write($"viewBox=\"0 0 {GraphLayout.Width} {layout.Height}\" role=\"group\" aria-label=\"{name}\" ");
        html.Write($"direction=\"ltr\">\n<path class=\"edge\" d=\"");
        foreach (var (one, other) in graph.Edges)
            html.Write($"M{layout.X(one)} {layout.Y(one)}L{layout.X(other)} {layout.Y(other)}");
        html.Write($"\"/>\n");
        var labels = GraphLabels.Place(graph, node => page.CaptionOf(graph.Nodes[node].Entity).Text);
        for (var node = 0; node < labels.Length; node++)
            WriteNode(page, node, kinds.IndexOf(graph.Nodes[node].Entity.Kind), labels[node]);
        html.Write($"</svg></div>\n");
    }

    private static void WriteLegend(SitePage page, List<string> kinds)
    {
        var html = page.Html;
        html.Write($"<ul class=\"legend\">");
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            html.Write($"<li><svg width=\"20\" height=\"20\" aria-hidden=\"true\">");
            NodeShape.Write(html, kind, 10, 10, 8);
            html.Write($"</svg> {Frame.PluralOf(page.Source.Schema[kinds[kind]])}</li>");
        }

        html.Write($"</ul>\n");
    }

    private static void WriteNode(SitePage page, int node, int kind, GraphLabel? label)
    {
        var (html, entity, layout) = (page.Html, page.Source.Graph.Nodes[node].Entity, page.Source.Graph.Layout);
        var caption = page.CaptionOf(entity);
        html.Write($"<a href=\"{page.To(entity)}\">");
        html.Write($"<title>{caption.Text} ({page.Source.Schema[entity.Kind].Label})</title>");
        NodeShape.Write(html, kind, layout.X(node), layout.Y(node), layout.Radius(node));
        if (label is { } placed)
        {
            html.Write($"<text x=\"{placed.At}\" y=\"{placed.Top + 13}\" text-anchor=\"{placed.Anchor}\"");
            if (caption.Language is { } language)
                html.Write($" lang=\"{language}\"");
            html.Write($">{placed.Text}</text>");
        }

        html.Write($"</a>\n");
    }
}
