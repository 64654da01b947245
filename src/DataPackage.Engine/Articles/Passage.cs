namespace DataPackage.Engine.Articles;

/// <param name="Text">As the article has it; null where that may not be redistributed.</param>
/// <param name="Paragraph">Counted from 1.</param>
/// <param name="Start">In Unicode code points; <paramref name="End"/> is exclusive.</param>
internal sealed record Passage(string? Text, int Paragraph, int Start, int End);

/// <summary>A passage that is not the one that was quoted.</summary>
/// <param name="Line">Of the article's file, counted from 1.</param>
/// <param name="Text">In one line, shortened where it is long.</param>
/// <param name="WordOfQuote">The first word of the quote that the passage does not have; empty where the quote ends
/// before.</param>
/// <param name="WordOfArticle">What the passage has in its place; empty where the article ends before.</param>
internal readonly record struct NearPassage(int Line, string Text, string WordOfQuote, string WordOfArticle);
