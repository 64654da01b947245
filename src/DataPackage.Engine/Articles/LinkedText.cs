namespace DataPackage.Engine.Articles;

/// <summary>The text of an article.</summary>
/// <param name="Text">Null if the text may not be redistributed.</param>
internal sealed record LinkedText(string? Text, string Sha256);
