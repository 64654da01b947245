using DataPackage.Engine.Text;
using DataPackage.Shared.Text;
using YamlDotNet.Core.Events;

namespace DataPackage.Engine.Syntax;

/// <summary>A list or a mapping whose end has not been read yet.</summary>
/// <param name="start">Its offset in the text that is read.</param>
/// <param name="isPlaceless">Whether the parser gave no place, as for a pair in a list in brackets.</param>
internal sealed class OpenNode(NodeEvent @event, int start, bool isPlaceless, SeedSize sizeBefore)
{
    /// <summary>Up to this number of entries, a key is looked for among the entries themselves.</summary>
    private const int FewKeys = 12;

    private Dictionary<string, TextSpan>? _keys;

    public NodeEvent Event { get; } = @event;
    public int Start { get; } = start;
    public bool IsPlaceless { get; } = isPlaceless;
    public SeedSize SizeBefore { get; } = sizeBefore;
    public bool IsMapping { get; } = @event is MappingStart;
    public bool IsFlow { get; } =
        @event is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };
    public List<SeedSlot> Items { get; } = [];
    public List<SeedEntry> Entries { get; } = [];
    public SeedScalar? Key { get; set; }

    /// <summary>Whether the key is a duplicate or was refused: its value is reported as a whole, and nothing within
    /// it.</summary>
    public bool IsKeyDropped { get; set; }

    public int? LastEnd { get; set; }

    /// <summary>The column of its entries, if a fault has moved it.</summary>
    public int? MovedTo { get; set; }

    /// <summary>The place of an earlier key that is equal in normalization form C; null if there is none.</summary>
    public TextSpan? FindKey(string key)
    {
        var wanted = NormalForm.Of(key);
        if (Entries.Count <= FewKeys)
        {
            foreach (var entry in Entries)
                if (NormalForm.Of(entry.Name) == wanted)
                    return entry.KeySlot.Span;
            return null;
        }

        _keys ??= new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        for (var i = _keys.Count; i < Entries.Count; i++)
            _keys.Add(NormalForm.Of(Entries[i].Name), Entries[i].KeySlot.Span);
        return _keys.TryGetValue(wanted, out var before) ? before : null;
    }

    /// <summary>The current state, to come back to.</summary>
    public State Save() => new(this, IsMapping ? Entries.Count : Items.Count, Key, IsKeyDropped, LastEnd);

    /// <summary>Removes everything that was added since.</summary>
    public void Restore(State state)
    {
        if (IsMapping)
            Truncate(state.Count);
        else if (Items.Count > state.Count)
            Items.RemoveRange(state.Count, Items.Count - state.Count);
        (Key, IsKeyDropped, LastEnd) = (state.Key, state.IsKeyDropped, state.LastEnd);
    }

    private void Truncate(int count)
    {
        if (Entries.Count <= count)
            return;
        Entries.RemoveRange(count, Entries.Count - count);
        _keys = null;
    }

    /// <summary>Removes everything that ends after a place: it is read again from there.</summary>
    public void RemoveAfter(int place)
    {
        while (Items.Count > 0 && Items[Items.Count - 1].Span.End > place)
            Items.RemoveAt(Items.Count - 1);
        if (Key is { } key && key.Span.Start >= place)
            Key = null;
        while (Entries.Count > 0 && Entries[Entries.Count - 1] is var last && last.ValueSlot.Span.End > place)
        {
            Truncate(Entries.Count - 1);
            if (last.KeySlot.Span.Start < place && Key is null)
                (Key, IsKeyDropped) = (last.Key, false);
        }
    }

    /// <summary>Removes the last value or item, if it is a scalar that ends at a place, and returns its span. A text
    /// directly before a fault may be a part of it.</summary>
    public TextSpan? RemoveLastScalar(int end)
    {
        if (!IsMapping && Items.Count > 0 && Items[Items.Count - 1] is { Text: not null } item && item.Span.End == end)
        {
            Items.RemoveAt(Items.Count - 1);
            return item.Span;
        }

        if (
            !IsMapping
            || Key is not null
            || Entries.Count == 0
            || Entries[Entries.Count - 1] is not { ValueSlot.Text: not null } last
            || last.ValueSlot.Span.End != end
        )
            return null;
        Truncate(Entries.Count - 1);
        (Key, IsKeyDropped) = (last.Key, false);
        return last.ValueSlot.Span;
    }

    internal sealed record State(OpenNode Node, int Count, SeedScalar? Key, bool IsKeyDropped, int? LastEnd);
}
