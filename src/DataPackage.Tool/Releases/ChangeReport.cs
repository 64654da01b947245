using DataPackage.Engine.Releases;
using DataPackage.Engine.Text;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>Shows what changed between two versions, entity by entity.</summary>
internal static class ChangeReport
{
    public static readonly IReadOnlyDictionary<string, Action<EquatableArray<ReleaseChange>, Session>> Formats =
        new SortedDictionary<string, Action<EquatableArray<ReleaseChange>, Session>>(StringComparer.Ordinal)
        {
            ["text"] = WriteText,
            ["markdown"] = WriteMarkdown,
            ["json"] = WriteJson,
            ["github"] = WriteGitHub,
        };

    /// <summary>The changes that people read. What follows from an entity that is new, gone or renamed, and its
    /// names in code, goes without saying.</summary>
    public static IEnumerable<IGrouping<string, ReleaseChange>> Shown(EquatableArray<ReleaseChange> changes)
    {
        var whole = changes
            .Where(change =>
                change.Type is ChangeType.EntityAdded or ChangeType.EntityRemoved or ChangeType.EntityMerged
            )
            .Select(change => change.Subject)
            .ToHashSet(StringComparer.Ordinal);
        return changes
            .Where(change =>
                change.Type is ChangeType.Fact or ChangeType.Citation && change.Level == ReleaseLevel.None ? false
                : change.Type is ChangeType.Fact or ChangeType.Citation ? !whole.Contains(change.Subject)
                : change.Type == ChangeType.Member ? change.Level == ReleaseLevel.Major || !IsOfEntities(change)
                : change.Type != ChangeType.FormerId || change.Level > ReleaseLevel.None
            )
            .GroupBy(change => change.Subject, StringComparer.Ordinal);
    }

    private static bool IsOfEntities(ReleaseChange change) =>
        change.Subject.Split(' ')[0] is "accessor" or "group" or "key" or "name";

    private static void WriteText(EquatableArray<ReleaseChange> changes, Session session)
    {
        session.Write(Visible(ChangeWords.Summary(changes)));
        foreach (var subject in Shown(changes))
        {
            session.Write();
            var heads = subject.Where(change => change.Path.Length == 0 && change.Type != ChangeType.Citation).ToList();
            if (heads.Count == 0)
                session.Write(Visible(subject.Key));
            foreach (var change in heads)
                session.Write(
                    Visible(
                        ChangeWords.Head(change)
                            + (change.Why.Length > 0 ? $" ({ChangeWords.Of(change.Level)}: {change.Why})" : "")
                    )
                );
            foreach (var change in subject.Where(each => !heads.Contains(each)))
                WriteDetail(change, session);
        }
    }

    private static void WriteDetail(ReleaseChange change, Session session)
    {
        var path = change.Path.Length > 0 ? change.Path : "the whole";
        var what = change.Type == ChangeType.Citation ? $"citation of {path}" : path;
        session.Write(
            Visible(
                change switch
                {
                    { Before: null } => $"  + {what}: {change.After}",
                    { After: null } => $"  - {what}: {change.Before}",
                    _ => $"  ~ {what}: {change.Before} → {change.After}",
                }
            )
        );
        if (change.CitedBefore.Equals(change.CitedAfter))
            return;
        foreach (var citation in change.CitedBefore)
            session.Write(Visible($"      before: {FactComparison.Text(citation)}"));
        foreach (var citation in change.CitedAfter)
            session.Write(Visible($"      now: {FactComparison.Text(citation)}"));
    }

    private static void WriteMarkdown(EquatableArray<ReleaseChange> changes, Session session)
    {
        foreach (var line in ChangeMarkdown.Lines(changes))
            session.Write(line);
    }

    private static void WriteGitHub(EquatableArray<ReleaseChange> changes, Session session)
    {
        session.Write($"::notice title=Changes in facts::{GitHubReport.Escape(ChangeWords.Summary(changes))}");
        foreach (var change in changes.Where(change => change.Level == ReleaseLevel.Major))
            session.Write(
                $"::warning title=Breaks users::{GitHubReport.Escape($"{ChangeWords.Head(change)}: {change.Why}")}"
            );
    }

    private static void WriteJson(EquatableArray<ReleaseChange> changes, Session session) =>
        session.Write(
            JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("level", ChangeWords.Of(ReleaseComparison.LevelOf(changes)));
                json.WriteString("summary", ChangeWords.Summary(changes));
                json.WriteStartArray("changes");
                foreach (var change in changes)
                    ChangeJson.Write(change, json);
                json.WriteEndArray();
                json.WriteEndObject();
            })
        );

    private static string Visible(string text) => Session.Visible(text);
}
