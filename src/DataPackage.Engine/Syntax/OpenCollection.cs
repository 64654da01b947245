using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>A list or a mapping whose end has not been read yet.</summary>
/// <param name="start">Its offset in the text that is read.</param>
internal class OpenCollection(int start, bool isMapping)
{
    /// <summary>Up to this number of entries, a key is looked for among the entries themselves.</summary>
    private const int FewKeys = 12;

    private Dictionary<string, TextSpan>? _keys;
    private int _indexed;

    public int Start { get; } = start;
    public bool IsMapping { get; } = isMapping;
    public List<SeedSlot> Items { get; } = [];
    public List<SeedEntry> Entries { get; } = [];
    public SeedScalar? Key { get; set; }

    /// <summary>Whether the key is a duplicate or was refused: its value is reported as a whole, and nothing within
    /// it.</summary>
    public bool IsKeyDropped { get; set; }

    /// <summary>Adds an item, or the value of the key.</summary>
    public void Add(SeedNode node)
    {
        if (!IsMapping)
            Items.Add(new SeedSlot(node));
        else if (!IsKeyDropped)
            Entries.Add(new SeedEntry(new SeedSlot(Key!), new SeedSlot(node)));
        Key = null;
    }

    /// <summary>The list or the mapping, with what was added.</summary>
    public SeedNode ToNode(TextSpan span) =>
        IsMapping
            ? new SeedMapping(span, Entries.ToEquatableArray())
            : new SeedSequence(span, Items.ToEquatableArray());

    /// <summary>The place of an earlier key that is equal in normalization form C; null if there is none. Merge keys do
    /// not count.</summary>
    public TextSpan? FindKey(string key)
    {
        var wanted = NormalForm.Of(key);
        if (Entries.Count <= FewKeys)
        {
            foreach (var entry in Entries)
                if (!MergeKeys.Is(entry.KeySlot) && NormalForm.Of(entry.Name) == wanted)
                    return entry.KeySlot.Span;
            return null;
        }

        _keys ??= new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        for (; _indexed < Entries.Count; _indexed++)
            if (!MergeKeys.Is(Entries[_indexed].KeySlot))
                _keys.Add(NormalForm.Of(Entries[_indexed].Name), Entries[_indexed].KeySlot.Span);
        return _keys.TryGetValue(wanted, out var before) ? before : null;
    }

    protected void Truncate(int count)
    {
        if (Entries.Count <= count)
            return;
        Entries.RemoveRange(count, Entries.Count - count);
        (_keys, _indexed) = (null, 0);
    }
}
