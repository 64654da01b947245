using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A seed with the articles that it cites. Its quotes are searched again only when it or one of these
/// changes.</summary>
/// <param name="Articles">For each entity, the article that it is, then the article of each of its citations; null for
/// none.</param>
internal sealed record CitingSeed(BoundSeed Seed, EquatableArray<Article?> Articles)
{
    public static CitingSeed Of(BoundSeed seed, ArticleShelf shelf)
    {
        var articles = new Article?[seed.Entities.Count + seed.Entities.Sum(entity => entity.Citations.Count)];
        var next = 0;
        foreach (var entity in seed.Entities)
        {
            articles[next++] = shelf.Find(entity);
            foreach (var citation in entity.Citations)
                articles[next++] = shelf.Find(citation.Article);
        }

        return new CitingSeed(seed, new(articles));
    }

    /// <summary>A seed whose articles could not be searched.</summary>
    public static CitingSeed Failed(BoundSeed seed, SeedDiagnostic failure) =>
        new(
            seed.With(failure),
            new(new Article?[seed.Entities.Count + seed.Entities.Sum(entity => entity.Citations.Count)])
        );
}
