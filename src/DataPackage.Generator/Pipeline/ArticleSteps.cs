using System.Collections.Immutable;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The articles of the package.</summary>
/// <param name="Seeds">The seeds that contain an article.</param>
internal sealed record ShelvedArticles(
    IncrementalValuesProvider<BoundSeed> Seeds,
    IncrementalValueProvider<ArticleShelf> Shelf
);

/// <summary>The steps that read articles and verify the quotes from them.</summary>
internal static class ArticleSteps
{
    public static ShelvedArticles Shelve(
        StepRegistry steps,
        Gathered<BoundSeed> bound,
        IncrementalValueProvider<PackageSchema> schema
    )
    {
        var seeds = steps.Few(
            Steps.ArticleSeeds,
            bound.Each,
            (seed, _) => seed.HasArticle ? ImmutableArray.Create(seed) : ImmutableArray<BoundSeed>.Empty
        );
        var parts = steps.Few(Steps.ArticleParts, seeds, (seed, _) => ArticlePart.Of(seed).ToImmutableArray());
        var shelf = steps.Once(
            Steps.Articles,
            StepRegistry.Gather(parts).All,
            schema,
            (parts, schema, cancellation) => new Result<ArticleShelf>(ArticleShelf.Of(parts, schema, cancellation)),
            (_, _) => ArticleShelf.Empty
        );
        steps.Check(
            Steps.StaleArticles,
            bound.All,
            shelf,
            (seeds, shelf, cancellation) => StaleArticles.Find(seeds, shelf, cancellation)
        );
        return new ShelvedArticles(seeds, shelf);
    }

    /// <summary>Verifies the quotes of each seed, which depend only on the articles that it cites. Reports the errors
    /// within each seed.</summary>
    public static IncrementalValuesProvider<VerifiedSeed> Verify(
        StepRegistry steps,
        Gathered<BoundSeed> bound,
        ShelvedArticles articles
    )
    {
        var citing = StepRegistry.Each(
            Steps.CitedArticles,
            bound.Each,
            articles.Shelf,
            (seed, shelf, _) => CitingSeed.Of(seed, shelf),
            CitingSeed.Failed
        );
        var verified = StepRegistry.Each(
            Steps.Verify,
            citing,
            (seed, cancellation) => QuoteVerifier.Verify(seed, cancellation),
            (seed, failure) => VerifiedSeed.WithoutQuotes(seed.Seed, new([failure]))
        );
        steps.ReportKept(verified, seed => seed.AllDiagnostics);
        return verified;
    }

    /// <summary>Verifies the mentions that articles declare, which depend on the names of all seeds.</summary>
    public static void VerifyMentions(
        StepRegistry steps,
        ShelvedArticles articles,
        Gathered<LinkedSeed> linked,
        IncrementalValueProvider<PackageIndex> index
    )
    {
        var declaring = steps.Few(
            Steps.DeclaredMentions,
            articles.Seeds,
            (seed, _) => DeclaringArticle.Of(seed).ToImmutableArray()
        );
        steps.Check(
            Steps.Mentions,
            StepRegistry.Gather(declaring).All,
            articles.Shelf,
            linked.All,
            index,
            (declaring, shelf, seeds, index, cancellation) =>
                MentionVerifier.Verify(declaring, shelf, seeds, index, cancellation)
        );
    }
}
