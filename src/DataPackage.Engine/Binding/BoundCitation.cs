using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <summary>A quote from an article, as a seed states it.</summary>
internal sealed record BoundCitation
{
    /// <summary>The id of the article.</summary>
    public required string Article { get; init; }

    public required SeedPosition ArticleLocation { get; init; }

    public required string Quote { get; init; }

    public required SeedPosition QuoteLocation { get; init; }

    /// <summary>The text before the quote; null if not stated.</summary>
    public required string? Prefix { get; init; }

    /// <summary>The text after the quote; null if not stated.</summary>
    public required string? Suffix { get; init; }

    /// <summary>The paths of what it supports: <c>birthDate</c>, <c>positions[0]</c>, <c>positions[0].title</c>; empty
    /// for the entity itself.</summary>
    public required EquatableArray<string> For { get; init; }
}
