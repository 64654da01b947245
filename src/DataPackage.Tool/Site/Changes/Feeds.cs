using System.Globalization;
using System.Text;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export.JsonLd;
using DataPackage.Tool.Releases;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Changes;

/// <summary>What changed, for programs that tell their users of news: a feed of the package with an entry for each
/// release, and one of each kind with an entry for each entity that a release changed. The form is Atom (RFC 4287).
/// Nobody asks a clock, so only releases whose day is known are in them.</summary>
internal static class Feeds
{
    public const string OfPackage = "feed.xml";
    public const string Type = "application/atom+xml";

    /// <summary>The most releases in the feed of the package, the newest. The page has all.</summary>
    private const int MostReleases = 20;

    /// <summary>The most entries of the feed of a kind, the newest.</summary>
    private const int MostEntries = 200;

    /// <summary>The most entities and members in an entry.</summary>
    private const int MostSubjects = 100;

    /// <summary>The most values in an entry for a release.</summary>
    private const int MostValues = 200;

    /// <summary>The most values in an entry for an entity.</summary>
    private const int MostValuesOfEntity = 20;

    /// <summary>Feeds need whole addresses, and a day.</summary>
    public static bool IsWritten(SiteSource source) => WhyNone(source) is null;

    /// <summary>The reason why there is no feed; null if there are feeds.</summary>
    public static string? WhyNone(SiteSource source) =>
        source.Options.BaseUrl is null ? "feeds need the address of the site: name it with --base-url"
        : source.History.Last is null ? "no release is recorded that a feed could tell of"
        : source.History.Dated.Any() ? null
        : $"no release has a day: write it in {Changelog.Name}, as in '## [{source.History.Last.Version}] - "
            + "2025-04-03', or name that of the last one with --date";

    public static IEnumerable<SiteFile> FilesOf(SiteSource source, SiteLanguage language)
    {
        if (!IsWritten(source))
            yield break;
        yield return new SiteFile(OfPackage, language, WritePackage);
        foreach (var (kind, _) in source.Data.Kinds)
            yield return new SiteFile(source.Paths.Data(kind.Name, "xml"), language, page => WriteKind(page, kind));
    }

    private static void WritePackage(SitePage page)
    {
        var changes = SitePaths.Page(page.Language.Tag, "changes");
        WriteStart(page, Frame.NameOf(page.Source.Data), changes, "");
        var oldest = page.Source.History.Oldest;
        foreach (var release in page.Source.History.Dated.Take(MostReleases))
        {
            var title = $"{Frame.NameOf(page.Source.Data)} {release.Version}";
            WriteEntry(
                page,
                new Entry(title, IdOf(page, release.Version), changes, release.Date!.Value),
                content => WriteContent(page, release, release == oldest, content)
            );
        }

        page.Html.Write($"</feed>\n");
    }

    private static void WriteContent(SitePage page, SiteRelease release, bool isFirst, HtmlWriter content)
    {
        if (release.Shown.Count == 0)
        {
            content.Write($"<p>{ChangesPage.TextOfNone(page, isFirst)}</p>");
            return;
        }

        content.Write($"<ul>\n");
        var changes = new ChangeHtml(page, content, path => AddressOf(page, path), MostValues);
        foreach (var subject in release.Shown.Take(MostSubjects))
            changes.Write(subject);
        if (release.Shown.Count > MostSubjects)
        {
            var more = page.Texts.Count("andMore", release.Shown.Count - MostSubjects);
            var there = AddressOf(page, SitePaths.Page(page.Language.Tag, "changes"));
            content.Write($"<li>{new Link(there, more)}</li>");
        }

        content.Write($"</ul>");
    }

    private static void WriteKind(SitePage page, Kind kind)
    {
        var title = $"{Frame.NameOf(page.Source.Data)}: {Frame.PluralOf(kind)}";
        WriteStart(page, title, page.Source.Paths.Kind(page.Language.Tag, kind.Name), kind.Name);
        var entries = page
            .Source.History.Dated.SelectMany(release =>
                release
                    .Shown.Where(subject => subject.Key.StartsWith(kind.Name + "/", StringComparison.Ordinal))
                    .Select(subject => (Release: release, Subject: subject))
            )
            .Take(MostEntries);
        var names = new ChangeHtml(page, page.Html, path => AddressOf(page, path), 0);
        foreach (var (release, subject) in entries)
            WriteEntry(
                page,
                new Entry(
                    $"{names.NameOf(subject.Key)} ({release.Version})",
                    IdOf(page, $"{release.Version}/{subject.Key}"),
                    names.PathOf(subject.Key) ?? SitePaths.Page(page.Language.Tag, "changes"),
                    release.Date!.Value
                ),
                content =>
                {
                    content.Write($"<ul>\n");
                    new ChangeHtml(page, content, path => AddressOf(page, path), MostValuesOfEntity).Write(subject);
                    content.Write($"</ul>");
                }
            );
        page.Html.Write($"</feed>\n");
    }

    /// <param name="Id">Stays the same for ever, wherever the site is.</param>
    /// <param name="Path">The page that the entry leads to.</param>
    private readonly record struct Entry(string Title, string Id, string Path, DateOnly Day);

    private static void WriteEntry(SitePage page, Entry entry, Action<HtmlWriter> write)
    {
        var content = new HtmlWriter();
        write(content);
        var html = page.Html;
        html.Write($"<entry>\n<title>{ShortText.OneLine(entry.Title)}</title>\n<id>{entry.Id}</id>\n");
        html.Write($"<updated>{InstantOf(entry.Day)}</updated>\n");
        html.Write($"<link rel=\"alternate\" type=\"text/html\" href=\"{AddressOf(page, entry.Path)}\"/>\n");
        html.Write($"<content type=\"html\">{Encoding.UTF8.GetString(content.Written)}</content>\n</entry>\n");
    }

    /// <param name="about">The kind; empty for the package.</param>
    private static void WriteStart(SitePage page, string title, string path, string about)
    {
        var (html, data) = (page.Html, page.Source.Data);
        html.Write($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        html.Write($"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{page.Language.Tag}\">\n");
        html.Write($"<title>{ShortText.OneLine(title)}</title>\n<id>{IdOf(page, about)}</id>\n");
        html.Write($"<updated>{InstantOf(page.Source.History.Dated.Max(release => release.Date!.Value))}</updated>\n");
        html.Write($"<link rel=\"self\" type=\"{Type}\" href=\"{AddressOf(page, page.Path)}\"/>\n");
        html.Write($"<link rel=\"alternate\" type=\"text/html\" href=\"{AddressOf(page, path)}\"/>\n");
        var authors = data.Description.Contributors.Select(each => each.Title).OfType<string>().ToList();
        foreach (var author in authors.DefaultIfEmpty(Frame.NameOf(data)))
            html.Write($"<author><name>{ShortText.OneLine(author)}</name></author>\n");
        if (Frame.LicensesOf(data) is { } licenses)
            html.Write($"<rights>{ShortText.OneLine(licenses)}</rights>\n");
    }

    private static string IdOf(SitePage page, string what)
    {
        var package = new Terms(page.Source.Data.Namespace).Package;
        var escaped = string.Join('/', what.Split('/').Select(Uri.EscapeDataString));
        return what.Length == 0 ? $"{package}:changes" : $"{package}:changes:{escaped}";
    }

    private static string AddressOf(SitePage page, string path) => page.Source.Options.BaseUrl + SitePaths.Public(path);

    /// <summary>The start of the day, as RFC 3339 has it.</summary>
    private static string InstantOf(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
