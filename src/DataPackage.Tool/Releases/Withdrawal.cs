using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.History;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Releases;

/// <summary>Entities that must not be named any more, and all the words that would name them in what releases
/// wrote.</summary>
internal sealed class Withdrawal
{
    private readonly IReadOnlyCollection<string> _names;
    private readonly HashSet<string> _words;

    /// <param name="names">The entities by kind and id, with the ids that led to them.</param>
    /// <param name="ledger">The ledger that still names them.</param>
    /// <param name="last">What the last release published.</param>
    /// <param name="changes">The lists of what earlier releases changed.</param>
    public Withdrawal(
        IReadOnlyCollection<string> names,
        Ledger ledger,
        PublishedPackage last,
        IEnumerable<string> changes
    )
    {
        _names = names;
        _words = new HashSet<string>(names, StringComparer.Ordinal);
        _words.UnionWith(
            ledger.Entries.Where(entry => !entry.IsId && IsNamed(entry.Target)).Select(entry => entry.Name)
        );
        _words.UnionWith(last.Members.Where(member => IsNamed(member.Signature)).Select(member => member.Name));
        var values = last
            .Entities.Where(entity => IsNamed(entity.Name))
            .SelectMany(entity => entity.Facts.Select(fact => (entity.Kind, fact.Value)))
            .Concat(changes.SelectMany(Lines).SelectMany(ValuesIn));
        foreach (var (kind, value) in values)
            _words.Add($"{kind}={value}");
    }

    /// <summary>What the last release published, without a word of the entities: nothing of them is then a
    /// change.</summary>
    public PublishedPackage Strip(PublishedPackage last, PublishedPackage now)
    {
        var kept = now.Members.Select(member => (member.Role, member.Name)).ToHashSet();
        var gone = last.Members.Where(member => IsNamed(member.Signature) || IsGone(member)).ToList();
        // A group may be called by a value that only they had.
        var groups = gone.Select(member => member.Name[..Math.Max(member.Name.LastIndexOf('.'), 0)]).ToHashSet();
        return last with
        {
            Members = last
                .Members.Except(gone)
                .Where(member =>
                    kept.Contains((member.Role, member.Name))
                    || member.Role != MemberRole.Group
                    || !groups.Contains(member.Name)
                )
                .ToEquatableArray(),
            Entities = last
                .Entities.Where(entity => !IsNamed(entity.Name))
                .Select(entity => entity with { Facts = entity.Facts.Where(fact => !Names(fact)).ToEquatableArray() })
                .ToEquatableArray(),
        };

        bool IsGone(PublishedMember member) => !kept.Contains((member.Role, member.Name)) && Names(member.Name);
    }

    /// <summary>What is said of them: how many there were of each kind.</summary>
    public IEnumerable<ReleaseChange> Changes =>
        _names
            .GroupBy(name => name.Split('/')[0], StringComparer.Ordinal)
            .Select(ofKind => new ReleaseChange(
                ReleaseLevel.Major,
                ChangeType.EntityWithdrawn,
                ofKind.Key,
                "",
                ofKind.Count().ToString(CultureInfo.InvariantCulture),
                null
            )
            {
                Why = "who stored the id no longer finds the entity",
            });

    /// <summary>A list of changes without those that name them.</summary>
    public string Scrub(string changes) =>
        string.Concat(
            Lines(changes)
                .Where(line =>
                {
                    using var json = JsonDocument.Parse(line);
                    return !TextsIn(json.RootElement).Any(Names);
                })
                .Select(line => line + "\n")
        );

    /// <summary>A changelog whose parts about facts do not name them. What people wrote there stays.</summary>
    public string ScrubChangelog(string changelog)
    {
        var words = _words.Select(ChangeMarkdown.Escape).ToHashSet(StringComparer.Ordinal);
        var (kept, isFacts, isGone) = (new List<string>(), false, false);
        foreach (var line in changelog.Split('\n'))
        {
            if (line.StartsWith('#'))
                (isFacts, isGone) = (line.TrimEnd() == Changelog.Heading, false);
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                isGone = isFacts && Names(line, words);
            else if (line.Trim().Length == 0)
                isGone = false;
            if (!isGone && !(isFacts && Names(line, words)))
                kept.Add(line);
            // The line before an entity is empty.
            else if (
                kept is [.., var above]
                && above.Trim().Length == 0
                && line.StartsWith("- ", StringComparison.Ordinal)
            )
                kept.RemoveAt(kept.Count - 1);
        }

        return string.Join('\n', kept);
    }

    private bool IsNamed(string name) => _names.Contains(name);

    private bool Names(PublishedFact fact) => Names(fact.Value) || Names(fact.Remarks);

    private bool Names(string text) => Names(text, _words);

    /// <summary>Whether one of the words is in the text, and is no part of a longer one.</summary>
    private bool Names(string text, IEnumerable<string> words)
    {
        foreach (var word in words)
            for (
                var at = text.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(word, at + 1, StringComparison.Ordinal)
            )
                if (!IsPartOfName(text, at - 1) && !IsPartOfName(text, at + word.Length))
                    return true;
        return text.Split(' ').Any(IsInGroup);
    }

    /// <summary>A group repeats accessors of its catalog: <c>Ships.ByFlag.Norway.Tern</c>.</summary>
    private bool IsInGroup(string name) =>
        name.Split('.') is [var catalog, _, _, var accessor] && _words.Contains($"{catalog}.{accessor}");

    private static bool IsPartOfName(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_');

    private IEnumerable<(string Kind, string Value)> ValuesIn(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.GetProperty("subject").GetString() is not { } subject || !IsNamed(subject))
            yield break;
        foreach (var name in new[] { "before", "after" })
            if (json.RootElement.TryGetProperty(name, out var value) && value.GetString() is { } text)
                yield return (subject.Split('/')[0], text);
    }

    private static IEnumerable<string> TextsIn(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().SelectMany(member => TextsIn(member.Value)),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsIn),
            JsonValueKind.String => [json.GetString()!],
            _ => [],
        };

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);
}
