using System.Globalization;
using System.Text;

namespace DataPackage.Bench.Report;

/// <summary>Plots times against the number of persons, both on logarithmic axes.</summary>
internal sealed class TimePlot
{
    private const double Width = 860,
        Height = 480,
        Left = 70,
        Right = 610,
        Top = 24,
        Bottom = 420;
    private const double LegendGap = 18;

    /// <summary>Of medium lightness, so they are visible on white and on black.</summary>
    private static readonly string[] Colors =
    [
        "#2f8f46",
        "#d9730d",
        "#3b82c4",
        "#a855c7",
        "#c0587e",
        "#8a8420",
        "#cc4444",
        "#6b7280",
        "#159a9c",
    ];

    private readonly string _title;
    private readonly IReadOnlyList<int> _sizes;
    private readonly double _bottom;
    private readonly double _top;
    private readonly StringBuilder _svg = new();

    private TimePlot(string title, IReadOnlyList<int> sizes, IReadOnlyList<double> times)
    {
        (_title, _sizes) = (title, sizes);
        // The axis begins and ends at powers of ten.
        _bottom = Math.Pow(10, Math.Floor(Math.Log10(times.Min())));
        _top = Math.Pow(10, Math.Ceiling(Math.Log10(times.Max())));
    }

    /// <param name="title">What the plot shows, for readers who cannot see it.</param>
    /// <param name="lines">The lines, each with its times in milliseconds; null where none was measured.</param>
    /// <returns>The plot as SVG; null if nothing was measured.</returns>
    public static string? Draw(string title, IReadOnlyList<int> sizes, IEnumerable<Line> lines)
    {
        var measured = lines.Where(line => sizes.Any(size => line.TimeAt(size) is not null)).ToList();
        if (measured.Count == 0)
            return null;
        var times = measured.SelectMany(line => sizes.Select(line.TimeAt)).OfType<double>().ToList();
        var plot = new TimePlot(title, sizes, times);
        plot.DrawFrame();
        plot.DrawLines(measured);
        return plot._svg.Append("</svg>\n").ToString();
    }

    /// <param name="IsOwn">Whether the line is the project's own, which is drawn thicker.</param>
    /// <param name="TimeAt">The time in milliseconds at a size; null if it was not measured.</param>
    public sealed record Line(string Name, bool IsOwn, Func<int, double?> TimeAt);

    private void DrawFrame()
    {
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\"");
        Append($" aria-label=\"{_title}\">");
        // No background: the page's own shows through, and only text and lines follow its color scheme.
        Append($"<style>text{{font:13px system-ui,sans-serif;fill:#333}}.grid{{stroke:#999;stroke-opacity:.35}}");
        Append($"@media(prefers-color-scheme:dark){{text{{fill:#ddd}}}}</style>");
        for (var time = _bottom; time <= _top; time *= 10)
        {
            Append($"<line class=\"grid\" x1=\"{Left}\" y1=\"{Y(time):F1}\" x2=\"{Right}\" y2=\"{Y(time):F1}\"/>");
            Append($"<text x=\"{Left - 8}\" y=\"{Y(time) + 4:F1}\" text-anchor=\"end\">{Label(time)}</text>");
        }

        foreach (var size in _sizes)
        {
            Append($"<line class=\"grid\" x1=\"{X(size):F1}\" y1=\"{Top}\" x2=\"{X(size):F1}\" y2=\"{Bottom}\"/>");
            Append($"<text x=\"{X(size):F1}\" y=\"{Bottom + 20}\" text-anchor=\"middle\">{Text.Count(size)}</text>");
        }

        Append($"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 44}\" text-anchor=\"middle\">persons</text>");
    }

    private void DrawLines(IReadOnlyList<Line> lines)
    {
        var drawn = lines
            .Select(line =>
                (
                    line.Name,
                    line.IsOwn,
                    Points: _sizes
                        .Select(size => (Size: size, Time: line.TimeAt(size)))
                        .Where(point => point.Time is not null)
                        .Select(point => (X: X(point.Size), Y: Y(point.Time!.Value)))
                        .ToArray()
                )
            )
            .ToList();
        for (var i = 0; i < drawn.Count; i++)
            DrawLine(drawn[i].Points, ColorOf(i), drawn[i].IsOwn ? 4 : 2);

        // Labels in the order of the ends of their lines, at least one text line apart.
        var y = Top;
        foreach (var (i, (name, _, points)) in drawn.Index().OrderBy(line => line.Item.Points[^1].Y))
        {
            y = Math.Max(y + LegendGap, points[^1].Y);
            Append($"<circle cx=\"{Right + 16}\" cy=\"{y:F1}\" r=\"5\" fill=\"{ColorOf(i)}\"/>");
            Append($"<text x=\"{Right + 28}\" y=\"{y + 4:F1}\">{name}</text>");
        }
    }

    private void DrawLine(IReadOnlyList<(double X, double Y)> points, string color, double width)
    {
        var path = string.Join(
            ' ',
            points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:F1},{point.Y:F1}"))
        );
        Append($"<polyline points=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"/>");
        foreach (var (x, y) in points)
            Append($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"{width + 1}\" fill=\"{color}\"/>");
    }

    private static string ColorOf(int line) => Colors[line % Colors.Length];

    private static string Label(double milliseconds) =>
        milliseconds < 1_000
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1_000:0} s");

    private double X(int size) => Left + 20 + (Right - Left - 40) * Part(size, _sizes[0], _sizes[^1]);

    private double Y(double milliseconds) => Bottom - (Bottom - Top) * Part(milliseconds, _bottom, _top);

    /// <summary>The place of a value between two others on a logarithmic scale: 0 to 1.</summary>
    private static double Part(double value, double least, double greatest) =>
        least >= greatest ? 0.5 : Math.Log(value / least) / Math.Log(greatest / least);

    private void Append(FormattableString line) => _svg.Append(FormattableString.Invariant(line)).Append('\n');
}
