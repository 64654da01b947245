using DataPackage.Engine.Text;
using YamlDotNet.Core.Events;

namespace DataPackage.Engine.Syntax;

/// <summary>A list or a mapping of YAML whose end has not been read yet.</summary>
/// <param name="start">Its offset in the text that is read.</param>
/// <param name="isPlaceless">Whether the parser gave no place, as for a pair in a list in brackets.</param>
internal sealed class OpenNode(NodeEvent @event, int start, bool isPlaceless, SeedSize sizeBefore)
    : OpenCollection(start, @event is MappingStart)
{
    public NodeEvent Event { get; } = @event;
    public bool IsPlaceless { get; } = isPlaceless;
    public SeedSize SizeBefore { get; } = sizeBefore;
    public bool IsFlow { get; } =
        @event is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };

    public int? LastEnd { get; set; }

    /// <summary>The column of its entries, if a fault has moved it.</summary>
    public int? MovedTo { get; set; }

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
