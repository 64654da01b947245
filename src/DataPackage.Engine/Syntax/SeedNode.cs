using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>A node of a seed's tree, with its place in the file. Nothing behind the Bind step holds one.</summary>
internal abstract record SeedNode(TextSpan Span)
{
    /// <summary>What a curator calls such a node, for messages.</summary>
    public abstract string Noun { get; }
}

/// <param name="Text">The text that the scalar stands for: quotes removed, escapes resolved, lines folded.</param>
/// <param name="IsPlain">Neither quoted nor a block: only such a scalar can stand for null.</param>
internal sealed record SeedScalar(TextSpan Span, string Text, bool IsPlain) : SeedNode(Span)
{
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Noun => IsNull ? "nothing" : $"the text '{Shortened}'";

    public string Shortened =>
        Text.Length <= 60 ? Text : Text.Substring(0, char.IsHighSurrogate(Text[56]) ? 56 : 57) + "...";
}

/// <param name="Slots">The items as the list keeps them.</param>
internal sealed record SeedSequence(TextSpan Span, EquatableArray<SeedSlot> Slots) : SeedNode(Span)
{
    public override string Noun => "a list";

    public EquatableArray<SeedNode> Items => Slots.Select(slot => slot.Node).ToEquatableArray();
}

internal sealed record SeedMapping(TextSpan Span, EquatableArray<SeedEntry> Entries) : SeedNode(Span)
{
    public override string Noun => "a mapping";

    /// <summary>So many entries are looked through; of more, their places are kept.</summary>
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

/// <summary>A node as its parent keeps it. A scalar is no object there, only its text: seeds have a million of them,
/// they stay as long as the project is open, and each object that stays costs the garbage collector as much as the
/// parser took to read it.</summary>
internal readonly record struct SeedSlot
{
    private readonly object _content;
    private readonly TextSpan _span;
    private readonly bool _isPlain;

    public SeedSlot(SeedNode node) =>
        (_content, _span, _isPlain) = node is SeedScalar scalar
            ? (scalar.Text, scalar.Span, scalar.IsPlain)
            : ((object)node, node.Span, false);

    /// <summary>Null where the node is no scalar.</summary>
    public string? Text => _content as string;

    public TextSpan Span => _span;

    public SeedNode Node => _content is string text ? new SeedScalar(_span, text, _isPlain) : (SeedNode)_content;
}

/// <summary>The offsets at which the lines of a file start: all that is needed to turn an offset into a line and a
/// column.</summary>
internal sealed record LineMap(EquatableArray<int> Starts)
{
    /// <summary>Lines end where the compiler ends them; other line ends than these are forbidden in seeds.</summary>
    public static LineMap Of(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOfAny(LineEnds); i >= 0; i = i < text.Length ? text.IndexOfAny(LineEnds, i) : -1)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
        }

        return new LineMap(starts.ToEquatableArray());
    }

    private static readonly char[] LineEnds = ['\n', '\r'];

    public LinePosition this[int offset]
    {
        get
        {
            int low = 0,
                high = Starts.Count - 1;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (Starts[middle] <= offset)
                    low = middle;
                else
                    high = middle - 1;
            }

            return new LinePosition(low, offset - (Starts.Count == 0 ? 0 : Starts[low]));
        }
    }

    public LinePositionSpan this[TextSpan span]
    {
        get
        {
            var start = this[span.Start];
            var isOneLine = start.Line + 1 >= Starts.Count || span.End < Starts[start.Line + 1];
            return new LinePositionSpan(
                start,
                isOneLine ? new LinePosition(start.Line, start.Character + span.Length) : this[span.End]
            );
        }
    }
}

/// <summary>One file as read: its tree, and the text of an article.</summary>
/// <param name="SeedPath">The path below the seeds folder, with forward slashes.</param>
/// <param name="FilePath">The path as the compiler knows it, for locations.</param>
/// <param name="Root">Null where the file is empty or could not be read.</param>
/// <param name="MoreRoots">The trees of a file's YAML documents after the first.</param>
/// <param name="IsInferred">No file, but the schema that a collection without one would have.</param>
/// <param name="IsBroken">The file could not be read as a whole: what it lacks must not be reported too.</param>
/// <param name="Lost">The parts that could not be read, in their order; each lies within the nodes that it was a part
/// of, and a key whose value is lost has one of these for it.</param>
/// <param name="IsInferredInPart">A part of the files that it was inferred from could not be read.</param>
/// <param name="DirectionControls">Where bidirectional controls stand; whether they may is for the property to say that
/// they stand in.</param>
internal sealed record SeedDocument(
    string SeedPath,
    string FilePath,
    LineMap Lines,
    SeedNode? Root,
    ArticleBody? Article,
    bool IsBroken,
    EquatableArray<SeedDiagnostic> Diagnostics,
    EquatableArray<SeedNode> MoreRoots = default,
    bool IsInferred = false,
    EquatableArray<int> DirectionControls = default,
    EquatableArray<TextSpan> Lost = default,
    SeedSize Size = default,
    bool IsInferredInPart = false
) : ISeed
{
    /// <summary>The trees of all documents of the file, in their order.</summary>
    public IEnumerable<SeedNode> Roots => Root is null ? [] : MoreRoots.Prepend(Root);

    public SeedPosition At(TextSpan span) => new(FilePath, span, Lines[span]);

    public SeedPosition At(SeedNode node) => At(node.Span);

    /// <summary>Whether a part of the node could not be read, or all of it: what it lacks may be there.</summary>
    public bool LacksPartOf(SeedNode node) =>
        FindLostIn(node.Span) is { } lost && (node is not SeedScalar || lost.Length > 0 || lost == node.Span);

    /// <inheritdoc cref="LacksPartOf(SeedNode)"/>
    public bool LacksPartOf(TextSpan span) => FindLostIn(span) is not null;

    /// <summary>Whether a mistake there may be a consequence of a part that could not be read: that lies within, or
    /// starts on the same line.</summary>
    public bool IsInDoubt(TextSpan span)
    {
        if (Lost.Count == 0)
            return false;
        if (LacksPartOf(span))
            return true;
        var line = Lines[span.Start].Line;
        foreach (var lost in Lost)
            if (Lines[lost.Start].Line == line)
                return true;
        return false;
    }

    /// <summary>Whether the line before or after an entry could not be read and stands deeper than its key: the entry
    /// may be a part of what that line is in.</summary>
    public bool BordersOnFault(SeedEntry entry)
    {
        if (Lost.Count == 0)
            return false;
        var (key, end) = (Lines[entry.KeySlot.Span.Start], Lines[entry.ValueSlot.Span.End].Line);
        var next = FirstLostFrom(entry.ValueSlot.Span.End);
        return (
                next < Lost.Count
                && Lines[Lost[next].Start] is var after
                && after.Line == end + 1
                && after.Character > key.Character
            )
            || (
                next > 0
                && Lines[Lost[next - 1].Start].Character > key.Character
                && Lines[Lost[next - 1].End].Line == key.Line - 1
            );
    }

    private TextSpan? FindLostIn(TextSpan span)
    {
        var first = FirstLostFrom(span.Start);
        return first < Lost.Count && Lost[first].End <= span.End ? Lost[first] : null;
    }

    private int FirstLostFrom(int start)
    {
        int low = 0,
            high = Lost.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Lost[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The offset of the first bidirectional control in a part of the file, if there is one.</summary>
    public int? FindControlIn(TextSpan span)
    {
        int low = 0,
            high = DirectionControls.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (DirectionControls[middle] < span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < DirectionControls.Count && DirectionControls[low] < span.End ? DirectionControls[low] : null;
    }

    /// <summary>The first folder of the path, or the file's name without its extension where it is in no folder: what
    /// names the kind.</summary>
    public string Collection => SeedPath.IndexOf('/') is >= 0 and var slash ? SeedPath.Substring(0, slash) : FileName;

    public bool IsInFolder => SeedPath.Contains('/');

    public string FileName
    {
        get
        {
            var name = SeedPath.Substring(SeedPath.LastIndexOf('/') + 1);
            return name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;
        }
    }
}
