using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The text of an article: line feeds only, no blank lines at its ends.</summary>
/// <param name="Sha256">Of the text's UTF-8 bytes, in lower-case hexadecimal digits.</param>
/// <param name="ParagraphStarts">The offset at which each paragraph starts.</param>
/// <param name="FirstLine">The line of its file, counted from 1, in which the text starts: messages name lines.</param>
internal sealed record ArticleBody(string Text, string Sha256, EquatableArray<int> ParagraphStarts, int FirstLine)
{
    /// <summary>The fingerprint is the text's, and all but the line follows from the text.</summary>
    public bool Equals(ArticleBody? other) =>
        other is not null && Sha256 == other.Sha256 && FirstLine == other.FirstLine;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Sha256);
}
