namespace DataPackage.Engine.Articles;

/// <param name="Text">Null where the text may not be redistributed.</param>
internal sealed record LinkedText(string? Text, string Sha256);
