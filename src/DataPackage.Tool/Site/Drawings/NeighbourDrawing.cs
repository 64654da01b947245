using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>An entity between those that refer to it and those that it refers to. The lists of the page say the
/// same.</summary>
internal sealed class NeighbourDrawing
{
    private const int MostOfSide = 8;
    private const int LineHeight = 40;

    /// <summary>Of the part of an edge on which the name of its property is.</summary>
    private const int NameWidth = 130;

    private const int CaptionWidth = 260;
    private const int SlopeWidth = 40;
    private const int SelfWidth = 190;

    private readonly SitePage _page;
    private readonly HtmlWriter _html;
    private readonly EntityLink _self;
    private readonly int _middle;

    private NeighbourDrawing(SitePage page, EntityLink self, int height) =>
        (_page, _html, _self, _middle) = (page, page.Html, self, height / 2);

    /// <summary>Writes nothing for an entity without neighbours.</summary>
    public static void Write(SitePage page, EntityLink self)
    {
        var from = OthersOf(page.Source.ReferrersTo(self.Kind, self.Row), self);
        var to = OthersOf(page.Source.ReferencesOf(self.Kind, self.Row), self);
        if (from.Count + to.Count == 0)
            return;
        var lines = Math.Max(LinesOf(from), LinesOf(to));
        new NeighbourDrawing(page, self, Math.Max(2, lines) * LineHeight).Write(from, to);
    }

    private static List<Neighbour> OthersOf(IReadOnlyList<Neighbour> neighbours, EntityLink self) =>
        [.. neighbours.Where(each => (each.Entity.Kind, each.Entity.Row) != (self.Kind, self.Row))];

    private static int LinesOf(List<Neighbour> side) => Math.Min(side.Count, MostOfSide + 1);

    private void Write(List<Neighbour> from, List<Neighbour> to)
    {
        const int sideWidth = CaptionWidth + NameWidth + SlopeWidth;
        var left = from.Count > 0 ? sideWidth : 0;
        var width = left + SelfWidth + (to.Count > 0 ? sideWidth : 0);
        var (name, height) = (_page.Texts["neighbourDrawing"], 2 * _middle);
        _html.Write(
            $"<section aria-labelledby=\"neighbours\"><h2 id=\"neighbours\">{_page.Texts["neighbours"]}</h2>\n"
        );
        _html.Write($"<div class=\"draw\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">");
        _html.Write($"<svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ");
        _html.Write($"direction=\"ltr\" role=\"group\" aria-label=\"{name}\">\n");
        WriteSide(from, left, -1, "#referrers");
        WriteSide(to, left + SelfWidth, 1, "#facts");
        WriteSelf(left);
        _html.Write($"</svg></div></section>\n");
    }

    private void WriteSelf(int left)
    {
        var caption = _page.CaptionOf(_self);
        var shown = Lettering.Shorten(caption.Text, SelfWidth - 20);
        _html.Write(
            $"<rect class=\"box\" x=\"{left}\" y=\"{_middle - 18}\" width=\"{SelfWidth}\" height=\"36\" rx=\"6\"/>"
        );
        _html.Write($"<text class=\"self\" x=\"{left + (SelfWidth / 2)}\" y=\"{_middle + 5}\" text-anchor=\"middle\"");
        WriteLanguage(caption);
        _html.Write($"><title>{caption.Text}</title>{shown}</text>\n");
    }

    private void WriteLanguage(Words words)
    {
        if (words.Language is { } language)
            _html.Write($" lang=\"{language}\"");
    }

    /// <param name="at">The edge of the entity itself.</param>
    /// <param name="way">Away from it: -1 for those that refer to it, 1 for those that it refers to.</param>
    /// <param name="list">Where the page has all of them.</param>
    private void WriteSide(List<Neighbour> side, int at, int way, string list)
    {
        var lines = LinesOf(side);
        for (var i = 0; i < lines; i++)
        {
            var y = _middle + (((2 * i) - lines + 1) * LineHeight / 2);
            var (name, end) = (at + (way * SlopeWidth), at + (way * (SlopeWidth + NameWidth)));
            if (i == MostOfSide)
            {
                var more = _page.Texts.Count("andMore", side.Count - MostOfSide);
                _html.Write($"<a href=\"{list}\">");
                WriteText(new Words(more), end + (way * 8), y + 5, way);
                _html.Write($"</a>\n");
                return;
            }

            _html.Write($"<path class=\"edge\" d=\"M{at} {_middle}L{name} {y}H{end}\"/>");
            WriteName(side[i], (name + end) / 2, y - 5);
            WriteNeighbour(side[i].Entity, end + (way * 8), y + 5, way);
        }
    }

    private void WriteName(Neighbour neighbour, int x, int y)
    {
        var name = string.Join(", ", neighbour.Properties.Select(SitePage.NameOf));
        var shown = Lettering.Shorten(name, NameWidth);
        _html.Write($"<text class=\"soft\" x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">");
        if (shown != name)
            _html.Write($"<title>{name}</title>");
        _html.Write($"{shown}</text>");
    }

    private void WriteNeighbour(EntityLink entity, int x, int y, int way)
    {
        var caption = _page.CaptionOf(entity);
        var shown = Lettering.Shorten(caption.Text, CaptionWidth - 8);
        _html.Write($"<a href=\"{_page.To(entity)}\">");
        if (shown != caption.Text)
            _html.Write($"<title>{caption.Text}</title>");
        WriteText(caption with { Text = shown }, x, y, way);
        _html.Write($"</a>\n");
    }

    private void WriteText(Words words, int x, int y, int way)
    {
        _html.Write($"<text x=\"{x}\" y=\"{y}\"");
        if (way < 0)
            _html.Write($" text-anchor=\"end\"");
        WriteLanguage(words);
        _html.Write($">{words.Text}</text>");
    }
}
