namespace DataPackage.Engine.Articles;

/// <param name="Text">The text of the article; null if it may not be redistributed.</param>
/// <param name="Paragraph">Counted from 1.</param>
/// <param name="Start">In Unicode code points; <paramref name="End"/> is exclusive.</param>
internal sealed record Passage(string? Text, int Paragraph, int Start, int End)
{
    /// <summary>The language of the article (BCP 47); null if it is not stated.</summary>
    public string? Language { get; init; }
}

/// <summary>A passage that is similar to a quote.</summary>
/// <param name="Line">The line in the article's file, counted from 1.</param>
/// <param name="Text">The passage on one line, shortened if it is long.</param>
/// <param name="WordOfQuote">The first word of the quote that the passage does not have; empty if the quote ends
/// before.</param>
/// <param name="WordOfArticle">The word that the passage has in its place; empty if the article ends before.</param>
internal readonly record struct NearPassage(int Line, string Text, string WordOfQuote, string WordOfArticle);
