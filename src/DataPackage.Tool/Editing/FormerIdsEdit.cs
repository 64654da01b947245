using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Adds ids to the <c>formerIds</c> of an entity, or takes one away: each undoes the other, byte for
/// byte.</summary>
internal sealed class FormerIdsEdit(EntitySource source, SeedChanges changes)
{
    private const string Key = SchemaKeys.FormerIds;

    private readonly SeedDocument _document = source.Document;
    private readonly string _text = changes.TextOf(source.Document);

    /// <summary>The entry, if the mapping itself has it.</summary>
    private SeedEntry? Entry => Own.Where(entry => entry.Name == Key).Cast<SeedEntry?>().FirstOrDefault();

    /// <summary>The entries that are written within the mapping, not merged into it, in their order.</summary>
    private IEnumerable<SeedEntry> Own =>
        (source.Mapping?.Entries ?? default)
            .Where(entry => source.Mapping!.Span.Contains(entry.KeySlot.Span))
            .OrderBy(entry => entry.KeySlot.Span.Start);

    private string LineEnd => _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <exception cref="StopException">The file has no place for former ids.</exception>
    public void Add(IReadOnlyList<string> ids)
    {
        if (ScalarEdit.IsTable(_document))
            throw StopException.Findings(
                $"{_document.SeedPath} is a table, which cannot hold '{Key}': rename '{source.Entity.Id}' by hand"
            );
        var written = ids.Select(id => ScalarEdit.Write(id, _document)).ToList();
        switch (Entry?.Value)
        {
            case null:
                AddEntry(written);
                break;
            case SeedSequence { Slots.Count: > 0 } list:
                AddItems(list, written);
                break;
            case SeedScalar scalar when Entry?.ValueSlot.Text is not (null or ""):
                var raw = _text.Substring(scalar.Span.Start, scalar.Span.Length);
                changes.Add(_document, new TextEdit(scalar.Span, $"[{raw}, {string.Join(", ", written)}]"));
                break;
            default:
                throw StopException.Findings($"'{Key}' of '{source.Entity.Id}' is empty: remove it first");
        }
    }

    private void AddItems(SeedSequence list, List<string> ids)
    {
        var last = list.Slots[^1].Span;
        if (_text[list.Span.Start] == '[')
        {
            changes.Add(_document, TextEdit.Insert(last.End, string.Concat(ids.Select(id => ", " + id))));
            return;
        }

        var lead = _text[LineStart(last.Start)..last.Start];
        if (lead.Trim() != "-")
            throw Uneditable();
        changes.Add(_document, TextEdit.Insert(last.End, string.Concat(ids.Select(id => LineEnd + lead + id))));
    }

    /// <summary>Adds the entry as the first one: what follows it, block scalars and a missing line end included, stays
    /// as it is.</summary>
    private void AddEntry(List<string> ids)
    {
        var quote = ScalarEdit.IsJson(_document) ? "\"" : "";
        var entry = $"{quote}{Key}{quote}: [{string.Join(", ", ids)}]";
        if (source.Mapping is not { } mapping)
        {
            if (!source.IsFile || _document.Root is not null || _document.Article is not null)
                throw StopException.Findings($"'{source.Entity.Id}' has no mapping for '{Key}': write '{{}}' first");
            changes.Add(_document, TextEdit.Insert(0, entry + LineEnd));
            return;
        }

        var isFlow = _text[mapping.Span.Start] == '{';
        if (!Own.Any())
        {
            if (!isFlow)
                throw StopException.Findings($"'{source.Entity.Id}' has no place for '{Key}'");
            changes.Add(_document, TextEdit.Insert(mapping.Span.Start + 1, entry));
            return;
        }

        var first = Own.First().KeySlot.Span.Start;
        var blank = isFlow ? _text[(mapping.Span.Start + 1)..first] : "";
        var separator =
            !isFlow ? LineEnd + new string(' ', first - LineStart(first))
            : blank.Trim().Length == 0 && blank.Contains('\n') ? "," + blank
            : ", ";
        changes.Add(_document, TextEdit.Insert(first, entry + separator));
    }

    /// <exception cref="StopException">A comment would go with it.</exception>
    public void Remove(string id)
    {
        var entry = Entry ?? throw new InvalidOperationException($"'{source.Entity.Id}' has no '{Key}'.");
        var edit = entry.Value is SeedSequence { Slots.Count: > 1 } list ? RemoveItem(id, list) : RemoveEntry(entry);
        if (_text.AsSpan(edit.Span.Start, edit.Span.Length).Contains('#'))
            throw Uneditable(); // A comment would be lost.
        changes.Add(_document, edit);
    }

    private static TextEdit RemoveItem(string id, SeedSequence list)
    {
        var place = list.Slots.TakeWhile(slot => slot.Text != id).Count();
        return place > 0
            ? TextEdit.Remove(list.Slots[place - 1].Span.End, list.Slots[place].Span.End)
            : TextEdit.Remove(list.Slots[0].Span.Start, list.Slots[1].Span.Start);
    }

    private TextEdit RemoveEntry(SeedEntry entry)
    {
        var (start, end) = (entry.KeySlot.Span.Start, entry.ValueSlot.Span.End);
        var mapping = source.Mapping!;
        var entries = Own.ToList();
        var place = entries.IndexOf(entry);
        if (
            place + 1 < entries.Count
            && entries[place + 1].KeySlot.Span.Start is var next
            && !_text[end..next].Contains('#')
        )
            return TextEdit.Remove(start, next);
        if (_text[mapping.Span.Start] == '{')
            return entries.Count == 1 ? TextEdit.Remove(mapping.Span.Start + 1, mapping.Span.End - 1)
                : place > 0 ? TextEdit.Remove(entries[place - 1].ValueSlot.Span.End, end)
                : throw Uneditable();
        var feed = _text.IndexOf('\n', end);
        return TextEdit.Remove(LineStart(start), feed < 0 ? _text.Length : feed + 1);
    }

    private StopException Uneditable() =>
        StopException.Findings($"'{Key}' of '{source.Entity.Id}' is written in a way that cannot be edited");

    private int LineStart(int place) => place == 0 ? 0 : _text.LastIndexOf('\n', place - 1) + 1;
}
