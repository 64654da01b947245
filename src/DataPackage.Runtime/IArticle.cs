namespace DataPackage.Runtime;

/// <summary>A text that is the source of facts in a package; citations quote it.</summary>
public interface IArticle : IEntity
{
    /// <summary>The whole text, with line feeds as line ends, in Unicode normalization form C. Null if the package has
    /// only the article's metadata, or the article may not be redistributed.</summary>
    string? Text { get; }

    /// <summary>The SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal: compare it to tell whether another
    /// copy is the cited text. Null if the build did not have the text.</summary>
    string? Sha256 { get; }
}
