namespace DataPackage.Engine.Articles;

/// <summary>The words of protected articles that are repeated in places that may repeat some.</summary>
internal sealed class RepeatedWords
{
    private readonly Dictionary<ProtectedArticle, (HashSet<int> Words, int Weight)> _words = [];

    public void Add(StretchIndex stretches, Stretch stretch)
    {
        var article = stretches.ArticleOf(stretch);
        var (words, weight) = _words.TryGetValue(article, out var known) ? known : ([], 0);
        for (var word = stretch.FirstWord; word < stretch.EndWord; word++)
            if (words.Add(word))
                weight += article.Letters.Words[word].Weight;
        _words[article] = (words, weight);
    }

    public bool IsTooMany(ProtectedArticle article) =>
        _words.TryGetValue(article, out var known)
        && known.Weight > RightsChecker.MostWordsOfAddresses * StretchIndex.WordWeight;
}
