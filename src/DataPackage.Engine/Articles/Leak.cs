using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A stretch of a protected article that generated code repeats.</summary>
internal sealed record Leak
{
    /// <summary>The entities or the generated file that repeat it, in words.</summary>
    public required string Place { get; init; }

    /// <summary>The index of the article among the protected ones.</summary>
    public required int Article { get; init; }

    /// <summary>The first of the article's letters.</summary>
    public required int Start { get; init; }

    /// <summary>The end in letters, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The first of the article's words.</summary>
    public required int FirstWord { get; init; }

    /// <summary>The end in words, exclusive.</summary>
    public required int EndWord { get; init; }

    /// <summary>Whether it is a part of a web address, which may repeat some words.</summary>
    public required bool IsAddress { get; init; }

    public static Leak Of(string place, Stretch stretch, bool isAddress) =>
        new()
        {
            Place = place,
            Article = stretch.Article,
            Start = stretch.Start,
            End = stretch.End,
            FirstWord = stretch.FirstWord,
            EndWord = stretch.EndWord,
            IsAddress = isAddress,
        };

    /// <summary>Reports each article that generated files repeat, unless a message about a seed names it.</summary>
    /// <param name="leaks">Those of entities first: they say more than the name of a file.</param>
    /// <param name="reported">The messages about seeds.</param>
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
            // After a check that failed, unreported repetitions prove nothing.
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

    /// <summary>The first that is not allowed; null if all are.</summary>
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

        // The words of addresses are in generated code too, outside of the addresses.
        return leaks.Find(leak =>
            !leak.IsAddress && !Enumerable.Range(leak.FirstWord, leak.EndWord - leak.FirstWord).All(words.Contains)
        );
    }
}
