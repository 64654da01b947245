using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>A node of a seed's tree, with its place in the file. No step after Bind keeps one.</summary>
internal abstract record SeedNode(TextSpan Span)
{
    /// <summary>The word for such a node in messages.</summary>
    public abstract string Noun { get; }
}

/// <param name="Text">The value of the scalar, with quotes removed, escapes resolved and lines folded.</param>
/// <param name="IsPlain">Whether it can be more than a text: it is neither quoted nor a block, or its tag says so. Only
/// such a scalar can be null.</param>
internal sealed record SeedScalar(TextSpan Span, string Text, bool IsPlain) : SeedNode(Span)
{
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Noun => IsNull ? "nothing" : $"the text '{Shortened}'";

    public string Shortened =>
        Text.Length <= 60 ? Text : Text.Substring(0, char.IsHighSurrogate(Text[56]) ? 56 : 57) + "...";
}

/// <param name="Slots">The items in the form in which the list keeps them.</param>
internal sealed record SeedSequence(TextSpan Span, EquatableArray<SeedSlot> Slots) : SeedNode(Span)
{
    public override string Noun => "a list";

    public EquatableArray<SeedNode> Items => Slots.Select(slot => slot.Node).ToEquatableArray();
}

internal sealed record SeedMapping(TextSpan Span, EquatableArray<SeedEntry> Entries) : SeedNode(Span)
{
    public override string Noun => "a mapping";

    /// <summary>Up to this number, entries are searched one by one; above it, by an index.</summary>
    private const int FewEntries = 64;

    private Derived<Dictionary<string, int>> _places;

    public SeedEntry? Find(string key)
    {
        if (Entries.Count > FewEntries)
            return Places.Find(ref _places, Entries, key, static entry => entry.Name) is >= 0 and var place
                ? Entries[place]
                : null;
        foreach (var entry in Entries)
            if (entry.Name == key)
                return entry;
        return null;
    }

    public SeedNode? ValueOf(string key) => Find(key)?.Value;

    public string? TextOf(string key) => ValueOf(key) is SeedScalar { IsNull: false } scalar ? scalar.Text : null;
}

internal readonly record struct SeedEntry(SeedSlot KeySlot, SeedSlot ValueSlot)
{
    /// <summary>The text of the key.</summary>
    public string Name => KeySlot.Text!;

    public SeedScalar Key => (SeedScalar)KeySlot.Node;

    public SeedNode Value => ValueSlot.Node;
}

/// <summary>The form in which a parent keeps a node. A scalar is not an object here, only its text: seeds have a
/// million scalars, which stay as long as the project is open, and each object that stays costs the garbage collector
/// as much time as the parser took to read it.</summary>
internal readonly record struct SeedSlot
{
    private readonly object _content;
    private readonly TextSpan _span;
    private readonly bool _isPlain;

    public SeedSlot(SeedNode node) =>
        (_content, _span, _isPlain) = node is SeedScalar scalar
            ? (scalar.Text, scalar.Span, scalar.IsPlain)
            : ((object)node, node.Span, false);

    /// <summary>The text of a scalar; null for any other node.</summary>
    public string? Text => _content as string;

    public TextSpan Span => _span;

    /// <inheritdoc cref="SeedScalar.IsPlain"/>
    public bool IsPlain => _isPlain;

    public SeedNode Node => _content is string text ? new SeedScalar(_span, text, _isPlain) : (SeedNode)_content;
}
