using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Releases;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Changes;

/// <summary>What changed in each release, the newest first.</summary>
internal static class ChangesPage
{
    private const string Name = "changes";

    /// <summary>The most entities and members of one page.</summary>
    private const int MostSubjects = 200;

    /// <summary>The most values of one page, about: one entity more may have its values there.</summary>
    private const int MostValues = 400;

    public static IEnumerable<SiteFile> FilesOf(SiteSource source, SiteLanguage language)
    {
        var parts = PartsOf(source.History);
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, shown) = (i + 1, parts[i]);
            yield return new SiteFile(
                SitePaths.Page(language.Tag, Name, part),
                language,
                page => Write(page, shown, part, parts.Count)
            );
        }
    }

    /// <summary>A stretch of a release's changes.</summary>
    private readonly record struct Stretch(SiteRelease Release, int Start, int Count);

    private static List<List<Stretch>> PartsOf(SiteHistory history)
    {
        var (parts, subjects, values) = (new List<List<Stretch>> { new() }, 0, 0);
        foreach (var release in history.Releases)
            for (var start = 0; ; )
            {
                if (subjects >= MostSubjects || values >= MostValues)
                {
                    parts.Add([]);
                    (subjects, values) = (0, 0);
                }

                var end = start;
                for (; end < release.Shown.Count && subjects < MostSubjects && values < MostValues; end++, subjects++)
                    values += ChangeHtml.CountOf(release.Shown[end]);
                parts[^1].Add(new Stretch(release, start, end - start));
                // A release in which nothing changed has a line too.
                subjects += end == start ? 1 : 0;
                start = end;
                if (start >= release.Shown.Count)
                    break;
            }

        return parts;
    }

    private const string Data = "changes.json";

    /// <summary>All changes of members, entities and values, as the lists of releases have them. Passages are left out:
    /// the words of some may not be shown any more.</summary>
    public static SiteFile DataOf(SiteSource source, SiteLanguage language) =>
        SiteFile.OfJson(Data, language, json => Write(source.History, json));

    private static void Write(SiteHistory history, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("releases");
        foreach (var release in history.Releases)
        {
            json.WriteStartObject();
            json.WriteString("version", release.Version);
            if (release.Date is { } date)
                json.WriteString("date", date.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartArray("changes");
            foreach (var change in release.Changes.Where(change => change.Type != ChangeType.Citation))
            {
                ChangeJson.Write(change with { CitedBefore = default, CitedAfter = default }, json);
                JsonText.FlushWhereLong(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(SitePage page, List<Stretch> stretches, int part, int parts)
    {
        var (html, texts) = (page.Html, page.Texts);
        var head = new PageHead($"{texts["changes"]} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            InLanguage = tag => SitePaths.Page(tag, Name, part),
            Part = (part, parts),
            Twins = Feeds.IsWritten(page.Source)
                ? [(Data, "application/json"), (Feeds.OfPackage, Feeds.Type)]
                : [(Data, "application/json")],
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                html.Write($"<h1>{texts["changes"]}</h1>\n");
                if (stretches.Count == 0)
                    html.Write($"<p>{texts["noReleases"]}</p>\n");
                var oldest = page.Source.History.Oldest;
                foreach (var stretch in stretches)
                    Write(page, stretch, isFirst: stretch.Release == oldest);
                Pager.Write(page, part, parts, each => SitePaths.Page(page.Language.Tag, Name, each));
            }
        );
    }

    private static void Write(SitePage page, Stretch stretch, bool isFirst)
    {
        var (release, start, count) = stretch;
        WriteHeading(page, release);
        if (release.Shown.Count == 0)
        {
            page.Html.Write($"<p>{TextOfNone(page, isFirst)}</p>\n");
            return;
        }

        page.Html.Write($"<ul>\n");
        var changes = new ChangeHtml(page, page.Html, page.To, int.MaxValue);
        for (var i = start; i < start + count; i++)
            changes.Write(release.Shown[i]);
        page.Html.Write($"</ul>\n");
    }

    /// <summary>What is said of a release in which nothing changed.</summary>
    /// <param name="isFirst">Whether there was nothing before it.</param>
    public static string TextOfNone(SitePage page, bool isFirst) => page.Texts[isFirst ? "firstRelease" : "noChanges"];

    private static void WriteHeading(SitePage page, SiteRelease release)
    {
        var html = page.Html;
        html.Write($"<h2>{(release.Version.Length > 0 ? release.Version : page.Texts["unreleased"])}");
        if (release.Date is { } day)
        {
            html.Write($" <span class=\"count\">");
            DateText.Write(DateOf(day), page);
            html.Write($"</span>");
        }

        if (release.Changes.Count > 0)
            html.Write($" <span class=\"count\">{ChangeHtml.LevelOf(release.Level, page.Texts)}</span>");
        html.Write($"</h2>\n");
    }

    private static DateValue DateOf(DateOnly day) =>
        new(day.ToString("O", CultureInfo.InvariantCulture), day.DayNumber, day.DayNumber, 0);
}
