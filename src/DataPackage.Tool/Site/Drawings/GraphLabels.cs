namespace DataPackage.Tool.Site.Drawings;

/// <summary>A label beside its node.</summary>
/// <param name="Left">Of the rectangle that has all of the text.</param>
/// <param name="Anchor">Which part of the text is next to the node, as SVG names it.</param>
internal readonly record struct GraphLabel(string Text, int Left, int Top, int Width, string Anchor)
{
    public const int Height = 17;

    /// <summary>Where the part is that is next to the node.</summary>
    public int At =>
        Anchor switch
        {
            "start" => Left,
            "end" => Right,
            _ => Left + (Width / 2),
        };

    public int Right => Left + Width;

    public int Bottom => Top + Height;

    public bool Overlaps(int left, int top, int right, int bottom) =>
        left < Right && Left < right && top < Bottom && Top < bottom;
}

/// <summary>Finds room for labels, for those of the most connected nodes first. A label without room is left
/// out.</summary>
internal static class GraphLabels
{
    private const int LongestLabel = 190;

    /// <param name="captionOf">The caption of a node.</param>
    /// <returns>For each node its label, or null.</returns>
    public static GraphLabel?[] Place(PackageGraph graph, Func<int, string> captionOf)
    {
        var placed = new GraphLabel?[graph.Nodes.Count];
        for (var node = 0; node < placed.Length; node++)
        {
            var text = Lettering.Shorten(captionOf(node), LongestLabel);
            foreach (var label in PlacesOf(text, node, graph.Layout))
                if (IsFree(label, node, placed, graph.Layout))
                {
                    placed[node] = label;
                    break;
                }
        }

        return placed;
    }

    /// <summary>At the right of the node, at its left, below it and above it.</summary>
    private static IEnumerable<GraphLabel> PlacesOf(string text, int node, GraphLayout layout)
    {
        var (x, y, away, width) = (layout.X(node), layout.Y(node), layout.Radius(node) + 3, Lettering.WidthOf(text));
        yield return new GraphLabel(text, x + away, y - 8, width, "start");
        yield return new GraphLabel(text, x - away - width, y - 8, width, "end");
        yield return new GraphLabel(text, x - (width / 2), y + away - 1, width, "middle");
        yield return new GraphLabel(text, x - (width / 2), y - away - GraphLabel.Height + 1, width, "middle");
    }

    private static bool IsFree(GraphLabel label, int node, GraphLabel?[] placed, GraphLayout layout)
    {
        if (label.Left < 0 || label.Right > GraphLayout.Width || label.Top < 0 || label.Bottom > layout.Height)
            return false;
        for (var other = 0; other < placed.Length; other++)
        {
            var (x, y, radius) = (layout.X(other), layout.Y(other), layout.Radius(other));
            if (other != node && label.Overlaps(x - radius, y - radius, x + radius, y + radius))
                return false;
            if (placed[other] is { } there && label.Overlaps(there.Left, there.Top, there.Right, there.Bottom))
                return false;
        }

        return true;
    }
}
