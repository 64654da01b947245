using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A text of a seed.</summary>
/// <param name="Span">The position of a scalar.</param>
/// <param name="Column">The key whose value it is, or whose list it is in; null for keys, and for texts outside of the
/// tree.</param>
/// <param name="Depth">How many mappings and lists enclose a key.</param>
/// <param name="Citation">The offset of the quote, for texts that may be a part of a citation; otherwise
/// negative.</param>
internal readonly record struct SeedText(
    SeedTextKind Kind,
    string Text,
    TextSpan Span,
    string? Column = null,
    int Depth = 0,
    int Citation = -1
);

internal enum SeedTextKind
{
    /// <summary>The folders of the seed's path.</summary>
    Folder,

    /// <summary>The name of the file, without its extension.</summary>
    File,
    Key,
    Value,

    /// <summary>The text of an article.</summary>
    Body,
}
