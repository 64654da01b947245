using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

/// <summary>Every stretch of eight words of the protected articles, found by the letters that it ends in.</summary>
/// <remarks>
/// A stretch is compared letter by letter, and what stands between the letters makes no difference: words that are
/// split, joined or set apart are found all the same. Stretches have many lengths, and one hash rolls for each power of
/// two among them: that of the last 8, 16, 32 ... letters. Where it is known, the whole is looked up, of each length
/// that ends so. No more than <see cref="Longest"/> letters count: so many in a row are too many, whatever words they
/// make. So what a letter costs has a bound, whatever the texts are.
/// </remarks>
internal sealed class StretchIndex
{
    /// <summary>What one word weighs: a letter of a script without blanks is a quarter of one, or two.</summary>
    public const int WordWeight = 4;

    public const int Longest = 256;

    /// <summary>The words of a shorter stretch must be the same too: letters alone could be those of one long word, or
    /// of a number.</summary>
    public const int LeastLettersAlone = 16;

    private const int Words = 8;

    /// <summary>Articles beyond the first that are named where they share a stretch.</summary>
    private const int MostTwins = 7;
    private const int LeastEnding = 8;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private readonly EquatableArray<ProtectedArticle> _articles;
    private readonly List<Stretch> _stretches = [];

    /// <summary>By the hash of the whole.</summary>
    private readonly Dictionary<ulong, int> _byHash = [];

    /// <summary>By the hash of an ending: the first of the lengths that stretches with it have.</summary>
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

    /// <summary>How long the endings are that some stretch is found by.</summary>
    public int[] Endings { get; }

    /// <summary>By how much a hash grows for so many letters behind it.</summary>
    public ulong[] Powers { get; } = new ulong[Longest + 1];

    public static ulong Append(ulong hash, char letter) => unchecked((hash * Factor) + letter + 1);

    public ProtectedArticle ArticleOf(Stretch stretch) => _articles[stretch.Article];

    public LetteredText LettersOf(Stretch stretch) => _articles[stretch.Article].Letters;

    /// <summary>The first length of stretches that end in letters with this hash; negative where none does.</summary>
    public int FindEnding(ulong hash, int length)
    {
        var key = Mix(hash, length);
        return (_filter[FilterOf(key)] >> (int)(key >> 58) & 1) != 0 && _byEnding.TryGetValue(key, out var first)
            ? first
            : -1;
    }

    /// <summary>A length that <see cref="FindEnding"/> found, and where the next one is.</summary>
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
            // Of an article, the first place is enough; of several articles, each is named.
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

/// <summary>Eight words in a row of an article.</summary>
/// <param name="Article">Its place among the protected ones.</param>
/// <param name="Start">In letters.</param>
/// <param name="End">Exclusive.</param>
/// <param name="FirstWord">The place of the first word among the article's.</param>
/// <param name="EndWord">Exclusive.</param>
internal sealed record Stretch(int Article, int Start, int End, int FirstWord, int EndWord)
{
    /// <summary>The same letters in an article before; null where none has them.</summary>
    public Stretch? Twin { get; init; }

    /// <summary>Whether it is more than numbers, which tables of all sorts have in a row.</summary>
    public bool HasLetters { get; init; }

    /// <summary>How many twins there are.</summary>
    public int Depth { get; init; }
}
