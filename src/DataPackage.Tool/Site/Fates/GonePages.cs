using System.Text.Json;
using DataPackage.Engine.Linking;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Fates;

/// <summary>Answers for ids that no entity has now, at the addresses that they had: leads to the entity that took over
/// the id, or says why it was given up. A server would say 301 Moved, or 410 Gone. Files cannot.</summary>
internal static class GonePages
{
    public static IEnumerable<SiteFile> FilesOf(SiteSource source, IReadOnlyList<SiteLanguage> languages)
    {
        foreach (var gone in source.Gone.Values)
        {
            foreach (var language in languages)
                yield return new SiteFile(
                    source.Paths.Entity(language.Tag, gone.Kind, gone.Id),
                    language,
                    page => Write(page, gone)
                )
                {
                    IsHidden = true,
                };
            var path = source.Paths.Data(gone.Kind, gone.Id, "json");
            yield return SiteFile.OfJson(path, languages[0], json => Write(gone, source, path, json));
        }
    }

    private static void Write(SitePage page, GoneId gone)
    {
        if (gone.IsFollowed)
            WriteRedirect(page, gone.Successors[0]);
        else
            WriteTombstone(page, gone);
    }

    private static void WriteRedirect(SitePage page, EntityLink heir)
    {
        var head = new PageHead(page.CaptionOf(heir).Text)
        {
            LeadsTo = page.Source.Paths.Entity(page.Language.Tag, heir),
        };
        Frame.WriteBare(
            page,
            head,
            page.To,
            () => page.Html.Write($"<h1>{page.LinkTo(heir)}</h1>\n<p>{page.Texts["movedHere"]}</p>\n")
        );
    }

    private static void WriteTombstone(SitePage page, GoneId gone)
    {
        var (html, texts, paths) = (page.Html, page.Texts, page.Source.Paths);
        var kind = page.Source.Schema[gone.Kind];
        var head = new PageHead($"{gone.Id} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            InLanguage = tag => paths.Entity(tag, gone.Kind, gone.Id),
            Twins = [(paths.Data(gone.Kind, gone.Id, "json"), "application/json")],
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                html.Write(
                    $"<p class=\"kind\">{new Link(page.To(paths.Kind(page.Language.Tag, gone.Kind)), kind.Label)}</p>\n"
                );
                html.Write($"<h1><bdi>{gone.Id}</bdi></h1>\n");
                var what = gone.Status == GoneStatus.Split ? "splitIn" : "retiredIn";
                html.Write($"<p class=\"notice\">{texts.With(what, gone.Since)} <bdi>{gone.Because}</bdi></p>\n");
                html.Write($"<p class=\"said\">{texts["gone"]}</p>\n");
                if (gone.Successors.Count == 0)
                    return;
                html.Write($"<h2>{texts["successors"]}</h2>\n<ul class=\"cards\">\n");
                foreach (var successor in gone.Successors)
                    html.Write($"<li>{page.LinkTo(successor)}</li>\n");
                html.Write($"</ul>\n");
            }
        );
    }

    private static void Write(GoneId gone, SiteSource source, string path, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", gone.Kind);
        json.WriteString("id", gone.Id);
        json.WriteString("status", gone.Word);
        if (gone.Since.Length > 0)
            json.WriteString("since", gone.Since);
        if (gone.Because.Length > 0)
            json.WriteString("because", gone.Because);
        json.WriteStartArray("successors");
        foreach (var successor in gone.Successors)
        {
            json.WriteStartObject();
            json.WriteString("kind", successor.Kind);
            json.WriteString("id", successor.Id);
            json.WriteString("data", SitePaths.Relative(path, source.Paths.Data(successor.Kind, successor.Id, "json")));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
