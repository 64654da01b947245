namespace DataPackage.Engine.Schema.Model;

/// <param name="Namespace">Of the generated code; null where datapackage.yaml does not say.</param>
/// <param name="Language">The default language of localized text (BCP 47).</param>
/// <param name="MaxQuoteLength">The most Unicode code points that a quote, its prefix and its suffix may each
/// have.</param>
internal sealed record PackageFacts(string? Namespace, string Language, CitationPolicy Citations, int MaxQuoteLength)
{
    public const int DefaultMaxQuoteLength = 200;

    /// <summary>A quote is a passage, not a copy of the article; and what a quote that was not found costs to compare
    /// grows with its length.</summary>
    public const int LargestMaxQuoteLength = 2000;

    public static PackageFacts Default { get; } = new(null, "en", CitationPolicy.None, DefaultMaxQuoteLength);
}

/// <summary>What must be cited; spelled in lower case in datapackage.yaml.</summary>
internal enum CitationPolicy
{
    None,

    /// <summary>Every entity but articles.</summary>
    Entity,

    /// <summary>Every value of them that <see cref="Kind.MustBeCited"/> names.</summary>
    Property,
}
