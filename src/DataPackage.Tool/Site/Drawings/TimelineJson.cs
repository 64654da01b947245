using System.Text;
using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Export.Json;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>The timeline for programs: a line for each entity, in the order of the drawing.</summary>
internal static class TimelineJson
{
    public static void Write(SitePage page)
    {
        page.Html.Copy("{\"entities\":[\n"u8);
        var rows = page.Source.Timeline.Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            var line = JsonText.Line(json => Write(json, rows[i], page.Source));
            page.Html.Copy(Encoding.UTF8.GetBytes(line + (i + 1 < rows.Count ? ",\n" : "\n")));
        }

        page.Html.Copy("]}\n"u8);
    }

    /// <summary>Writes by what the files for programs name an entity: no other has that name.</summary>
    public static void WriteEntity(Utf8JsonWriter json, EntityLink entity, SiteSource source)
    {
        json.WriteString("entity", EntityJson.NameOf(entity));
        json.WriteString(
            "caption",
            source.CaptionOf(source.Schema[entity.Kind], source.Data.Find(entity), source.Schema.Facts.Language).Text
        );
        json.WriteString("data", source.Paths.Data(entity.Kind, entity.Id, "json"));
    }

    private static void Write(Utf8JsonWriter json, TimelineRow row, SiteSource source)
    {
        var (start, end) = row.Time;
        json.WriteStartObject();
        WriteEntity(json, row.Entity, source);
        if (start == end)
            Write(json, "date", start);
        else
        {
            Write(json, "start", start);
            Write(json, "end", end);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, DateValue? date)
    {
        if (date is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("edtf", date.Canonical);
        Write(json, "earliest", date.EarliestDay);
        Write(json, "latest", date.LatestDay);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long? day) =>
        json.WriteString(name, day is { } known ? CalendarDay.Of(known).ToString() : null);
}
