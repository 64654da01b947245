using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;

namespace DataPackage.Engine.Articles;

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
            // An article that could not be read was reported; quotes from it may be right.
            if (!article.IsBroken)
                diagnostics.Add(Rules.ArticleWithoutText, citation.QuoteLocation, citation.Article);
            return null;
        }

        var passage = QuoteMatcher
            .Of(body)
            .Find(citation.Quote, citation.Prefix, citation.Suffix, out var count, out var lines);
        if (passage is not null)
            return passage with { Text = article.MayRedistribute ? passage.Text : null, Language = article.Language };

        // The text of an article is unknown if its front matter is missing or malformed.
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
                "; nor does it contain anything near. Quotes are compared exactly, except white space, quotation "
                    + "marks and dashes"
            );
    }

    private static string Has(string word, string who) => word.Length == 0 ? who + " ends" : $"{who} has '{word}'";

    /// <summary>The facts of an entity that are cited: <c>Person/ann (birthDate, positions)</c>; the entity itself
    /// without paths.</summary>
    public static string FactsOf(BoundEntity entity, IEnumerable<string> paths) =>
        $"{entity.Kind}/{entity.Id}"
        + (string.Join(", ", paths.Distinct(StringComparer.Ordinal)) is { Length: > 0 } names ? $" ({names})" : "");

    private static string LinesOf(int count, IReadOnlyList<int> lines) =>
        (lines.Count == 1 && count <= 10 ? "line " : "lines ")
        + string.Join(", ", lines.Select(Number))
        + (count > 10 ? " and others" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
