using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>An article that may not be redistributed.</summary>
internal sealed class ProtectedArticle(string id, ArticleBody body, string filePath) : IEquatable<ProtectedArticle>
{
    private LetteredText? _letters;

    public string Id { get; } = id;

    public ArticleBody Body { get; } = body;

    /// <summary>The file of its metadata, for messages that have no position of their own.</summary>
    public string FilePath { get; } = filePath;

    /// <summary>The letters of the text, made on first use. Threads that race make equal ones.</summary>
    public LetteredText Letters => _letters ??= new LetteredText(Body.Text);

    public bool Equals(ProtectedArticle? other) =>
        other is not null && Id == other.Id && Body.Sha256 == other.Body.Sha256 && FilePath == other.FilePath;

    public override bool Equals(object? obj) => Equals(obj as ProtectedArticle);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Body.Sha256);
}

/// <summary>All articles of a package that may not be redistributed.</summary>
/// <param name="Articles">Ordered by id.</param>
internal sealed record ProtectedArticles(EquatableArray<ProtectedArticle> Articles)
{
    private StretchIndex? _stretches;

    public static ProtectedArticles None { get; } = new(default(EquatableArray<ProtectedArticle>));

    public bool IsEmpty => Articles.Count == 0;

    /// <summary>Made on first use. Threads that race make equal ones.</summary>
    public StretchIndex Stretches => _stretches ??= new StretchIndex(Articles);

    public bool Equals(ProtectedArticles? other) => other is not null && Articles.Equals(other.Articles);

    public override int GetHashCode() => Articles.GetHashCode();
}
