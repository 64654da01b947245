using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A seed with the articles that it cites, and no other: what it quotes is looked for again when one of these
/// has changed.</summary>
/// <param name="Articles">For each entity the article that it is, then the one of each of its citations; null for
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

    /// <summary>Of a seed whose articles could not be looked for.</summary>
    public static CitingSeed Failed(BoundSeed seed, SeedDiagnostic failure) =>
        new(
            seed with
            {
                Diagnostics = seed.Diagnostics.Append(failure).ToEquatableArray(),
            },
            new(new Article?[seed.Entities.Count + seed.Entities.Sum(entity => entity.Citations.Count)])
        );
}

/// <summary>A seed whose quotes have been looked for.</summary>
/// <param name="Entities">One for each entity of the seed.</param>
/// <param name="Diagnostics">What is wrong with the quotes.</param>
internal sealed record VerifiedSeed(
    BoundSeed Seed,
    EquatableArray<VerifiedEntity> Entities,
    EquatableArray<SeedDiagnostic> Diagnostics
)
{
    /// <summary>What is wrong with the seed, without a look at others.</summary>
    public EquatableArray<SeedDiagnostic> AllDiagnostics =>
        Seed.Diagnostics.Count == 0 ? Diagnostics : Seed.Diagnostics.Concat(Diagnostics).ToEquatableArray();

    public static VerifiedSeed WithoutQuotes(BoundSeed seed, EquatableArray<SeedDiagnostic> diagnostics) =>
        new(
            seed,
            seed.Entities.Select(entity => new VerifiedEntity(null, new(new Passage?[entity.Citations.Count])))
                .ToEquatableArray(),
            diagnostics
        );
}

/// <param name="Text">Of an article.</param>
/// <param name="Passages">For each citation what it quotes, null where that was not found.</param>
internal readonly record struct VerifiedEntity(LinkedText? Text, EquatableArray<Passage?> Passages);

/// <summary>Looks for the quotes of one seed in the articles that it cites.</summary>
internal static class QuoteVerifier
{
    public static VerifiedSeed Verify(CitingSeed citing, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var entities = new VerifiedEntity[citing.Seed.Entities.Count];
        var next = 0;
        for (var i = 0; i < entities.Length; i++)
        {
            var entity = citing.Seed.Entities[i];
            var citations = entity.Citations;
            var text = TextOf(citing.Articles[next++]);
            var passages = citations.Count == 0 ? [] : new Passage?[citations.Count];
            for (var j = 0; j < passages.Length; j++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (citing.Articles[next++] is { } article)
                    passages[j] = Find(entity, citations[j], article, diagnostics);
            }

            entities[i] = new VerifiedEntity(text, new(passages));
        }

        return new VerifiedSeed(citing.Seed, new(entities), diagnostics.ToEquatableArray());
    }

    private static LinkedText? TextOf(Article? article) =>
        article?.Body is { } body ? new LinkedText(article.MayRedistribute ? body.Text : null, body.Sha256) : null;

    private static Passage? Find(BoundEntity entity, BoundCitation citation, Article article, DiagnosticBag diagnostics)
    {
        if (article.Body is not { } body)
        {
            // An article that could not be read has been reported; its quotes are not at fault.
            if (!article.IsBroken)
                diagnostics.Add(Rules.ArticleWithoutText, citation.QuoteLocation, citation.Article);
            return null;
        }

        var passage = QuoteMatcher
            .Of(body)
            .Find(citation.Quote, citation.Prefix, citation.Suffix, out var count, out var lines);
        if (passage is not null)
            return article.MayRedistribute ? passage : passage with { Text = null };

        // What an article without its front matter, or with a malformed one, contains is anybody's guess.
        if (article.IsBroken || diagnostics.Counts(citation.QuoteLocation))
            return null;
        if (count > 1)
            diagnostics.Add(
                Rules.QuoteAmbiguous,
                citation.QuoteLocation,
                citation.Article,
                Number(count),
                LinesOf(count, lines)
            );
        else
            ReportNotFound(entity, citation, QuoteMatcher.Of(body), diagnostics);
        return null;
    }

    private static void ReportNotFound(
        BoundEntity entity,
        BoundCitation citation,
        QuoteMatcher quotes,
        DiagnosticBag diagnostics
    )
    {
        var facts = FactsOf(entity, citation.For);
        var elsewhere = 0;
        if ((citation.Prefix ?? citation.Suffix) is not null)
            quotes.Find(citation.Quote, null, null, out elsewhere, out _);
        if (elsewhere > 0)
            diagnostics.Add(
                Rules.QuoteNotFound,
                citation.QuoteLocation,
                citation.Article,
                facts,
                ", between that prefix and that suffix; without them it does"
            );
        else if (quotes.FindLetters(citation.Quote) is { } letters)
            diagnostics.Add(
                Rules.QuotePunctuation,
                citation.QuoteLocation,
                citation.Article,
                facts,
                Number(letters.Line),
                letters.Text
            );
        else if (quotes.FindNearest(citation.Quote) is { } near)
            diagnostics.Add(
                Rules.QuoteNotFound,
                citation.QuoteLocation,
                citation.Article,
                facts,
                $"; the nearest passage, in line {Number(near.Line)}, is '{near.Text}', where "
                    + $"{Has(near.WordOfArticle, "the article")} and {Has(near.WordOfQuote, "the quote")}"
            );
        else
            diagnostics.Add(
                Rules.QuoteNotFound,
                citation.QuoteLocation,
                citation.Article,
                facts,
                "; nor does it contain anything near. Quotes are compared literally, but for white space, quotation "
                    + "marks and dashes"
            );
    }

    private static string Has(string word, string who) => word.Length == 0 ? who + " ends" : $"{who} has '{word}'";

    /// <summary>What of an entity is cited: <c>Person/ann (birthDate, positions)</c>; the entity as such where no path
    /// says what.</summary>
    public static string FactsOf(BoundEntity entity, IEnumerable<string> paths) =>
        $"{entity.Kind}/{entity.Id}"
        + (string.Join(", ", paths.Distinct(StringComparer.Ordinal)) is { Length: > 0 } names ? $" ({names})" : "");

    private static string LinesOf(int count, IReadOnlyList<int> lines) =>
        (lines.Count == 1 && count <= 10 ? "line " : "lines ")
        + string.Join(", ", lines.Select(Number))
        + (count > 10 ? " and others" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
