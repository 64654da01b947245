namespace DataPackage.Engine.Articles;

/// <summary>Finds the passage of a text that shares the longest piece with a quote that is not in the text.</summary>
/// <remarks>The constructor puts all pieces of four characters into buckets by their hash, in one pass over the text. A
/// quote then costs its length times <see cref="MostPlaces"/> comparisons, however long the text is; of a more common
/// piece only the first places are compared.</remarks>
internal sealed class PieceIndex
{
    private const int PieceLength = 4;
    private const int MostPlaces = 64;
    private const int MostBits = 18;

    /// <summary>A piece that is shorter than this part of a quote proves nothing, unless it is long in
    /// itself.</summary>
    private const int LeastPart = 4;
    private const int LongPiece = 24;

    private const int LeastBeginning = 3;

    /// <summary>The most characters between the start of the passage and the place that the quote's length
    /// gives.</summary>
    private const int Slack = 32;

    private readonly string _text;
    private readonly int _shift;

    /// <summary>The index in <see cref="_places"/> at which each bucket starts.</summary>
    private readonly int[] _starts;
    private readonly int[] _places;

    public PieceIndex(string text)
    {
        _text = text;
        var pieces = Math.Max(0, text.Length - PieceLength + 1);
        var bits = 8;
        while (bits < MostBits && 1 << bits < pieces)
            bits++;
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        for (var i = 0; i < pieces; i++)
            _starts[BucketOf(text, i) + 1]++;
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
        _places = new int[pieces];
        var next = (int[])_starts.Clone();
        for (var i = 0; i < pieces; i++)
            _places[next[BucketOf(text, i)]++] = i;
    }

    /// <returns>Where the nearest passage starts, and how many characters from there are the quote's; null if none is
    /// near.</returns>
    public (int Start, int Common)? FindNearest(string quote)
    {
        var (inQuote, inText, length) = FindLongestPiece(quote);
        if (length < PieceLength || (length < quote.Length / LeastPart && length < LongPiece))
            return null;
        return inQuote == 0 ? (inText, length) : FindStart(quote, inQuote, inText);
    }

    private (int InQuote, int InText, int Length) FindLongestPiece(string quote)
    {
        int inQuote = 0,
            inText = 0,
            length = 0,
            seen = -1;
        for (var i = 0; i + PieceLength <= quote.Length; i++)
        {
            var bucket = BucketOf(quote, i);
            var end = Math.Min(_starts[bucket + 1], _starts[bucket] + MostPlaces);
            for (var place = _starts[bucket]; place < end; place++)
            {
                var (from, at) = (i, _places[place]);
                // The rest of a piece that the previous letter has tried already.
                if (at > 0 && at - 1 <= seen && quote[i - 1] == _text[at - 1])
                    continue;
                var common = Common(quote, i, at);
                if (common < PieceLength)
                    continue;
                while (from > 0 && at > 0 && quote[from - 1] == _text[at - 1])
                    (from, at, common) = (from - 1, at - 1, common + 1);
                if (common > length)
                    (inQuote, inText, length) = (from, at, common);
            }

            seen = end == _starts[bucket] ? -1 : _places[end - 1];
        }

        return (inQuote, inText, length);
    }

    /// <summary>Finds the start of a passage that differs from the quote before a common piece: where most of the
    /// quote's beginning is, near the place that the quote's length gives.</summary>
    private (int Start, int Common) FindStart(string quote, int inQuote, int inText)
    {
        var expected = Math.Max(0, inText - inQuote);
        var (start, most) = (expected, Common(quote, 0, expected));
        for (var distance = 1; distance <= Slack; distance++)
        {
            foreach (var candidate in new[] { expected - distance, expected + distance })
                if (candidate >= 0 && candidate <= inText && Common(quote, 0, candidate) is var common && common > most)
                    (start, most) = (candidate, common);
        }

        if (most >= LeastBeginning)
            return (start, most);
        // A single letter proves nothing, and a passage does not start within a word.
        start = expected;
        if (_text[start] == ' ')
            start++;
        else
            while (start > 0 && start > expected - Slack && _text[start - 1] != ' ')
                start--;
        return (start, Common(quote, 0, start));
    }

    /// <summary>How many characters from a place in the quote equal those from a place in the text.</summary>
    private int Common(string quote, int inQuote, int inText)
    {
        var length = 0;
        while (
            inQuote + length < quote.Length
            && inText + length < _text.Length
            && quote[inQuote + length] == _text[inText + length]
        )
            length++;
        return length;
    }

    private int BucketOf(string text, int i) =>
        (int)(
            unchecked(((((((text[i] * 31u) + text[i + 1]) * 31u) + text[i + 2]) * 31u) + text[i + 3]) * 2654435761u)
            >> _shift
        );
}
