using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Twins;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Pages;

/// <summary>The entities of a kind as a table: a row for each, a column for each property that says something in a
/// cell.</summary>
internal static class KindPage
{
    /// <summary>The most rows of one page.</summary>
    public const int MostRows = 250;

    private const int MostColumns = 5;

    /// <summary>The pages of a kind, and those of its entities.</summary>
    public static IEnumerable<SiteFile> FilesOf(SiteSource source, SiteLanguage language, Kind kind, LinkedKind linked)
    {
        var parts = PartsOf(linked);
        for (var part = 1; part <= parts; part++)
        {
            var here = part;
            yield return new SiteFile(
                source.Paths.Kind(language.Tag, kind.Name, part),
                language,
                page => Write(page, kind, linked, here)
            );
        }

        for (var part = 1; part <= KindRows.PartsOf(linked); part++)
        {
            var here = part;
            yield return new SiteFile(
                source.Paths.Rows(language.Tag, kind.Name, part),
                language,
                page => KindRows.Write(page, kind, linked, here)
            );
        }

        for (var row = 0; row < linked.Entities.Count; row++)
            foreach (var file in FilesOf(source, language, kind, row, linked.Entities[row]))
                yield return file;
    }

    private static IEnumerable<SiteFile> FilesOf(
        SiteSource source,
        SiteLanguage language,
        Kind kind,
        int row,
        LinkedEntity entity
    )
    {
        var self = entity.LinkAt(kind.Name, row);
        yield return new SiteFile(
            source.Paths.Entity(language.Tag, self),
            language,
            page => EntityPage.Write(page, kind, row, entity)
        );
        if (source.ArticleOf(kind, entity) is { } article)
            for (var part = 2; part <= article.Parts; part++)
            {
                var here = part;
                yield return new SiteFile(
                    source.Paths.Entity(language.Tag, self, part),
                    language,
                    page => ArticleText.WritePart(page, article, here)
                );
            }

        for (var part = 1; part <= Quotes.PartsOf(entity); part++)
        {
            var here = part;
            yield return new SiteFile(
                source.Paths.Passages(language.Tag, self, part),
                language,
                page => Quotes.WritePart(self, entity, here, page)
            );
        }

        // Asked for each entity, while pages are written: the lists themselves are made when they are.
        if (Referrers.AreFew(source, kind, row))
            yield break;
        var referrers = Referrers.Of(source, kind, row);
        for (var part = 1; part <= Referrers.PartsOf(referrers); part++)
        {
            var here = part;
            yield return new SiteFile(
                source.Paths.Referrers(language.Tag, self, part),
                language,
                page => Referrers.WritePart(page, self, referrers, here)
            );
        }
    }

    private static int PartsOf(LinkedKind linked) => Math.Max(0, (linked.Entities.Count - 1) / MostRows) + 1;

    /// <summary>The properties of the columns: those that the schema features, else the first that fit.</summary>
    public static IReadOnlyList<Property> ColumnsOf(Kind kind)
    {
        var named =
            kind.Featured.Count > 0
                ? kind.Featured.Select(name => kind.Properties[kind.IndexOf(name)])
                : kind.Properties.AsEnumerable();
        return
        [
            .. named
                .Where(property =>
                    property.Name != kind.Caption && !property.IsMap && property.Form != ValueForm.Embedded
                )
                .Where(property => property.Type != ScalarTypes.Markdown)
                .Take(MostColumns),
        ];
    }

    private static void Write(SitePage page, Kind kind, LinkedKind linked, int part)
    {
        var (html, paths, tag) = (page.Html, page.Source.Paths, page.Language.Tag);
        var title = Frame.PluralOf(kind);
        var head = new PageHead($"{title} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            Description = kind.Description,
            InLanguage = language => paths.Kind(language, kind.Name, part),
            Part = (part, PartsOf(linked)),
            Scripts = [SiteAssets.TableScript],
            Twins = KindTwins.Of(page.Source, kind.Name),
        };
        var columns = ColumnsOf(kind);
        Frame.Write(
            page,
            head,
            () =>
            {
                html.Write(
                    $"<h1>{title} <span class=\"count\">{page.Texts.Number(linked.Entities.Count)}</span></h1>\n"
                );
                html.Write($"<p class=\"summary\">{kind.Description}</p>\n");
                if (linked.Entities.Count > 1)
                    WriteFilter(page, linked);
                html.Write($"<div class=\"wide\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">");
                html.Write($"<table class=\"rows\"><thead><tr><th scope=\"col\">{page.Texts["name"]}</th>");
                foreach (var column in columns)
                    html.Write($"<th scope=\"col\" title=\"{column.Description}\">{SitePage.NameOf(column)}</th>");
                html.Write($"</tr></thead>\n<tbody>\n");
                var start = (part - 1) * MostRows;
                for (var row = start; row < Math.Min(linked.Entities.Count, start + MostRows); row++)
                    WriteRow(page, kind, row, linked.Entities[row], columns);
                html.Write($"</tbody></table></div>\n");
                Pager.Write(page, part, PartsOf(linked), each => paths.Kind(tag, kind.Name, each));
            }
        );
    }

    /// <summary>Writes the field by whose text the script filters rows, with the words by which it says how many there
    /// are. Without the script it is hidden.</summary>
    private static void WriteFilter(SitePage page, LinkedKind linked)
    {
        var (html, texts) = (page.Html, page.Texts);
        var many = texts["rowsFirst"].Replace("{2}", texts.Number(MostRows), StringComparison.Ordinal);
        html.Write($"<p class=\"filter\" hidden data-parts=\"{KindRows.PartsOf(linked)}\" ");
        html.Write($"data-some=\"{texts["rowsShown"]}\" data-many=\"{many}\" data-failed=\"{texts["notLoaded"]}\">");
        html.Write(
            $"<label>{texts["filter"]} <input type=\"search\" autocomplete=\"off\"></label> <output></output></p>\n"
        );
    }

    private static void WriteRow(
        SitePage page,
        Kind kind,
        int row,
        LinkedEntity entity,
        IReadOnlyList<Property> columns
    )
    {
        var self = entity.LinkAt(kind.Name, row);
        page.Html.Write($"<tr><th scope=\"row\">{page.LinkTo(self)}</th>");
        foreach (var column in columns)
            KindCell.Of(page, entity.Values[kind.IndexOf(column.Name)], column).Write(page.Html);
        page.Html.Write($"</tr>\n");
    }
}
