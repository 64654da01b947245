using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Pages;

/// <summary>Entities that refer to one, by the name that a schema gives to that.</summary>
/// <param name="Name">Empty for those whose reference has no name for the other way.</param>
/// <param name="Entities">Ordered by id.</param>
internal sealed record Referrers(string Name, string Description, IReadOnlyList<EntityLink> Entities)
{
    /// <summary>The most entities of a list on the page of the entity itself.</summary>
    private const int MostAtStart = 40;

    /// <summary>The most entities on a page that has nothing else.</summary>
    private const int MostOfPart = 500;

    public static IReadOnlyList<Referrers> Of(SiteSource source, Kind kind, int row)
    {
        var lists = new List<Referrers>();
        var named = new HashSet<(string Kind, string Property)>();
        foreach (var (reverse, sources) in source.Data.ReversesOf(kind, row))
        {
            lists.Add(new Referrers(reverse.Name, reverse.Description, sources));
            named.Add((reverse.From, reverse.Property));
        }

        var rest = source
            .ReferrersTo(kind.Name, row)
            .Where(each => !each.Properties.All(property => named.Contains((property.DeclaredBy, property.Name))))
            .Select(each => each.Entity)
            .ToList();
        if (rest.Count > 0)
            lists.Add(new Referrers("", "", rest));
        return lists;
    }

    /// <summary>Writes the first of them, and a link to all if there are more.</summary>
    public void WriteStart(SitePage page, EntityLink self)
    {
        WriteHeading(page);
        page.Html.Write($"<ul class=\"cards\">\n");
        Write(Entities.Take(MostAtStart), page);
        page.Html.Write($"</ul>\n");
        if (Entities.Count <= MostAtStart)
            return;
        var all = page.To(page.Source.Paths.Referrers(page.Language.Tag, self, 1));
        page.Html.Write($"<p>{new Link(all, page.Texts.Count("andMore", Entities.Count - MostAtStart))}</p>\n");
    }

    private void WriteHeading(SitePage page)
    {
        var name = Name.Length == 0 ? page.Texts["otherReferrers"] : SitePage.InWords(Name);
        page.Html.Write($"<h3 title=\"{Description}\">{name}</h3>\n");
    }

    private static void Write(IEnumerable<EntityLink> entities, SitePage page)
    {
        foreach (var entity in entities)
        {
            page.Html.Write($"<li>{page.LinkTo(entity)}");
            if (page.Source.TimeOf(entity) is { } time)
                page.Html.Write($" <span class=\"said\">{DateText.Of(time.Start, page.Texts)}</span>");
            page.Html.Write($"</li>\n");
        }
    }

    /// <summary>Whether so few refer to an entity that its own page lists them.</summary>
    public static bool AreFew(SiteSource source, Kind kind, int row) =>
        source.ReferrersTo(kind.Name, row).Count <= MostAtStart;

    /// <summary>The number of pages that list them all; 0 if they are all on the page of the entity.</summary>
    public static int PartsOf(IReadOnlyList<Referrers> lists) =>
        lists.Any(list => list.Entities.Count > MostAtStart)
            ? ((lists.Sum(list => list.Entities.Count) - 1) / MostOfPart) + 1
            : 0;

    /// <summary>Writes one of the pages that list them all.</summary>
    /// <param name="part">From 1.</param>
    public static void WritePart(SitePage page, EntityLink self, IReadOnlyList<Referrers> lists, int part)
    {
        var caption = page.CaptionOf(self);
        var head = new PageHead($"{page.Texts["referrers"]}: {caption.Text}")
        {
            InLanguage = tag => page.Source.Paths.Referrers(tag, self, part),
            Part = (part, PartsOf(lists)),
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                page.Html.Write($"<h1>{page.Texts["referrers"]}: {page.LinkTo(self)}</h1>\n");
                var skipped = (part - 1) * MostOfPart;
                var room = MostOfPart;
                foreach (var list in lists)
                {
                    var shown = list.Entities.Skip(skipped).Take(room).ToList();
                    skipped = Math.Max(0, skipped - list.Entities.Count);
                    room -= shown.Count;
                    if (shown.Count == 0)
                        continue;
                    list.WriteHeading(page);
                    page.Html.Write($"<ul class=\"cards\">\n");
                    Write(shown, page);
                    page.Html.Write($"</ul>\n");
                }

                Pager.Write(
                    page,
                    part,
                    PartsOf(lists),
                    each => page.Source.Paths.Referrers(page.Language.Tag, self, each)
                );
            }
        );
    }
}
