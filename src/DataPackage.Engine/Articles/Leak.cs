using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A stretch of a protected article in what is generated.</summary>
/// <param name="Place">In words: entities, or a generated file.</param>
/// <param name="Article">Its place among the protected ones.</param>
/// <param name="IsAddress">Whether it is a part of a web address, which may repeat some words.</param>
internal sealed record Leak(string Place, int Article, int Start, int End, int FirstWord, int EndWord, bool IsAddress)
{
    public static Leak Of(string place, Stretch stretch, bool isAddress) =>
        new(place, stretch.Article, stretch.Start, stretch.End, stretch.FirstWord, stretch.EndWord, isAddress);

    /// <summary>One message for each article that generated files repeat, unless a seed was told of it.</summary>
    /// <param name="leaks">Those of entities first: they say more than the name of a file.</param>
    /// <param name="reported">What was said of seeds.</param>
    public static EquatableArray<SeedDiagnostic> Report(
        IReadOnlyList<Leak> leaks,
        ProtectedArticles articles,
        IEnumerable<SeedDiagnostic> reported,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        if (articles.IsEmpty)
            return default;
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var diagnostic in reported)
        {
            // What a check that failed would have found, nobody knows.
            if (diagnostic.Rule == Rules.InternalError || diagnostic.Rule == Rules.MoreMistakes)
                return default;
            said.Add(diagnostic.Arguments[0]);
        }

        var diagnostics = new DiagnosticBag();
        foreach (var group in leaks.GroupBy(leak => leak.Article).OrderBy(group => group.Key))
        {
            var article = articles.Articles[group.Key];
            if (said.Contains(article.Id) || FirstOf(group.ToList(), article) is not { } leak)
                continue;
            diagnostics.Add(
                Rules.LeakOfProtectedArticle,
                SeedPosition.StartOf(article.FilePath),
                leak.Place,
                article.Id,
                article.Letters.Show(leak.Start, leak.End)
            );
        }

        return diagnostics.ToEquatableArray();
    }

    /// <summary>The first that is not allowed; null where all are.</summary>
    private static Leak? FirstOf(List<Leak> leaks, ProtectedArticle article)
    {
        var words = new HashSet<int>();
        var weight = 0;
        foreach (var leak in leaks.Where(leak => leak.IsAddress))
        {
            for (var word = leak.FirstWord; word < leak.EndWord; word++)
                if (words.Add(word))
                    weight += article.Letters.Words[word].Weight;
            if (weight > RightsChecker.MostWordsOfAddresses * StretchIndex.WordWeight)
                return leak;
        }

        // Addresses are generated too.
        return leaks.Find(leak =>
            !leak.IsAddress && !Enumerable.Range(leak.FirstWord, leak.EndWord - leak.FirstWord).All(words.Contains)
        );
    }
}
