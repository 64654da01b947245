using DataPackage.Engine.Linking;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Pages;

/// <summary>Says what is missing, so that a reader knows how far to trust, and a curator where to work.</summary>
internal static class QualityPage
{
    private const string Name = "quality";

    /// <summary>The most entities of a list.</summary>
    private const int MostShown = 200;

    private const string Data = "quality.json";

    /// <summary>What <c>datapackage stats --json</c> writes.</summary>
    public static SiteFile DataOf(SiteSource source, SiteLanguage language) =>
        SiteFile.OfJson(Data, language, source.Stats.Write);

    public static SiteFile Of(SiteLanguage language, Lazy<Quality> quality) =>
        new(SitePaths.Page(language.Tag, Name), language, page => Write(page, quality.Value));

    private static void Write(SitePage page, Quality quality)
    {
        var head = new PageHead($"{page.Texts[Name]} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            InLanguage = tag => SitePaths.Page(tag, Name),
            Twins = [(Data, "application/json")],
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                page.Html.Write($"<h1>{page.Texts[Name]}</h1>\n<p>{page.Texts["qualityIs"]}</p>\n");
                WriteTable(page, quality);
                WriteGaps(page, "uncited", [.. quality.All(kind => kind.Uncited)]);
                WriteGaps(page, "disputed", [.. quality.All(kind => kind.Disputed)]);
                WriteGaps(page, "missingLanguages", [.. quality.All(kind => kind.MissingLanguages)]);
                WriteStale(page, quality.Stats.StalePins);
                WriteRare(page, quality.Stats.RarelyStated);
            }
        );
    }

    private static void WriteTable(SitePage page, Quality quality)
    {
        var (html, texts) = (page.Html, page.Texts);
        html.Write($"<div class=\"wide\" role=\"region\" aria-label=\"{texts["kinds"]}\" tabindex=\"0\">");
        html.Write($"<table class=\"rows\"><thead><tr><th scope=\"col\">{texts["name"]}</th>");
        foreach (var heading in new[] { "entries", "values", "citedValues", "uncited", "disputed", "missingLanguages" })
            html.Write($"<th scope=\"col\" class=\"number\">{texts[heading]}</th>");
        html.Write($"</tr></thead>\n<tbody>\n");
        foreach (var kind in quality.Stats.Kinds.Where(kind => kind.Entities > 0))
        {
            var gaps = quality[kind.Kind];
            var there = page.To(page.Source.Paths.Kind(page.Language.Tag, kind.Kind));
            html.Write($"<tr><th scope=\"row\">{new Link(there, Frame.PluralOf(page.Source.Schema[kind.Kind]))}</th>");
            foreach (
                var count in new[]
                {
                    kind.Entities,
                    kind.Values,
                    kind.CitedValues,
                    gaps.Uncited.Count,
                    gaps.Disputed.Count,
                    gaps.MissingLanguages.Count,
                }
            )
                html.Write($"<td class=\"number\">{texts.Number(count)}</td>");
            html.Write($"</tr>\n");
        }

        html.Write($"</tbody></table></div>\n");
    }

    private static void WriteGaps(SitePage page, string name, List<Gap> gaps)
    {
        if (gaps.Count == 0)
            return;
        var html = page.Html;
        WriteHeading(page, name, gaps.Count);
        html.Write($"<ul class=\"cards\">\n");
        foreach (var entity in gaps.Take(MostShown).GroupBy(gap => gap.Entity))
        {
            html.Write($"<li>{page.LinkTo(entity.Key)}<br><span class=\"said\">");
            var between = "";
            foreach (var gap in entity)
            {
                var there = $"{page.To(entity.Key)}#f-{gap.Property.Name}";
                html.Write($"{between}{new Link(there, SitePage.NameOf(gap.Property))}{RemarkOf(page, gap, name)}");
                between = ", ";
            }

            html.Write($"</span></li>\n");
        }

        html.Write($"</ul>\n");
        WriteMore(page, gaps.Count);
    }

    private static string RemarkOf(SitePage page, Gap gap, string name) =>
        gap.Lacking.Count > 0 ? $" ({string.Join(", ", gap.Lacking)})"
        : name == "disputed" && !HasValue(page, gap) ? $" ({page.Texts["noAgreedValue"]})"
        : "";

    private static bool HasValue(SitePage page, Gap gap)
    {
        var at = page.Source.Schema[gap.Entity.Kind].IndexOf(gap.Property.Name);
        return page.Source.Data.Find(gap.Entity).Values[at] is not null;
    }

    private static void WriteHeading(SitePage page, string name, int count) =>
        page.Html.Write(
            $"<h2>{page.Texts[name]} <span class=\"count\">{page.Texts.Number(count)}</span></h2>\n"
                + $"<p>{page.Texts[name + "Is"]}</p>\n"
        );

    private static void WriteMore(SitePage page, int count)
    {
        if (count > MostShown)
            page.Html.Write($"<p>{page.Texts.Count("andMore", count - MostShown)}</p>\n");
    }

    private static void WriteStale(SitePage page, IReadOnlyList<string> articles)
    {
        if (articles.Count == 0)
            return;
        WriteHeading(page, "stalePins", articles.Count);
        page.Html.Write($"<ul>\n");
        foreach (var id in articles.Take(MostShown))
            if (page.Source.Index.Articles?.Find(id) is EntityLink article)
                page.Html.Write($"<li>{page.LinkTo(article)}</li>\n");
            else
                page.Html.Write($"<li>{id}</li>\n");
        page.Html.Write($"</ul>\n");
        WriteMore(page, articles.Count);
    }

    private static void WriteRare(SitePage page, IReadOnlyList<RareProperty> properties)
    {
        if (properties.Count == 0)
            return;
        var (html, texts) = (page.Html, page.Texts);
        WriteHeading(page, "rarelyStated", properties.Count);
        html.Write($"<ul>\n");
        foreach (var (kind, property, stated, entities) in properties.Take(MostShown))
        {
            var there = page.To(page.Source.Paths.Kind(page.Language.Tag, kind));
            var share = texts
                .With("shareOf", texts.Number(stated))
                .Replace("{1}", texts.Number(entities), StringComparison.Ordinal);
            html.Write($"<li>{new Link(there, Frame.PluralOf(page.Source.Schema[kind]))}: ");
            html.Write($"{SitePage.NameOf(property)} <span class=\"said\">{share}</span></li>\n");
        }

        html.Write($"</ul>\n");
        WriteMore(page, properties.Count);
    }
}
