using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>Reports each article whose text differs from the pinned one, with the facts that are cited from
/// it.</summary>
internal static class StaleArticles
{
    /// <summary>The most facts in a message. Builds print each message several times, and nobody reads thousands of
    /// names.</summary>
    private const int MostNamed = 500;

    public static EquatableArray<SeedDiagnostic> Find(
        IReadOnlyList<BoundSeed> seeds,
        ArticleShelf articles,
        CancellationToken cancellation
    )
    {
        var stale = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var pins = new List<(Pin Pin, string Article, string Sha256)>();
        foreach (var article in seeds.SelectMany(seed => seed.Entities))
        {
            if (
                article.Article?.Pin is not { } pin
                || articles.Find(article)?.Body is not { } body
                || body.Sha256 == pin.Sha256
            )
                continue;
            pins.Add((pin, article.Id, body.Sha256));
            stale[article.Id] = [];
        }

        if (pins.Count == 0)
            return default;
        foreach (var entity in seeds.SelectMany(seed => seed.Entities))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var citations in entity.Citations.GroupBy(citation => citation.Article, StringComparer.Ordinal))
                if (stale.TryGetValue(citations.Key, out var cited))
                    cited.Add(QuoteVerifier.FactsOf(entity, citations.SelectMany(citation => citation.For)));
        }

        var diagnostics = new DiagnosticBag();
        foreach (var (pin, article, sha256) in pins)
        {
            if (diagnostics.Counts(pin.Location))
                continue;
            diagnostics.Add(Rules.StaleArticle, pin.Location, article, sha256, Spell(stale[article]));
        }

        return diagnostics.ToEquatableArray();
    }

    private static string Spell(List<string> cited)
    {
        if (cited.Count == 0)
            return "nothing is cited from it";
        var more =
            cited.Count > MostNamed
                ? $" and {(cited.Count - MostNamed).ToString(CultureInfo.InvariantCulture)} more"
                : "";
        return string.Join("; ", cited.OrderBy(facts => facts, StringComparer.Ordinal).Take(MostNamed)) + more;
    }
}
