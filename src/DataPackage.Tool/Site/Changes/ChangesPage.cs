using System.Globalization;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Values;

namespace DataPackage.Tool.Site.Changes;

/// <summary>What changed in each release, the newest first.</summary>
internal static class ChangesPage
{
    private const string Name = "changes";

    /// <summary>The most entities and members of one page.</summary>
    private const int MostSubjects = 200;

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
        var (parts, room) = (new List<List<Stretch>> { new() }, MostSubjects);
        foreach (var release in history.Releases)
            for (var start = 0; ; )
            {
                if (room == 0)
                {
                    parts.Add([]);
                    room = MostSubjects;
                }

                var count = Math.Min(room, release.Shown.Count - start);
                parts[^1].Add(new Stretch(release, start, count));
                (start, room) = (start + count, room - Math.Max(count, 1));
                if (start >= release.Shown.Count)
                    break;
            }

        return parts;
    }

    private static void Write(SitePage page, List<Stretch> stretches, int part, int parts)
    {
        var (html, texts) = (page.Html, page.Texts);
        var head = new PageHead($"{texts["changes"]} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            InLanguage = tag => SitePaths.Page(tag, Name, part),
            Twins = Feeds.IsWritten(page.Source) ? [(Feeds.OfPackage, Feeds.Type)] : [],
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
        var changes = new ChangeHtml(page, page.Html, page.To);
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
            html.Write($" <span class=\"count\">{ChangeWords.Of(release.Level)}</span>");
        html.Write($"</h2>\n");
    }

    private static DateValue DateOf(DateOnly day) =>
        new(day.ToString("O", CultureInfo.InvariantCulture), day.DayNumber, day.DayNumber, 0);
}
