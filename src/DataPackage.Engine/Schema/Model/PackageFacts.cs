using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <param name="Namespace">The namespace of the generated code; null if datapackage.yaml does not state it.</param>
/// <param name="Language">The default language of localized text (BCP 47).</param>
/// <param name="MaxQuoteLength">The most Unicode code points of a quote, and of its prefix and its suffix.</param>
/// <param name="Excluded">The files and folders that hold no data.</param>
internal sealed record PackageFacts(
    string? Namespace,
    string Language,
    CitationPolicy Citations,
    int MaxQuoteLength,
    EquatableArray<SeedSource> Excluded = default
)
{
    public const int DefaultMaxQuoteLength = 200;

    /// <summary>A quote is a passage, not a copy of the article; and the search for a quote that is not found grows
    /// with its length.</summary>
    public const int LargestMaxQuoteLength = 2000;

    public static PackageFacts Default { get; } = new(null, "en", CitationPolicy.None, DefaultMaxQuoteLength);
}

/// <summary>What must be cited; in lower case in datapackage.yaml.</summary>
internal enum CitationPolicy
{
    None,

    /// <summary>Every entity except articles.</summary>
    Entity,

    /// <summary>Every value of these entities that <see cref="Kind.MustBeCited"/> names.</summary>
    Property,
}
