using System.Text;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>Writes changes for a changelog or a comment. No text of seeds is read as Markdown or HTML.</summary>
internal static class ChangeMarkdown
{
    public static IEnumerable<string> Lines(EquatableArray<ReleaseChange> changes)
    {
        yield return $"**{Escape(ChangeWords.Summary(changes))}**";
        foreach (var subject in ChangeReport.Shown(changes))
        {
            var heads = subject.Where(change => change.Type is not (ChangeType.Fact or ChangeType.Citation)).ToList();
            yield return "";
            if (heads.Count == 0)
                yield return $"- {Escape(subject.Key)}";
            foreach (var change in heads)
                yield return $"- {Escape(ChangeWords.Head(change))}"
                    + (change.Why.Length > 0 ? $" ({ChangeWords.Of(change.Level)}: {Escape(change.Why)})" : "");
            foreach (var change in subject.Where(each => !heads.Contains(each)))
                yield return "  - " + Detail(change);
        }
    }

    private static string Detail(ReleaseChange change)
    {
        var what = (change.Type == ChangeType.Citation ? "citation " : "") + Escape(change.Path);
        var cited = change.CitedAfter.Count == 0 ? change.CitedBefore : change.CitedAfter;
        var said = change switch
        {
            { Before: null } => $"{what}: added {Escape(change.After!)}",
            { After: null } => $"{what}: withdrawn {Escape(change.Before)}",
            _ => $"{what}: {Escape(change.Before)} → {Escape(change.After)}",
        };
        return said + string.Concat(cited.Select(each => $" — {Escape(FactComparison.Text(each))}"));
    }

    /// <summary>The text in a line of Markdown, with characters that nobody sees as numbers.</summary>
    /// <remarks>A withdrawal looks for texts in earlier changelogs as they are written here. So the signs that are
    /// escaped, and how, must not change.</remarks>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in Session.Visible(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ')))
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '@' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }
}
