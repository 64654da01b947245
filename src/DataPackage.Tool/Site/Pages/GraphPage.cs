using DataPackage.Tool.Site.Drawings;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Pages;

/// <summary>Which entities refer to which, drawn, and how many as a table.</summary>
internal static class GraphPage
{
    private const string Name = "graph";
    private const string Data = "graph.json";

    /// <summary>The page in one language; none if no entity refers to another one.</summary>
    public static IEnumerable<SiteFile> FilesOf(SiteSource source, SiteLanguage language) =>
        source.Graph.Nodes.Count > 0 ? [new SiteFile(SitePaths.Page(language.Tag, Name), language, Write)] : [];

    /// <summary>The same for programs.</summary>
    public static IEnumerable<SiteFile> DataOf(SiteSource source, SiteLanguage language) =>
        source.Graph.Nodes.Count > 0 ? [new SiteFile(Data, language, GraphJson.Write)] : [];

    private static void Write(SitePage page)
    {
        var (html, texts, graph) = (page.Html, page.Texts, page.Source.Graph);
        var head = new PageHead($"{texts[Name]} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            InLanguage = tag => SitePaths.Page(tag, Name),
            Twins = [(Data, "application/json")],
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                html.Write($"<h1>{texts[Name]}</h1>\n<p>{Shown(page)} <a href=\"#table\">{texts["asTable"]}</a></p>\n");
                GraphDrawing.Write(page);
                html.Write($"<h2 id=\"table\">{texts["asTable"]}</h2>\n");
                html.Write($"<div class=\"wide\" role=\"region\" aria-label=\"{texts["asTable"]}\" tabindex=\"0\">");
                html.Write($"<table class=\"rows\"><thead><tr><th scope=\"col\">{texts["name"]}</th>");
                html.Write($"<th scope=\"col\">{texts["kind"]}</th>");
                html.Write($"<th scope=\"col\" class=\"number\">{texts["refersTo"]}</th>");
                html.Write($"<th scope=\"col\" class=\"number\">{texts["referredToBy"]}</th></tr></thead>\n<tbody>\n");
                foreach (var node in graph.Nodes)
                    WriteRow(page, node);
                html.Write($"</tbody></table></div>\n");
            }
        );
    }

    /// <summary>Says which entities are drawn.</summary>
    private static string Shown(SitePage page)
    {
        var (texts, graph) = (page.Texts, page.Source.Graph);
        return texts
            .With(graph.Connected == graph.Nodes.Count ? "graphWhole" : "graphPart", texts.Number(graph.Nodes.Count))
            .Replace("{1}", texts.Number(graph.Connected), StringComparison.Ordinal);
    }

    private static void WriteRow(SitePage page, GraphNode node)
    {
        var (html, texts) = (page.Html, page.Texts);
        html.Write($"<tr><th scope=\"row\">{page.LinkTo(node.Entity)}</th>");
        html.Write($"<td>{page.Source.Schema[node.Entity.Kind].Label}</td>");
        html.Write($"<td class=\"number\">{texts.Number(node.To)}</td>");
        html.Write($"<td class=\"number\">{texts.Number(node.From)}</td></tr>\n");
    }
}
