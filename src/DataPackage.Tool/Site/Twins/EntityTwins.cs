using System.Text;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export;
using DataPackage.Tool.Export.Json;
using DataPackage.Tool.Export.JsonLd;
using DataPackage.Tool.Export.Markdown;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Twins;

/// <summary>What programs read in place of pages, the same for all languages: for each entity what the exports have of
/// it, for each kind the list of its entities.</summary>
internal static class EntityTwins
{
    public static IEnumerable<SiteFile> FilesOf(SiteSource source, IReadOnlyList<SiteLanguage> languages)
    {
        var numbers = new Lazy<ExactNumbers>(() => new ExactNumbers(source.Data));
        foreach (var (kind, linked) in source.Data.Kinds)
        {
            yield return ListOf(kind, linked, source, languages);
            for (var row = 0; row < linked.Entities.Count; row++)
                foreach (var file in FilesOf(kind, row, linked.Entities[row], source, languages[0], numbers))
                    yield return file;
        }
    }

    private static IEnumerable<SiteFile> FilesOf(
        Kind kind,
        int row,
        LinkedEntity entity,
        SiteSource source,
        SiteLanguage language,
        Lazy<ExactNumbers> numbers
    )
    {
        yield return SiteFile.OfJson(
            source.Paths.Data(kind.Name, entity.Id, "json"),
            language,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("kind", kind.Name);
                EntityJson.WriteMembers(kind, row, entity, source.Data, json);
                json.WriteEndObject();
            }
        );
        yield return SiteFile.OfJson(
            source.Paths.Data(kind.Name, entity.Id, "jsonld"),
            language,
            json => JsonLdExport.Write(kind, entity, source.Data, numbers.Value, json)
        );
        yield return new SiteFile(
            source.Paths.Data(kind.Name, entity.Id, "md"),
            language,
            page => page.Html.Copy(Encoding.UTF8.GetBytes(Card(kind, row, entity, page)))
        );
    }

    private static string Card(Kind kind, int row, LinkedEntity entity, SitePage page) =>
        MarkdownExport.Card(
            kind,
            row,
            entity,
            page.Source.Data,
            link => page.To(page.Source.Paths.Data(link.Kind, link.Id, "md"))
        );

    /// <summary>An entity is one line: the list of a large kind would have millions.</summary>
    private static SiteFile ListOf(
        Kind kind,
        LinkedKind linked,
        SiteSource source,
        IReadOnlyList<SiteLanguage> languages
    ) =>
        SiteFile.OfJson(
            source.Paths.Data(kind.Name, "json"),
            languages[0],
            json =>
            {
                json.WriteStartObject();
                json.WriteString("kind", kind.Name);
                json.WriteString("label", kind.Label);
                json.WriteString("description", kind.Description);
                json.WriteStartArray("entities");
                foreach (var entity in linked.Entities)
                {
                    json.WriteRawValue("\n    " + Line(kind, entity, source, languages), skipInputValidation: true);
                    JsonText.FlushWhereLong(json);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static string Line(
        Kind kind,
        LinkedEntity entity,
        SiteSource source,
        IReadOnlyList<SiteLanguage> languages
    ) =>
        JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("caption", entity.Caption);
            json.WriteString("data", source.Paths.Data(kind.Name, entity.Id, "json"));
            json.WriteStartObject("pages");
            foreach (var language in languages)
                json.WriteString(language.Tag, source.Paths.Entity(language.Tag, kind.Name, entity.Id));
            json.WriteEndObject();
            json.WriteEndObject();
        });
}
