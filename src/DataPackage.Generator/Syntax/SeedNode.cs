using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Syntax;

/// <summary>A node of a seed's tree, with its place in the file. Nothing behind the Bind stage holds one.</summary>
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

    public string Shortened => Text.Length <= 60 ? Text : Text.Substring(0, char.IsHighSurrogate(Text[56]) ? 56 : 57) + "...";
}

internal sealed record SeedSequence(TextSpan Span, EquatableArray<SeedNode> Items) : SeedNode(Span)
{
    public override string Noun => "a list";
}

internal sealed record SeedMapping(TextSpan Span, EquatableArray<SeedEntry> Entries) : SeedNode(Span)
{
    public override string Noun => "a mapping";

    public SeedEntry? Find(string key)
    {
        foreach (var entry in Entries)
            if (entry.Key.Text == key) return entry;
        return null;
    }

    public string? TextOf(string key) => Find(key)?.Value is SeedScalar { IsNull: false } scalar ? scalar.Text : null;
}

internal sealed record SeedEntry(SeedScalar Key, SeedNode Value);

/// <summary>The offsets at which the lines of a file start: all that is needed to turn an offset into a line and a column.</summary>
internal sealed record LineMap(EquatableArray<int> Starts)
{
    public static LineMap Of(SourceText text) => new(text.Lines.Select(line => line.Start).ToEquatableArray());

    public LinePosition this[int offset]
    {
        get
        {
            int low = 0, high = Starts.Count - 1;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (Starts[middle] <= offset) low = middle;
                else high = middle - 1;
            }

            return new LinePosition(low, offset - (Starts.Count == 0 ? 0 : Starts[low]));
        }
    }
}

/// <summary>One file as read: its tree, and the text of an article.</summary>
/// <param name="SeedPath">The path below the seeds folder, with forward slashes.</param>
/// <param name="FilePath">The path as the compiler knows it, for locations.</param>
/// <param name="Root">Null where the file is empty or could not be read.</param>
/// <param name="IsBroken">The file could not be read as a whole: what it lacks must not be reported too.</param>
internal sealed record SeedDocument(
    string SeedPath, string FilePath, LineMap Lines, SeedNode? Root, ArticleBody? Article, bool IsBroken,
    EquatableArray<SeedDiagnostic> Diagnostics)
{
    public SeedLocation At(TextSpan span) => new(FilePath, span, new LinePositionSpan(Lines[span.Start], Lines[span.End]));

    public SeedLocation At(SeedNode node) => At(node.Span);

    /// <summary>The first folder of the path, or the file's name without its extension where it is in no folder: what names the kind.</summary>
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
