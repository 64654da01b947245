using System.Globalization;
using System.Text;

namespace DataPackage.Bench.Report;

/// <summary>Plots the time to the first entity against the number of persons, both on logarithmic axes.</summary>
internal sealed class ColdStartPlot
{
    private const double Width = 860,
        Height = 480,
        Left = 70,
        Right = 610,
        Top = 24,
        Bottom = 420;
    private const double MillisecondsAtBottom = 1,
        MillisecondsAtTop = 10_000;
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

    private readonly IReadOnlyList<int> _sizes;
    private readonly StringBuilder _svg = new();

    private ColdStartPlot(IReadOnlyList<int> sizes) => _sizes = sizes;

    public static string Draw(Results results, IReadOnlyList<int> sizes)
    {
        var plot = new ColdStartPlot(sizes);
        plot.DrawFrame();
        plot.DrawPeers(results);
        return plot._svg.Append("</svg>\n").ToString();
    }

    private void DrawFrame()
    {
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\"");
        Append($" aria-label=\"Time to the first entity over the number of persons\">");
        // No background: the page's own shows through, and only text and lines follow its color scheme.
        Append($"<style>text{{font:13px system-ui,sans-serif;fill:#333}}.grid{{stroke:#999;stroke-opacity:.35}}");
        Append($"@media(prefers-color-scheme:dark){{text{{fill:#ddd}}}}</style>");
        for (var time = MillisecondsAtBottom; time <= MillisecondsAtTop; time *= 10)
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

    private void DrawPeers(Results results)
    {
        var lines = Peer
            .All.Select(peer =>
                (
                    peer.Name,
                    Points: _sizes
                        .Select(size =>
                            (Size: size, Time: results.Median("cold", size, peer.Name, "id first") / Unit.Thousand)
                        )
                        .Where(point => point.Time is not null)
                        .Select(point => (X: X(point.Size), Y: Y(point.Time!.Value)))
                        .ToArray()
                )
            )
            .Where(line => line.Points.Length > 0)
            .ToList();
        for (var i = 0; i < lines.Count; i++)
            DrawLine(lines[i].Points, ColorOf(i), lines[i].Name == Peer.DataPackage.Name ? 4 : 2);

        // Labels in the order of the ends of their lines, at least one text line apart.
        var y = Top;
        foreach (var (i, (name, points)) in lines.Index().OrderBy(line => line.Item.Points[^1].Y))
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

    private static double Y(double milliseconds) =>
        Bottom - (Bottom - Top) * Part(milliseconds, MillisecondsAtBottom, MillisecondsAtTop);

    /// <summary>The place of a value between two others on a logarithmic scale: 0 to 1.</summary>
    private static double Part(double value, double least, double greatest) =>
        least >= greatest ? 0.5 : Math.Log(value / least) / Math.Log(greatest / least);

    private void Append(FormattableString line) => _svg.Append(FormattableString.Invariant(line)).Append('\n');
}
