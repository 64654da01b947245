using System.Text;
using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Tool.Export.Json;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>The graph of the whole package for programs, drawn or not: a line for each entity that has references, then
/// one for each two entities, if one refers to the other.</summary>
internal static class GraphJson
{
    public static void Write(SitePage page)
    {
        var source = page.Source;
        page.Html.Copy("{\"nodes\":["u8);
        WriteLines(
            page,
            Entities(source).Where(entity => IsNode(entity, source)),
            (json, entity) => TimelineJson.WriteEntity(json, entity, source)
        );
        page.Html.Copy("],\"edges\":["u8);
        var edges = Entities(source)
            .SelectMany(entity => source.ReferencesOf(entity.Kind, entity.Row).Select(to => (From: entity, To: to)));
        WriteLines(page, edges, (json, edge) => WriteEdge(json, edge.From, edge.To));
        page.Html.Copy("]}\n"u8);
    }

    private static IEnumerable<EntityLink> Entities(SiteSource source) =>
        source.Data.Kinds.SelectMany(each =>
            each.Entities.Entities.Select(
                (entity, row) => new EntityLink(each.Kind.Name, row, entity.Id, entity.Accessor)
            )
        );

    private static bool IsNode(EntityLink entity, SiteSource source) =>
        source.ReferencesOf(entity.Kind, entity.Row).Count + source.ReferrersTo(entity.Kind, entity.Row).Count > 0;

    private static void WriteEdge(Utf8JsonWriter json, EntityLink from, Neighbour to)
    {
        json.WriteString("from", EntityJson.NameOf(from));
        json.WriteString("to", EntityJson.NameOf(to.Entity));
        json.WriteStartArray("properties");
        foreach (var property in to.Properties)
            json.WriteStringValue(property.Name);
        json.WriteEndArray();
    }

    private static void WriteLines<T>(SitePage page, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var start = "\n";
        foreach (var item in items)
        {
            var line = JsonText.Line(json =>
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            });
            page.Html.Copy(Encoding.UTF8.GetBytes(start + line));
            start = ",\n";
        }

        page.Html.Copy("\n"u8);
    }
}
