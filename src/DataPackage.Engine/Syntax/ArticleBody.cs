using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The text of an article. Its lines end in line feeds, and it has no blank lines at its ends.</summary>
/// <param name="Sha256">The SHA-256 of the text in UTF-8, in lower-case hexadecimal digits.</param>
/// <param name="ParagraphStarts">The offset at which each paragraph starts.</param>
/// <param name="FirstLine">The line of the file in which the text starts, counted from 1, for messages.</param>
internal sealed record ArticleBody(string Text, string Sha256, EquatableArray<int> ParagraphStarts, int FirstLine)
{
    /// <summary>Equal hashes mean equal texts, and everything but the line follows from the text.</summary>
    public bool Equals(ArticleBody? other) =>
        other is not null && Sha256 == other.Sha256 && FirstLine == other.FirstLine;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Sha256);
}
