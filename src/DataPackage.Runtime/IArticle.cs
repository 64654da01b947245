namespace DataPackage.Runtime;

/// <summary>A text from which the facts of a package are taken, and which its citations quote.</summary>
public interface IArticle : IEntity
{
    /// <summary>The whole text, with line feeds between lines and in Unicode normalization form C. Null where the
    /// package has only the article's metadata, or where the article may not be redistributed.</summary>
    string? Text { get; }

    /// <summary>SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal digits: it tells whether another copy is
    /// the text that was cited. Null where the text was not there when the package was built.</summary>
    string? Sha256 { get; }
}
