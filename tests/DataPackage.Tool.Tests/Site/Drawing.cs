using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DataPackage.Tool.Tests.Site;

/// <summary>A drawing of a page, with its links.</summary>
internal sealed class Drawing
{
    private readonly XElement _svg;

    private Drawing(XElement svg) => _svg = svg;

    /// <summary>The drawing in the region with a name; null if the page has none.</summary>
    public static Drawing? Find(string page, string name)
    {
        var found = Regex.Match(
            page,
            $"role=\"region\" aria-label=\"{Regex.Escape(name)}\" tabindex=\"0\">(<svg .*?</svg>)",
            RegexOptions.Singleline
        );
        return found.Success ? new Drawing(XElement.Parse(found.Groups[1].Value)) : null;
    }

    public static Drawing Of(string page, string name) =>
        Find(page, name) ?? throw new Xunit.Sdk.XunitException($"the page has no drawing '{name}'");

    public int Width => Number(_svg, "width");

    public int Height => Number(_svg, "height");

    /// <summary>The addresses of the links, in order.</summary>
    public IReadOnlyList<string> Links => [.. _svg.Elements("a").Select(link => link.Attribute("href")!.Value)];

    /// <summary>The link whose address has a part.</summary>
    public XElement Link(string part) =>
        _svg.Elements("a").Single(link => link.Attribute("href")!.Value.Contains(part, StringComparison.Ordinal));

    /// <summary>The forms of a link, such as <c>sure</c>; those with three corners are arrows.</summary>
    public IReadOnlyList<string> Bars(string part) =>
        [
            .. Link(part)
                .Elements("path")
                .Select(path =>
                    path.Attribute("class")!.Value
                    + (path.Attribute("d")!.Value.Contains('L', StringComparison.Ordinal) ? " arrow" : "")
                ),
        ];

    /// <summary>All texts that are shown.</summary>
    public IReadOnlyList<DrawnText> Texts =>
        [
            .. _svg.Descendants("text")
                .Select(text => new DrawnText(
                    string.Concat(text.Nodes().OfType<XText>().Select(node => node.Value)),
                    Number(text, "x"),
                    Number(text, "y"),
                    text.Attribute("text-anchor")?.Value ?? "start"
                )),
        ];

    private static int Number(XElement element, string name) =>
        int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}

/// <summary>A text where it is drawn.</summary>
internal sealed record DrawnText(string Text, int X, int Y, string Anchor)
{
    /// <summary>What letters take on average in a usual font without serifs, in pixels.</summary>
    private const double Letter = 6.6;

    public double Left =>
        Anchor switch
        {
            "start" => X,
            "end" => X - (Text.Length * Letter),
            _ => X - (Text.Length * Letter / 2),
        };

    public double Right => Left + (Text.Length * Letter);

    public bool Overlaps(DrawnText other) => Left < other.Right && other.Left < Right && Math.Abs(Y - other.Y) < 13;
}
