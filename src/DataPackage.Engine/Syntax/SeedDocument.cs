using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>One file as read: its tree, and the text of an article.</summary>
internal sealed record SeedDocument : ISeed
{
    /// <summary>The document of a declaration that is in no file.</summary>
    public static SeedDocument None { get; } =
        new()
        {
            SeedPath = "",
            FilePath = "",
            Lines = new LineMap(default),
        };

    /// <summary>The path below the seeds folder, with forward slashes.</summary>
    public required string SeedPath { get; init; }

    /// <summary>The path as the compiler has it, for locations.</summary>
    public required string FilePath { get; init; }

    /// <summary>The piece of the file that this is; null if it is the whole file.</summary>
    public PieceId? Piece { get; init; }

    public required LineMap Lines { get; init; }

    /// <summary>The tree of the file, or of its first YAML document; null if the file is empty or could not be
    /// read.</summary>
    public SeedNode? Root { get; init; }

    /// <summary>The trees of the other YAML documents.</summary>
    public EquatableArray<SeedNode> MoreRoots { get; init; }

    /// <summary>The text after the metadata, such as that of an article; null if the file has none.</summary>
    public ArticleBody? Article { get; init; }

    /// <summary>The text of a plain text file, with what may be metadata in it; null for other files.</summary>
    public ArticleBody? WholeText { get; init; }

    /// <summary>The reason why the metadata of a text cannot be read, which matters only if a kind takes the file; null
    /// if there is none.</summary>
    public string? TextFault { get; init; }

    /// <summary>Whether the file could not be read as a whole: what it lacks must not be reported as well.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The messages of reading.</summary>
    public EquatableArray<SeedDiagnostic> Diagnostics { get; init; }

    /// <summary>Whether this is the inferred schema of a collection that has no schema file.</summary>
    public bool IsInferred { get; init; }

    /// <summary>The offsets of bidirectional controls. The property whose text has one decides whether it is
    /// allowed.</summary>
    public EquatableArray<int> DirectionControls { get; init; }

    /// <summary>The parts that could not be read, in order. Each lies within the nodes that it was a part of; a key
    /// whose value is lost has one of these as its value.</summary>
    public EquatableArray<TextSpan> Lost { get; init; }

    public SeedSize Size { get; init; }

    /// <summary>Whether a part of the files that it was inferred from could not be read.</summary>
    public bool IsInferredInPart { get; init; }

    /// <summary>The trees of all YAML documents, in the order of the file.</summary>
    public IEnumerable<SeedNode> Roots => Root is null ? [] : MoreRoots.Prepend(Root);

    public SeedPosition At(TextSpan span) => new(FilePath, span, Lines[span], Piece);

    public SeedPosition At(SeedNode node) => At(node.Span);

    /// <summary>The place of a node's first character, with a length of zero.</summary>
    public SeedPosition StartOf(SeedNode node) => At(new TextSpan(node.Span.Start, 0));

    /// <summary>Whether a part of the node, or all of it, could not be read: what it lacks may be there.</summary>
    public bool LacksPartOf(SeedNode node) =>
        FindLostIn(node.Span) is { } lost && (node is not SeedScalar || lost.Length > 0 || lost == node.Span);

    /// <inheritdoc cref="LacksPartOf(SeedNode)"/>
    public bool LacksPartOf(TextSpan span) => FindLostIn(span) is not null;

    /// <summary>Whether a mistake in a span may be a consequence of a part that could not be read, because that is
    /// within the span or starts on its line.</summary>
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

    /// <summary>Whether the line before or after an entry could not be read and is indented deeper than its key: the
    /// entry may belong to that line.</summary>
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

    /// <summary>The offset of the first bidirectional control in a part of the file; null if there is none.</summary>
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

    /// <inheritdoc cref="SeedPaths.CollectionOf"/>
    public string Collection => SeedPaths.CollectionOf(SeedPath);

    public bool IsInFolder => SeedPath.Contains('/');

    public string FileName => SeedPaths.NameOf(SeedPath);
}
