using System.Text;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Pages;

/// <summary>The rows of a kind that has more than one page, as scripts: a page loads them when somebody sorts or
/// filters its table.</summary>
internal static class KindRows
{
    private const int MostRows = 1000;

    /// <summary>The number of scripts; none if one page has all rows.</summary>
    public static int PartsOf(LinkedKind linked) =>
        linked.Entities.Count <= KindPage.MostRows ? 0 : ((linked.Entities.Count - 1) / MostRows) + 1;

    /// <summary>Writes for each entity the name of its folder, its name and its cells. Each of these is an array: the
    /// text, what it is sorted by, its language; a number that it is sorted by is in quotes unless it is the
    /// text.</summary>
    public static void Write(SitePage page, Kind kind, LinkedKind linked, int part)
    {
        var script = new StringBuilder(FormattableString.Invariant($"site.rows[{part}]=[\n"));
        var columns = KindPage.ColumnsOf(kind);
        foreach (var entity in linked.Entities.Skip((part - 1) * MostRows).Take(MostRows))
        {
            script.Append('[').Literal(FileNames.Of(entity.Id)).Append(',');
            Append(script, new KindCell(page.CaptionOf(kind, entity)));
            foreach (var column in columns)
                Append(script.Append(','), KindCell.Of(page, entity.Values[kind.IndexOf(column.Name)], column));
            script.Append("],\n");
        }

        page.Html.Copy(Encoding.UTF8.GetBytes(script.Append("];\n").ToString()));
    }

    private static void Append(StringBuilder script, KindCell cell)
    {
        script.Append('[').Literal(cell.Words.Text);
        if (cell is { Sort: { } number, IsNumber: true })
            script.Append(',').Append(number);
        else if (cell.Sort is { } sort)
            script.Append(',').Literal(sort);
        if (cell.Words.Language is { } language)
            script.Append(cell.Sort is null ? ",," : ",").Literal(language);
        script.Append(']');
    }
}
