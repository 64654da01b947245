using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.History;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Releases;

/// <summary>Entities that must not be named any more. Finds what would name them in what releases write, and rather
/// erases a line too many.</summary>
internal sealed class Withdrawal
{
    private readonly IReadOnlyCollection<string> _stated;
    private readonly HashSet<string> _names;

    /// <summary>The members that are theirs, each with its role before it, as changes name them.</summary>
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>The same without roles; and the names in C# by which groups are called.</summary>
    private readonly HashSet<string> _words;

    /// <param name="stated">The entities by kind and id.</param>
    /// <param name="names">The same, with the ids that led to them.</param>
    /// <param name="ledger">The ledger that still names them.</param>
    /// <param name="last">What the last release published.</param>
    /// <param name="changes">The lists of what earlier releases changed.</param>
    public Withdrawal(
        IReadOnlyCollection<string> stated,
        IReadOnlyCollection<string> names,
        Ledger ledger,
        PublishedPackage last,
        PackageSchema schema,
        IEnumerable<(string Path, string Text)> changes
    )
    {
        _stated = stated;
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var entry in ledger.Entries.Where(entry => !entry.IsId && entry.Targets.Any(_names.Contains)))
            _members.Add($"{entry.Role} {entry.Name}");
        foreach (var member in last.Members.Where(member => _names.Contains(member.Signature)))
            _members.Add($"{FactsFile.WordOf(member.Role)} {member.Name}");
        var values = last
            .Entities.Where(entity => _names.Contains(entity.Name))
            .SelectMany(entity => entity.Facts.Select(fact => (entity.Kind, fact.Value)))
            .Concat(changes.SelectMany(file => Lines(file.Text).SelectMany(line => ValuesIn(Parse(line, file.Path)))));
        foreach (var (kind, value) in values)
            _members.Add($"{FactsFile.WordOf(MemberRole.Name)} {kind}={value}");
        _words = _members.Select(member => member[(member.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ToHashSet();
        _words.UnionWith(_names);
        _words.UnionWith(GroupsIn(schema));
    }

    /// <summary>The changes without those that name them; in their place, how many there were of each kind.</summary>
    public EquatableArray<ReleaseChange> In(EquatableArray<ReleaseChange> changes) =>
        _stated
            .GroupBy(name => name.Split('/')[0], StringComparer.Ordinal)
            .Select(ofKind => new ReleaseChange(
                ReleaseLevel.Major,
                ChangeType.EntityWithdrawn,
                ofKind.Key,
                "",
                ofKind.Distinct(StringComparer.Ordinal).Count().ToString(CultureInfo.InvariantCulture),
                null
            )
            {
                Why = "who stored the id no longer finds the entity",
            })
            .Concat(changes.Where(change => !Names(Parse(JsonText.Line(json => ChangeJson.Write(change, json)), ""))))
            .ToEquatableArray();

    /// <summary>A list of changes without those that name them.</summary>
    public string Scrub(string changes, string path) =>
        string.Concat(Lines(changes).Where(line => !Names(Parse(line, path))).Select(line => line + "\n"));

    /// <summary>A changelog whose parts about facts do not name them. What people wrote there stays.</summary>
    public string ScrubChangelog(string changelog)
    {
        var words = _words
            .Concat(_names.SelectMany(WordsOfId))
            .Select(ChangeMarkdown.Escape)
            .ToHashSet(StringComparer.Ordinal);
        var (kept, isFacts, isGone) = (new List<string>(), false, false);
        foreach (var line in changelog.Split('\n'))
        {
            if (line.StartsWith('#'))
                (isFacts, isGone) = (line.TrimEnd() == Changelog.Heading, false);
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                isGone = isFacts && Has(line, words);
            else if (line.Trim().Length == 0)
                isGone = false;
            if (!isGone && !(isFacts && Has(line, words)))
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

    /// <summary>How heads of changes name an id whose kind they do not repeat, and how citations name an
    /// article.</summary>
    private static IEnumerable<string> WordsOfId(string name)
    {
        var id = IdOf(name);
        return [$"called {id} now", $"part of {id} now", $"one of {id} now", $"former id of {id}", $"{id}: \""];
    }

    /// <summary>A property by whose values a kind is grouped may refer to them: <c>Ships.ByOwner.JaneDoe</c>.</summary>
    private IEnumerable<string> GroupsIn(PackageSchema schema)
    {
        var accessors = _members
            .Where(member => member.StartsWith(LedgerEntry.Accessor + " ", StringComparison.Ordinal))
            .Select(member => member[(member.IndexOf('.', StringComparison.Ordinal) + 1)..])
            .ToList();
        return from kind in schema.ConcreteKinds
            from property in kind.GroupBy
            where kind.Properties[kind.IndexOf(property)].IsReference
            from accessor in accessors
            select $"{kind.Plural}.{Engine.Schema.Model.Names.ToGroups(property, kind)}.{accessor}";
    }

    private bool Names(JsonElement change)
    {
        var (type, subject) = (Text(change, "type"), Text(change, "subject") ?? "");
        var kind = subject.Split('/')[0];
        var values = new[] { Text(change, "before"), Text(change, "after") }.OfType<string>().ToList();
        if (_names.Contains(subject) || _members.Contains(subject) || IsGroup(subject))
            return true;
        if (Passages(change, "citedBefore").Concat(Passages(change, "citedAfter")).Any(IsArticle))
            return true;
        return type switch
        {
            "fact" => Has(Text(change, "path") ?? "", _names) || values.Any(IsValue),
            "citation" => values.Any(value => IsArticle(value.Split(": \"")[0])),
            "member" => values.Any(value => Has(value, _words)),
            _ => values.Any(value => _names.Contains($"{kind}/{value}")),
        };
    }

    /// <summary>A reference, alone or with remarks; one in JSON; or one in remarks.</summary>
    private bool IsValue(string value) =>
        _names.Any(name =>
            value == name
            || value.StartsWith(name + " (", StringComparison.Ordinal)
            || value.Contains(FactText.Quoted(name), StringComparison.Ordinal)
            || Has(value, [$"{Engine.Binding.ClaimKeys.AccordingTo}: {name}"])
        );

    private bool IsArticle(string id) => _names.Any(name => IdOf(name) == id);

    /// <summary>A group repeats accessors of its catalog: <c>group Ships.ByFlag.Norway.Tern</c>.</summary>
    private bool IsGroup(string member) =>
        member.StartsWith(FactsFile.WordOf(MemberRole.Group) + " ", StringComparison.Ordinal)
        && member[(member.IndexOf(' ', StringComparison.Ordinal) + 1)..] is var name
        && (
            Has(name, _words)
            || (name.Split('.') is [var catalog, _, _, var accessor] && _words.Contains($"{catalog}.{accessor}"))
        );

    /// <summary>Whether one of the words is in the text, and is no part of a longer one.</summary>
    private bool Has(string text, IEnumerable<string> words)
    {
        foreach (var word in words)
            for (
                var at = text.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(word, at + 1, StringComparison.Ordinal)
            )
                if (!IsWithinName(text, at) && !IsWithinName(text, at + word.Length))
                    return true;
        return text.Split(' ')
            .Any(part =>
                part.Split('.') is [var catalog, _, _, var accessor] && _words.Contains($"{catalog}.{accessor}")
            );
    }

    /// <summary>Whether a place has characters of names on both sides.</summary>
    private static bool IsWithinName(string text, int at) =>
        at > 0 && at < text.Length && IsOfName(text[at - 1]) && IsOfName(text[at]);

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private static string IdOf(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The values that a change of one of them has, with and without what was said of them.</summary>
    private IEnumerable<(string Kind, string Value)> ValuesIn(JsonElement change)
    {
        if (Text(change, "subject") is not { } subject || !_names.Contains(subject))
            yield break;
        foreach (var value in new[] { Text(change, "before"), Text(change, "after") }.OfType<string>())
        {
            yield return (subject.Split('/')[0], value);
            if (value.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var remarks)
                yield return (subject.Split('/')[0], value[..remarks]);
        }
    }

    private static string? Text(JsonElement change, string name) =>
        change.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IEnumerable<string> Passages(JsonElement change, string name) =>
        change.TryGetProperty(name, out var passages) && passages.ValueKind == JsonValueKind.Array
            ? passages.EnumerateArray().Select(passage => Text(passage, "article")).OfType<string>()
            : [];

    /// <exception cref="StopException">The line is no JSON: somebody has changed it by hand.</exception>
    private static JsonElement Parse(string line, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.Clone()
                : throw new JsonException("it is no mapping");
        }
        catch (JsonException wrong)
        {
            throw StopException.Findings($"a line of {path} is no change: {wrong.Message}. Take its committed version");
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);
}
