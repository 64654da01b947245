using DataPackage.Engine.Linking;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Changes;

/// <summary>Shows what changed in an entity or a member: what it was, what it is, and the passages for that.</summary>
/// <param name="page">Gives the language and the texts.</param>
/// <param name="html">Where it is written.</param>
/// <param name="to">The address of a file of the site.</param>
/// <param name="room">The most values that are written in all.</param>
internal sealed class ChangeHtml(SitePage page, HtmlWriter html, Func<string, string> to, int room)
{
    /// <summary>The most values of one entity.</summary>
    private const int MostValues = 100;

    private const int MostPassages = 3;

    /// <summary>The most UTF-16 units of a value.</summary>
    private const int LongestValue = 400;

    /// <summary>Writes a part of a list.</summary>
    public void Write(IGrouping<string, ReleaseChange> changes)
    {
        html.Write($"<li>");
        WriteSubject(changes.Key, changes.First());
        foreach (var change in changes.Where(change => !IsValue(change)))
            WriteHead(change);
        var values = ValuesOf(changes);
        var shown = Math.Min(Math.Min(values.Count, MostValues), room);
        room -= shown;
        if (values.Count > 0)
            html.Write($"\n<ul>\n");
        foreach (var change in values.Take(shown))
            WriteValue(change);
        if (values.Count > shown)
            html.Write($"<li>{page.Texts.Count("andMore", values.Count - shown)}</li>\n");
        if (values.Count > 0)
            html.Write($"</ul>");
        html.Write($"</li>\n");
    }

    /// <summary>The most values that a part of a list has.</summary>
    public static int CountOf(IGrouping<string, ReleaseChange> changes) =>
        Math.Min(ValuesOf(changes).Count, MostValues);

    /// <summary>What is shown as values. One that changed stands with its passages.</summary>
    private static List<ReleaseChange> ValuesOf(IGrouping<string, ReleaseChange> changes)
    {
        var facts = changes.Where(change => change.Type == ChangeType.Fact).Select(change => change.Path).ToHashSet();
        return
        [
            .. changes.Where(change =>
                IsValue(change) && !(change.Type == ChangeType.Citation && facts.Contains(change.Path))
            ),
        ];
    }

    private static bool IsValue(ReleaseChange change) => change.Type is ChangeType.Fact or ChangeType.Citation;

    /// <summary>What changed, as text.</summary>
    public string NameOf(string subject) => Find(subject) is { } entity ? page.CaptionOf(entity).Text : subject;

    /// <summary>The page that answers for what changed; null if none does.</summary>
    public string? PathOf(string subject) =>
        Find(subject) is { } entity ? page.Source.Paths.Entity(page.Language.Tag, entity)
        : page.Source.Gone.TryGetValue(subject, out var gone)
            ? page.Source.Paths.Entity(page.Language.Tag, gone.Kind, gone.Id)
        : null;

    /// <summary>The entity that has the id, or has taken it over.</summary>
    private EntityLink? Find(string subject)
    {
        if (page.Source.Gone.TryGetValue(subject, out var gone))
            return gone.IsFollowed ? gone.Successors[0] : null;
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : page.Source.Index.Find(subject[..slash])?.Find(subject[(slash + 1)..]);
    }

    private void WriteSubject(string subject, ReleaseChange first)
    {
        if (first.Type == ChangeType.EntityWithdrawn)
            html.Write(
                $"{page.Texts.With("withdrawn", first.Before ?? "").Replace("{1}", subject, StringComparison.Ordinal)} "
            );
        else if (first.Type is ChangeType.EntityRenamed or ChangeType.EntityMerged)
            html.Write($"<code>{subject}</code> ");
        else if (first.Type is ChangeType.Member or ChangeType.Package)
            WriteMember(subject);
        else if (Find(subject) is { } entity)
            html.Write(
                $"{new Link(to(PathOf(subject)!), page.CaptionOf(entity))} <span class=\"said\">{subject}</span> "
            );
        else if (PathOf(subject) is { } path)
            html.Write($"{new Link(to(path), subject)} ");
        else
            html.Write($"<code>{subject}</code> ");
    }

    /// <summary>A member of the package is named by a word for what it is, and by its name in C#.</summary>
    private void WriteMember(string subject)
    {
        var parts = subject.Split(' ', 2);
        html.Write($"{page.Texts.Find("member-" + parts[0]) ?? parts[0]} ");
        if (parts.Length > 1)
            html.Write($"<code>{parts[1]}</code> ");
    }

    private void WriteHead(ReleaseChange change)
    {
        switch (change.Type)
        {
            case ChangeType.EntityWithdrawn:
                break;
            case ChangeType.EntityAdded:
                html.Write($"{page.Texts["changeNew"]} ");
                break;
            case ChangeType.EntityRemoved:
                html.Write($"{page.Texts["changeGone"]} ");
                break;
            case ChangeType.EntityRenamed or ChangeType.EntityMerged:
                var word = change.Type == ChangeType.EntityRenamed ? "changeRenamed" : "changeMerged";
                html.Write($"{page.Texts[word]} ");
                WriteHeir($"{change.Subject.Split('/')[0]}/{change.After}");
                break;
            default:
                WriteBeforeAndAfter(change);
                break;
        }

        WriteLevel(change);
        if (change.Why.Length > 0)
            html.Write($"<span class=\"said\">{new Words(change.Why, Foreign("en"))}</span> ");
    }

    private void WriteHeir(string name)
    {
        if (PathOf(name) is { } path)
            html.Write($"{new Link(to(path), NameOf(name))} <span class=\"said\">{name}</span> ");
        else
            html.Write($"<code>{name}</code> ");
    }

    /// <summary>The tool gives reasons in English.</summary>
    private string? Foreign(string language) => page.Language.Tag.Split('-')[0] == language ? null : language;

    /// <summary>The word for a level.</summary>
    public static string LevelOf(ReleaseLevel level, UiTexts texts) => texts["level-" + ChangeWords.Of(level)];

    private void WriteLevel(ReleaseChange change) =>
        html.Write($"<span class=\"said\"><b class=\"rank\">{LevelOf(change.Level, page.Texts)}</b></span> ");

    private void WriteValue(ReleaseChange change)
    {
        html.Write($"<li>");
        WritePath(change);
        // The text of an article is named by its hash, which tells people nothing.
        if (change.Path != EntityFacts.TextPath || PropertyOf(change.Subject, change.Path) is not null)
            WriteBeforeAndAfter(change);
        WriteLevel(change);
        var isKept = change.After is not null || change.Type == ChangeType.Citation;
        WritePassages(isKept && change.CitedAfter.Count > 0 ? change.CitedAfter : change.CitedBefore);
        html.Write($"</li>\n");
    }

    private void WritePath(ReleaseChange change)
    {
        var path = change.Path;
        if (change.Type == ChangeType.Citation)
            html.Write($"{page.Texts["passages"]} ");
        if (path.Length == 0)
            return;
        var end = path.IndexOfAny(['.', '[', '~']);
        var name = end < 0 ? path : path[..end];
        var property = PropertyOf(change.Subject, name);
        html.Write($"{(property is null ? SitePage.InWords(name) : SitePage.NameOf(property))}");
        // An item of a list has no name.
        if (end >= 0 && path[end..] != "[]")
            html.Write($" <code>{path[end..].TrimStart('.')}</code>");
        html.Write($": ");
    }

    private Property? PropertyOf(string subject, string name) =>
        page.Source.Schema.Find(subject.Split('/')[0]) is { } kind && kind.IndexOf(name) is >= 0 and var at
            ? kind.Properties[at]
            : null;

    private void WriteBeforeAndAfter(ReleaseChange change)
    {
        if (change.Before is { Length: > 0 } before)
            html.Write($"<del><bdi>{TextOf(change.Type, before)}</bdi></del> ");
        if (change.Before is not null && change.After is not null)
            html.Write($"\u2192 ");
        if (change.After is { Length: > 0 } after)
            html.Write($"<ins><bdi>{TextOf(change.Type, after)}</bdi></ins> ");
    }

    /// <summary>What was or is; of a citation whose words may not be shown now, the id of the article.</summary>
    private string TextOf(ChangeType type, string text)
    {
        if (type != ChangeType.Citation)
            return ShortText.Of(text, LongestValue);
        var article = FactComparison.ArticleIn(text);
        return MayShow(Article(article)) ? ShortText.Of(text, LongestValue) : article;
    }

    private EntityLink? Article(string id) => page.Source.Index.Articles?.Find(id);

    /// <summary>Whether the words of an article may be shown is what it says now: when they were published, it may have
    /// said otherwise.</summary>
    private bool MayShow(EntityLink? article) => article is { } known && page.Source.Article(known).Text is not null;

    private void WritePassages(EquatableArray<PublishedCitation> passages)
    {
        foreach (var passage in passages.Take(MostPassages))
            WritePassage(passage);

        if (passages.Count > MostPassages)
            html.Write($"<span class=\"said\">{page.Texts.Count("andMore", passages.Count - MostPassages)}</span> ");
    }

    private void WritePassage(PublishedCitation passage)
    {
        html.Write($"<span class=\"said\">");
        var found = Article(passage.Article);
        if (MayShow(found))
            html.Write($"\u201C<bdi>{ShortText.Of(passage.Quote, LongestValue)}</bdi>\u201D \u2014 ");
        if (found is { } article)
            html.Write(
                $"{new Link(to(page.Source.Paths.Entity(page.Language.Tag, article)), page.CaptionOf(article))}"
            );
        else
            html.Write($"<bdi>{passage.Article}</bdi>");
        html.Write($"</span> ");
    }
}
