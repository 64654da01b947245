using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>The shape and the colour of a kind's nodes. Of 64 kinds no two have both the same shape and the same
/// colour.</summary>
internal static class NodeShape
{
    private const int Shapes = 8;

    /// <summary>As many as the styles have.</summary>
    private const int Colours = 8;

    /// <param name="kind">The place of the kind among those of the drawing.</param>
    /// <param name="r">Half of what the shape takes.</param>
    public static void Write(HtmlWriter html, int kind, int x, int y, int r)
    {
        html.Write($"<path class=\"k{(kind + (kind / Shapes)) % Colours}\" d=\"");
        var h = (r + 1) / 2;
        switch (kind % Shapes)
        {
            case 0:
                html.Write($"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z");
                break;
            case 1:
                html.Write($"M{x - r + 1} {y - r + 1}h{(2 * r) - 2}v{(2 * r) - 2}h{2 - (2 * r)}z");
                break;
            case 2:
                html.Write($"M{x} {y - r}l{r} {(2 * r) - 1}h{-2 * r}z");
                break;
            case 3:
                html.Write($"M{x} {y - r}l{r} {r}l{-r} {r}l{-r} {-r}z");
                break;
            case 4:
                html.Write($"M{x} {y + r}l{r} {1 - (2 * r)}h{-2 * r}z");
                break;
            case 5:
                html.Write($"M{x - h} {y - r}h{2 * h}l{r - h} {r}l{h - r} {r}h{-2 * h}l{h - r} {-r}z");
                break;
            case 6:
                html.Write($"M{x - 2} {y - r}h4v{r - 2}h{r - 2}v4h{2 - r}v{r - 2}h-4v{2 - r}h{2 - r}v-4h{r - 2}z");
                break;
            default:
                html.Write($"M{x - r} {y - h}h{2 * r}v{2 * h}h{-2 * r}z");
                break;
        }

        html.Write($"\"/>");
    }
}
