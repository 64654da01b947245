using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Adds to one entity what only another states, and removes the other.</summary>
internal sealed class EntityMerge(EntitySource from, EntitySource into, Kind kind, SeedChanges changes)
{
    /// <summary>The properties whose values are lost; the citations for these are lost, too.</summary>
    public required IReadOnlyCollection<string> Conflicts { get; init; }

    /// <exception cref="StopException">What the other states cannot be added to this file.</exception>
    public void Add()
    {
        var lacking = (from.Mapping?.Entries ?? default)
            .Where(entry =>
                (kind.IndexOfKey(entry.Name) >= 0 || entry.Name == SchemaKeys.Citations)
                && entry.Value is not SeedScalar { IsNull: true }
                && into.Mapping?.ValueOf(entry.Name) is null or SeedScalar { IsNull: true }
            )
            .Select(entry => entry.Name)
            .ToHashSet(StringComparer.Ordinal);
        var citations = CitationsOfBoth();
        if (lacking.Count > 0 || citations is not null)
            RequireBlocks(lacking);
        if (lacking.Count > 0)
            AddEntries(lacking);
        if (citations is var (source, target))
            AddItems(source, target);
        RemoveSource();
    }

    /// <summary>The lists that both have; null if one has no citations.</summary>
    private (SeedSequence From, SeedSequence Into)? CitationsOfBoth()
    {
        var (source, target) = (CitationsOf(from), CitationsOf(into));
        if (source is null || target is null)
            return null;
        return source is SeedSequence cited && target is SeedSequence citing ? (cited, citing) : throw Unlisted();

        static SeedNode? CitationsOf(EntitySource entity) =>
            entity.Mapping?.ValueOf(SchemaKeys.Citations) is { } node and not SeedScalar { IsNull: true } ? node : null;
    }

    private static StopException Unlisted() =>
        StopException.Findings("the citations are written in a way that cannot be edited: add them by hand");

    private void RequireBlocks(IEnumerable<string> lacking)
    {
        foreach (var source in new[] { from, into })
            if (!source.IsFile || source.Mapping is not { } mapping || !BlockMapping.Is(mapping, source.Document))
                throw StopException.Findings(
                    $"'{into.Entity.Id}' lacks {string.Join(", ", lacking.DefaultIfEmpty("citations"))}, and values "
                        + "are added only from one YAML file of an entity to another: add them by hand"
                );
    }

    /// <summary>Before the first entry, so nothing there changes its place.</summary>
    private void AddEntries(HashSet<string> keys)
    {
        var lines = BlockMapping
            .Entries(from.Mapping!, changes.TextOf(from.Document))
            .Where(entry => keys.Contains(entry.Key))
            .Select(entry => entry.Lines);
        var first = into.Mapping!.Entries.Min(entry => entry.KeySlot.Span.Start);
        changes.Add(into.Document, TextEdit.Insert(first, WithLineEnds(string.Concat(lines))));
    }

    /// <summary>Before the first item of the list.</summary>
    private void AddItems(SeedSequence source, SeedSequence target)
    {
        var (old, now) = (changes.TextOf(from.Document), changes.TextOf(into.Document));
        var (oldColumn, nowColumn) = (DashColumn(old, source), DashColumn(now, target));
        if (oldColumn is null || nowColumn is null)
            throw Unlisted();
        var entry = BlockMapping.Entries(from.Mapping!, old).First(each => each.Key == SchemaKeys.Citations);
        var items = ItemsOf(source, entry.Lines)
            .SelectMany(item => item.Split('\n'))
            .Select(line =>
                line.Trim().Length == 0
                    ? ""
                    : new string(' ', nowColumn.Value) + line[Math.Min(oldColumn.Value, line.Length)..]
            );
        var place = LineStart(now, target.Slots[0].Span.Start);
        changes.Add(
            into.Document,
            TextEdit.Insert(place, WithLineEnds(string.Concat(items.Select(line => line + "\n"))))
        );
    }

    /// <summary>The lines of each item that is not for a lost value.</summary>
    private IEnumerable<string> ItemsOf(SeedSequence list, string entry)
    {
        var lines = entry.TrimEnd('\n').Split('\n');
        var first = from.Document.Lines[from.Mapping!.Find(SchemaKeys.Citations)!.Value.KeySlot.Span.Start].Line;
        var starts = list
            .Slots.Select(slot => from.Document.Lines[slot.Span.Start].Line - first)
            .Append(lines.Length)
            .ToList();
        for (var i = 0; i < list.Slots.Count; i++)
            if (!IsForLost(list.Slots[i].Node))
                yield return string.Join('\n', lines[starts[i]..starts[i + 1]]);
    }

    private bool IsForLost(SeedNode citation) =>
        (citation as SeedMapping)?.ValueOf("for") switch
        {
            SeedSequence named => named.Slots.Any(slot => Conflicts.Contains(PropertyOf(slot.Text ?? ""))),
            SeedScalar named => Conflicts.Contains(PropertyOf(named.Text)),
            _ => false,
        };

    /// <summary>The name of the property that a citation is for: it may say the key, and a path below it.</summary>
    private string PropertyOf(string named)
    {
        if (IndexOf(named) < 0 && named.IndexOfAny(['[', '.', Claim.Other]) is > 0 and var end)
            named = named[..end];
        return IndexOf(named) is >= 0 and var index ? kind.Properties[index].Name : named;

        int IndexOf(string text) => kind.IndexOf(text) is >= 0 and var byName ? byName : kind.IndexOfKey(text);
    }

    /// <summary>The column of the dashes; null if the list has brackets, or starts on the line of its key.</summary>
    private static int? DashColumn(string text, SeedSequence list)
    {
        if (list.Slots.Count == 0)
            return null;
        var first = list.Slots[0].Span.Start;
        var lead = text[LineStart(text, first)..first];
        return lead.Trim() == "-" ? lead.IndexOf('-', StringComparison.Ordinal) : null;
    }

    private void RemoveSource()
    {
        if (from.IsFile)
        {
            changes.Remove(from.Seed.SeedPath);
            return;
        }

        if (from.Entry is not var (parent, entry) || ScalarEdit.IsJson(from.Document) || parent.Entries.Count < 2)
            throw StopException.Findings(
                $"'{from.Entity.Id}' is one of several in {from.Document.SeedPath}, where it cannot be removed: "
                    + "remove it by hand"
            );
        var text = changes.TextOf(from.Document);
        if (text[parent.Span.Start] == '{')
            throw StopException.Findings($"{from.Document.SeedPath} is written between braces: change it by hand");
        var start = LineStart(text, entry.KeySlot.Span.Start);
        var next = parent
            .Entries.Select(each => each.KeySlot.Span.Start)
            .Where(place => place > entry.KeySlot.Span.Start)
            .Order()
            .Select(place => LineStart(text, place))
            .DefaultIfEmpty(EndOfLines(text, Math.Max(entry.KeySlot.Span.End, entry.ValueSlot.Span.End)))
            .First();
        changes.Add(from.Document, new TextEdit(TextSpan.FromBounds(start, WithoutComments(text, start, next)), ""));
    }

    /// <summary>The end of the lines that reach to a place, where the line of the place may be the next one.</summary>
    private static int EndOfLines(string text, int place)
    {
        var start = LineStart(text, place);
        if (text[start..place].Trim().Length == 0)
            return start;
        var feed = text.IndexOf('\n', place);
        return feed < 0 ? text.Length : feed + 1;
    }

    /// <summary>The end of the lines of an entry: comments before the next one are about that.</summary>
    private static int WithoutComments(string text, int start, int end)
    {
        while (end > start)
        {
            var line = LineStart(text, end - 1);
            if (line <= start || text[line..end].TrimStart() is { Length: > 0 } rest && rest[0] != '#')
                return end;
            end = line;
        }

        return end;
    }

    private string WithLineEnds(string lines) =>
        changes.TextOf(into.Document).Contains("\r\n", StringComparison.Ordinal)
            ? lines.Replace("\n", "\r\n", StringComparison.Ordinal)
            : lines;

    private static int LineStart(string text, int place) => place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
}
