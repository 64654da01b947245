using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>An article as citations need it.</summary>
/// <param name="Body">Null if the package does not have the article's text.</param>
/// <param name="Language">A tag of BCP 47; null if it is not stated.</param>
/// <param name="IsBroken">Its seed could not be read, which was reported. Quotes that it lacks may be right.</param>
internal sealed record Article(string Id, ArticleBody? Body, bool MayRedistribute, string? Language, bool IsBroken);

/// <summary>The part of an article that is in one seed: the metadata, with the text if both are one file, or the text
/// alone.</summary>
/// <param name="Kind">Null for the text alone.</param>
internal sealed record ArticlePart(string SeedPath, string FilePath, string? Kind, Article Article) : ISeed
{
    public static IEnumerable<ArticlePart> Of(BoundSeed seed)
    {
        if (seed.Text is { } text)
            return
            [
                new ArticlePart(
                    seed.SeedPath,
                    seed.FilePath,
                    null,
                    new Article(text.Id, text.Body, MayRedistribute: false, Language: null, IsBroken: false)
                ),
            ];
        return seed
            .Entities.Where(entity => entity.Article is not null)
            .Select(entity => new ArticlePart(
                seed.SeedPath,
                seed.FilePath,
                entity.Kind,
                new Article(
                    entity.Id,
                    entity.Article!.Body,
                    entity.Article.MayRedistribute,
                    entity.Article.Language,
                    entity.IsBroken
                )
            ));
    }
}

/// <summary>The articles of the package, each put together from its parts.</summary>
internal sealed class ArticleShelf : IEquatable<ArticleShelf>
{
    private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly string? _kind;

    private ArticleShelf(string? kind) => _kind = kind;

    public static ArticleShelf Empty { get; } = new(null);

    public static ArticleShelf Of(
        IReadOnlyList<ArticlePart> parts,
        PackageSchema schema,
        CancellationToken cancellation
    )
    {
        var shelf = new ArticleShelf(schema.Article?.Name);
        var texts = new Dictionary<string, ArticleBody?>(StringComparer.Ordinal);
        foreach (var part in SeedOrder.Sort(parts))
        {
            cancellation.ThrowIfCancellationRequested();
            if (part.Kind is null && !texts.ContainsKey(part.Article.Id))
                texts.Add(part.Article.Id, part.Article.Body);
            if (part.Kind is null || part.Kind != shelf._kind || shelf._articles.ContainsKey(part.Article.Id))
                continue;
            shelf._articles.Add(part.Article.Id, part.Article);
            shelf._paths.Add(part.Article.Id, part.FilePath);
        }

        foreach (var text in texts)
            if (shelf._articles.TryGetValue(text.Key, out var article) && article.Body is null)
                shelf._articles[text.Key] = article with { Body = text.Value };
        return shelf;
    }

    /// <summary>The articles that may not be redistributed, ordered by id.</summary>
    public ProtectedArticles Protected =>
        new(
            _articles
                .Values.Where(article => article is { MayRedistribute: false, Body: not null })
                .OrderBy(article => article.Id, StringComparer.Ordinal)
                .Select(article => new ProtectedArticle(article.Id, article.Body!, _paths[article.Id]))
                .ToEquatableArray()
        );

    public Article? Find(string id) => _articles.TryGetValue(id, out var article) ? article : null;

    /// <summary>The article that an entity is; null if it is not one.</summary>
    public Article? Find(BoundEntity entity) => entity.Kind == _kind ? Find(entity.Id) : null;

    public bool Equals(ArticleShelf? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && _kind == other._kind
            && _articles.Count == other._articles.Count
            && _articles.Values.All(article =>
                article.Equals(other.Find(article.Id)) && _paths[article.Id] == other._paths[article.Id]
            )
        );

    public override bool Equals(object? obj) => Equals(obj as ArticleShelf);

    public override int GetHashCode() => _articles.Count;
}
