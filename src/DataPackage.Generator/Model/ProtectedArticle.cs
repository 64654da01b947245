namespace DataPackage.Generator.Model;

/// <summary>An article that may not be redistributed, and what would be too much of it: eight of its words in a row.</summary>
internal sealed class ProtectedArticle(string id, ArticleBody body) : IEquatable<ProtectedArticle>
{
    private const int Words = 8;

    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary><see cref="Factor"/> to the power of <see cref="Words"/>: what takes the word before a stretch out of its hash.</summary>
    private static readonly ulong FactorOfOldest = Enumerable.Repeat(Factor, Words).Aggregate(1UL, (product, factor) => unchecked(product * factor));

    private Dictionary<ulong, int>? _stretches;

    public string Id { get; } = id;

    /// <summary>The first stretch of eight words that the text has in common with the article; null where there is none.</summary>
    public string? FindIn(string text, out int start)
    {
        start = -1;
        var stretches = _stretches ??= StretchesOf(body.Text);
        foreach (var stretch in new StretchReader(text))
        {
            if (!stretches.TryGetValue(stretch.Hash, out var place) || !AreEqual(text, stretch.Start, body.Text, place)) continue;
            start = stretch.Start;
            return text.Substring(stretch.Start, stretch.End - stretch.Start);
        }

        return null;
    }

    public bool IsTextOf(ArticleBody other) => body.Sha256 == other.Sha256;

    public bool Equals(ProtectedArticle? other) => other is not null && Id == other.Id && body.Sha256 == other.Sha256;

    public override bool Equals(object? obj) => Equals(obj as ProtectedArticle);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(body.Sha256);

    private string Sha256 => body.Sha256;

    /// <summary>The hash of each stretch, and where it first starts.</summary>
    private static Dictionary<ulong, int> StretchesOf(string text)
    {
        var stretches = new Dictionary<ulong, int>();
        foreach (var stretch in new StretchReader(text))
            if (!stretches.ContainsKey(stretch.Hash)) stretches.Add(stretch.Hash, stretch.Start);
        return stretches;
    }

    private static bool AreEqual(string left, int leftStart, string right, int rightStart)
    {
        for (var i = 0; i < Words; i++)
        {
            var (leftEnd, rightEnd) = (EndOfWord(left, leftStart), EndOfWord(right, rightStart));
            if (leftEnd - leftStart != rightEnd - rightStart || string.Compare(left, leftStart, right, rightStart, leftEnd - leftStart, StringComparison.OrdinalIgnoreCase) != 0) return false;
            (leftStart, rightStart) = (StartOfWord(left, leftEnd), StartOfWord(right, rightEnd));
        }

        return true;
    }

    /// <summary>Letters and digits; whatever stands between words makes no difference, nor does case.</summary>
    private static bool IsOfWord(char c) => c < '\u0080' ? c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' : char.IsLetter(c) || char.IsDigit(c);

    private static int StartOfWord(string text, int start)
    {
        while (start < text.Length && !IsOfWord(text[start])) start++;
        return start;
    }

    private static int EndOfWord(string text, int start)
    {
        while (start < text.Length && IsOfWord(text[start])) start++;
        return start;
    }

    private readonly record struct Stretch(int Start, int End, ulong Hash);

    /// <summary>Walks the stretches of a text, whose hash follows from that of the stretch before.</summary>
    private struct StretchReader(string text)
    {
        private readonly int[] _starts = new int[Words];
        private readonly ulong[] _hashes = new ulong[Words];
        private int _next;
        private int _count;
        private ulong _hash;

        public Stretch Current { get; private set; }

        public readonly StretchReader GetEnumerator() => this;

        public bool MoveNext()
        {
            while ((_next = StartOfWord(text, _next)) < text.Length)
            {
                var start = _next;
                var word = 14695981039346656037UL; // FNV-1a
                for (; _next < text.Length && IsOfWord(text[_next]); _next++) word = unchecked((word ^ char.ToLowerInvariant(text[_next])) * 1099511628211UL);

                var slot = _count++ % Words;
                _hash = unchecked((_hash * Factor) + word - (_hashes[slot] * FactorOfOldest));
                (_starts[slot], _hashes[slot]) = (start, word);
                if (_count < Words) continue;
                Current = new Stretch(_starts[_count % Words], _next, _hash);
                return true;
            }

            return false;
        }
    }
}
