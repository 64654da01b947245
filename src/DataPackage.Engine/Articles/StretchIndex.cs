using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>Every stretch of eight words of the protected articles, found by the letters that it ends in.</summary>
/// <remarks>
/// Stretches are compared by letters alone, so words that are split, joined or set apart are found too. Stretches have
/// many lengths. One hash rolls for each power of two: that of the last 8, 16, 32 ... letters. If it is known, the
/// whole stretch is looked up, in each length that has this ending. A stretch has at most <see cref="Longest"/>
/// letters: so many in a row are too many in any words. So the cost of a letter is bounded for all texts.
/// </remarks>
internal sealed class StretchIndex
{
    /// <summary>The weight of a word; a letter of a script without blanks weighs one or two quarters of it.</summary>
    public const int WordWeight = 4;

    public const int Longest = 256;

    /// <summary>The words of a shorter stretch are compared too, since its letters could be one long word, or a
    /// number.</summary>
    public const int LeastLettersAlone = 16;

    private const int Words = 8;

    /// <summary>The most further articles that are named for a stretch that several share.</summary>
    private const int MostTwins = 7;
    private const int LeastEnding = 8;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private readonly EquatableArray<ProtectedArticle> _articles;
    private readonly List<Stretch> _stretches = [];

    /// <summary>The index of each stretch, by the hash of all its letters.</summary>
    private readonly Dictionary<ulong, int> _byHash = [];

    /// <summary>The first length of the stretches with an ending, by the hash of the ending.</summary>
    private readonly Dictionary<ulong, int> _byEnding = [];
    private readonly List<(int Length, int Next)> _lengths = [];
    private readonly ulong[] _filter;

    public StretchIndex(EquatableArray<ProtectedArticle> articles)
    {
        _articles = articles;
        for (var i = 0; i <= Longest; i++)
            Powers[i] = i == 0 ? 1 : unchecked(Powers[i - 1] * Factor);
        var words = 0;
        foreach (var article in articles)
            words += article.Letters.Words.Count;
        var filter = 64;
        while (filter < words)
            filter *= 2;
        _filter = new ulong[filter];
        var usedEndings = 0;
        for (var i = 0; i < articles.Count; i++)
            usedEndings |= Add(i, articles[i].Letters);
        Endings = Enumerable
            .Range(0, 31)
            .Select(bit => 1 << bit)
            .Where(length => (usedEndings & length) != 0)
            .ToArray();
    }

    /// <summary>The lengths of endings by which stretches are found.</summary>
    public int[] Endings { get; }

    /// <summary>The factor of a hash that is followed by so many letters.</summary>
    public ulong[] Powers { get; } = new ulong[Longest + 1];

    public static ulong Append(ulong hash, char letter) => unchecked((hash * Factor) + letter + 1);

    public ProtectedArticle ArticleOf(Stretch stretch) => _articles[stretch.Article];

    public LetteredText LettersOf(Stretch stretch) => _articles[stretch.Article].Letters;

    /// <summary>The place of the first length of the stretches whose ending has this hash; negative if there is
    /// none.</summary>
    public int FindEnding(ulong hash, int length)
    {
        var key = Mix(hash, length);
        return (_filter[FilterOf(key)] >> (int)(key >> 58) & 1) != 0 && _byEnding.TryGetValue(key, out var first)
            ? first
            : -1;
    }

    /// <summary>The length at a place from <see cref="FindEnding"/>, and the place of the next one.</summary>
    public (int Length, int Next) LengthAt(int place) => _lengths[place];

    public Stretch? Find(ulong hash, int length) =>
        _byHash.TryGetValue(Mix(hash, length), out var found) ? _stretches[found] : null;

    /// <returns>The lengths of endings by which the stretches are found, one bit each.</returns>
    private int Add(int article, LetteredText letters)
    {
        var used = 0;
        var sums = new ulong[letters.Length + 1];
        for (var i = 0; i < letters.Length; i++)
            sums[i + 1] = Append(sums[i], letters[i]);
        var (next, weight) = (0, 0);
        for (var first = 0; first < letters.Words.Count; first++)
        {
            while (next < letters.Words.Count && weight < Words * WordWeight)
                weight += letters.Words[next++].Weight;
            if (weight < Words * WordWeight)
                break;
            weight -= letters.Words[first].Weight;
            var start = letters.Words[first].Start;
            var end = Math.Min(
                start + Longest,
                next < letters.Words.Count ? letters.Words[next].Start : letters.Length
            );
            var hasLetters = false;
            for (var i = start; i < end && !hasLetters; i++)
                hasLetters = letters[i] is < '0' or > '9';
            used |= Add(new Stretch(article, start, end, first, next) { HasLetters = hasLetters }, sums);
        }

        return used;
    }

    private int Add(Stretch stretch, ulong[] sums)
    {
        var length = stretch.End - stretch.Start;
        var hash = Mix(HashOf(sums, stretch.End, length), length);
        if (_byHash.TryGetValue(hash, out var known))
        {
            // Within an article the first place is enough, but each article is named.
            var twin = _stretches[known];
            if (twin.Article != stretch.Article && twin.Depth < MostTwins)
                _stretches[known] = stretch with { Twin = twin, Depth = twin.Depth + 1 };
            return 0;
        }

        _byHash.Add(hash, _stretches.Count);
        _stretches.Add(stretch);

        var ending = LeastEnding;
        while (ending * 2 <= length)
            ending *= 2;
        var key = Mix(HashOf(sums, stretch.End, ending), ending);
        if (!_byEnding.TryGetValue(key, out var first))
            first = -1;
        for (var each = first; each >= 0; each = _lengths[each].Next)
            if (_lengths[each].Length == length)
                return ending;
        _byEnding[key] = _lengths.Count;
        _lengths.Add((length, first));
        _filter[FilterOf(key)] |= 1UL << (int)(key >> 58);
        return ending;
    }

    private ulong HashOf(ulong[] sums, int end, int length) =>
        unchecked(sums[end] - (sums[end - length] * Powers[length]));

    private static ulong Mix(ulong hash, int length)
    {
        var mixed = unchecked((hash ^ (ulong)length) * 0xD6E8FEB86659FD93);
        return unchecked((mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93);
    }

    private int FilterOf(ulong key) => (int)(key & (ulong)(_filter.Length - 1));
}

/// <summary>Eight consecutive words of an article.</summary>
/// <param name="Article">The index of the article among the protected ones.</param>
/// <param name="Start">The first letter.</param>
/// <param name="End">The end in letters, exclusive.</param>
/// <param name="FirstWord">The index of the first word in the article.</param>
/// <param name="EndWord">The end in words, exclusive.</param>
internal sealed record Stretch(int Article, int Start, int End, int FirstWord, int EndWord)
{
    /// <summary>The same letters in an earlier article; null if there are none.</summary>
    public Stretch? Twin { get; init; }

    /// <summary>Whether it has letters, and is not a row of numbers, as many tables have.</summary>
    public bool HasLetters { get; init; }

    /// <summary>The number of twins.</summary>
    public int Depth { get; init; }
}
