using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>Times as bars over an axis: whole where a time is sure, dashed where it is possible, with an arrow where it
/// is open. Time runs from left to right in all languages, as their books print timelines too.</summary>
internal sealed class TimelineDrawing
{
    private const int Width = 1000;

    /// <summary>Room for arrows at both ends.</summary>
    private const int Edge = 16;

    private const int BarHeight = 10;
    private const int LeastBar = 7;
    private const int AxisHeight = 24;
    private const int LineHeight = 26;

    /// <summary>Of a row whose label is above its bar.</summary>
    private const int TallHeight = 42;

    private const int LongestLabel = 520;

    /// <summary>The label of a longer bar is above its start, so that small screens show both.</summary>
    private const int LongestBeside = 200;

    private readonly SitePage _page;
    private readonly HtmlWriter _html;
    private readonly TimeAxis _axis;
    private readonly EntityLink? _self;
    private readonly List<DrawnRow> _rows = [];
    private readonly int _height;

    /// <summary>A row with its places.</summary>
    private sealed record DrawnRow(TimelineRow Row, string Label, int From, int To)
    {
        /// <summary>Where the label starts, or ends.</summary>
        public int LabelAt { get; init; }

        public bool LabelEndsThere { get; init; }

        public bool IsLabelAbove { get; init; }
    }

    private TimelineDrawing(SitePage page, IReadOnlyList<TimelineRow> rows, EntityLink? self)
    {
        (_page, _html, _self) = (page, page.Html, self);
        _axis = new TimeAxis(rows, Edge, Width - Edge);
        _height = AxisHeight;
        foreach (var row in rows)
        {
            _rows.Add(Place(row));
            _height += _rows[^1].IsLabelAbove ? TallHeight : LineHeight;
        }
    }

    /// <summary>Writes the drawing with its legend.</summary>
    /// <param name="rows">At least one.</param>
    /// <param name="self">The entity to point out; null for none.</param>
    public static void Write(SitePage page, IReadOnlyList<TimelineRow> rows, EntityLink? self) =>
        new TimelineDrawing(page, rows, self).Write();

    private DrawnRow Place(TimelineRow row)
    {
        var extent = row.Extent;
        var from = extent.First is { } first ? _axis.At(first) : 0;
        var to = extent.Last is { } last ? _axis.At(last + 1) : Width;
        if (to - from < LeastBar)
            (from, to) = ((from + to - LeastBar) / 2, ((from + to - LeastBar) / 2) + LeastBar);
        var label = Lettering.Shorten(_page.CaptionOf(row.Entity).Text, LongestLabel);
        var (width, drawn) = (Lettering.WidthOf(label), new DrawnRow(row, label, from, to));
        var isLong = to - from > LongestBeside;
        return !isLong && to + 8 + width <= Width ? drawn with { LabelAt = to + 8 }
            : !isLong && from - 8 - width >= 0 ? drawn with { LabelAt = from - 8, LabelEndsThere = true }
            : drawn with { LabelAt = Math.Max(0, Math.Min(from, Width - width)), IsLabelAbove = true };
    }

    private void Write()
    {
        var name = _page.Texts["timelineDrawing"];
        WriteLegend();
        _html.Write($"<div class=\"draw\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">");
        _html.Write($"<svg width=\"{Width}\" height=\"{_height}\" viewBox=\"0 0 {Width} {_height}\" ");
        _html.Write($"direction=\"ltr\" role=\"group\" aria-label=\"{name}\">\n");
        WriteAxis();
        var top = AxisHeight;
        foreach (var row in _rows)
        {
            WriteRow(row, top);
            top += row.IsLabelAbove ? TallHeight : LineHeight;
        }

        _html.Write($"</svg></div>\n");
    }

    private void WriteLegend()
    {
        _html.Write($"<ul class=\"legend\">");
        WriteSample("certainTime", "<path class=\"sure\" d=\"M1 3H27v10H1z\"/>"u8);
        WriteSample("possibleTime", "<path class=\"may\" d=\"M1 3H27v10H1z\"/>"u8);
        if (_rows.Exists(row => row.Row.Extent.First is null || row.Row.Extent.Last is null))
            WriteSample(
                "openTime",
                "<path class=\"may\" d=\"M1 3H14v10H1z\"/><path class=\"may\" d=\"M14 1L27 8L14 15z\"/>"u8
            );
        _html.Write($"</ul>\n");
    }

    private void WriteSample(string name, ReadOnlySpan<byte> shape)
    {
        _html.Write($"<li><svg width=\"28\" height=\"16\" aria-hidden=\"true\">");
        _html.Copy(shape);
        _html.Write($"</svg> {_page.Texts[name]}</li>");
    }

    private void WriteAxis()
    {
        var ticks = _axis.Ticks(_page.Texts).ToList();
        _html.Write($"<path class=\"grid\" d=\"");
        foreach (var (at, _) in ticks)
            _html.Write($"M{at} 18V{_height}");
        _html.Write($"\"/>");
        var end = 0;
        foreach (var (at, name) in ticks)
        {
            var half = (Lettering.WidthOf(name) + 8) / 2;
            var middle = Math.Clamp(at, half, Width - half);
            if (middle - half < end)
                continue;
            _html.Write($"<text x=\"{middle}\" y=\"13\" class=\"soft\" text-anchor=\"middle\">{name}</text>");
            end = middle + half;
        }

        _html.Write($"\n");
    }

    private void WriteRow(DrawnRow row, int top)
    {
        var (entity, time, extent) = row.Row;
        var date = TimelineTable.DateOf(time, _page.Texts);
        var caption = _page.CaptionOf(entity);
        _html.Write($"<a href=\"{_page.To(entity)}\"><title>{caption.Text}: {date}</title>");
        var bar = top + (row.IsLabelAbove ? LineHeight - 4 : 6);
        WriteBar(row, extent, bar);
        var text = top + (row.IsLabelAbove ? 14 : 16);
        _html.Write($"<text x=\"{row.LabelAt}\" y=\"{text}\"");
        if (row.LabelEndsThere)
            _html.Write($" text-anchor=\"end\"");
        if (caption.Language is { } language)
            _html.Write($" lang=\"{language}\"");
        if (entity == _self)
            _html.Write($" class=\"self\"");
        _html.Write($">{row.Label}</text></a>\n");
    }

    private void WriteBar(DrawnRow row, TimeExtent extent, int top)
    {
        // An arrow takes the first or the last pixels of a bar that is open there.
        var from = extent.First is null ? Edge : row.From;
        var to = extent.Last is null ? Width - Edge : row.To;
        if (!extent.HasSure)
            WritePart(false, from, to, top);
        else
        {
            // A short part is visible too.
            var startsSure = extent.SureFrom == long.MinValue || extent.SureFrom <= extent.First;
            var endsSure = extent.SureTo == long.MaxValue || extent.SureTo >= extent.Last;
            var sureFrom = startsSure ? from : Math.Clamp(_axis.At(extent.SureFrom), from, to - 2);
            var sureTo = endsSure ? to : Math.Clamp(_axis.At(extent.SureTo + 1), sureFrom + 2, to);
            WritePart(false, from, sureFrom, top);
            WritePart(true, sureFrom, sureTo, top);
            WritePart(false, sureTo, to, top);
        }

        if (extent.First is null)
            WriteArrow(extent.HasSure && extent.SureFrom == long.MinValue, Edge, 1, top);
        if (extent.Last is null)
            WriteArrow(extent.HasSure && extent.SureTo == long.MaxValue, Width - Edge, Width - 1, top);
    }

    private void WriteArrow(bool isSure, int at, int tip, int top) =>
        _html.Write(
            $"<path class=\"{ClassOf(isSure)}\" d=\"M{at} {top - 2}L{tip} {top + (BarHeight / 2)}"
                + $"L{at} {top + BarHeight + 2}z\"/>"
        );

    private void WritePart(bool isSure, int from, int to, int top)
    {
        if (to > from)
            _html.Write($"<path class=\"{ClassOf(isSure)}\" d=\"M{from} {top}H{to}v{BarHeight}H{from}z\"/>");
    }

    private static string ClassOf(bool isSure) => isSure ? "sure" : "may";
}
