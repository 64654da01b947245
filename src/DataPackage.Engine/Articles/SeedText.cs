using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A text of a seed.</summary>
/// <param name="Span">Of a scalar.</param>
/// <param name="Column">The key that it is a value of, also where it stands in a list; null for keys, and for what is
/// no part of the tree.</param>
/// <param name="Depth">Of a key: in how many mappings and lists it stands.</param>
/// <param name="Citation">Where the quote stands, of a text that may be a part of a citation; negative for any
/// other.</param>
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
