namespace DataPackage.Engine.Articles;

/// <summary>Finds the place of a text that shares the longest piece with a quote that the text does not have.</summary>
/// <remarks>All pieces of four characters are put into buckets by their hash, once, in one pass over the text. A quote
/// then costs its length times <see cref="MostPlaces"/> comparisons, however long the text is; a piece that is more
/// common than that is looked at in its first places only.</remarks>
internal sealed class PieceIndex
{
    private const int PieceLength = 4;
    private const int MostPlaces = 64;
    private const int MostBits = 18;

    /// <summary>A shorter piece than this part of a quote says nothing, unless it is long in itself.</summary>
    private const int LeastPart = 4;
    private const int LongPiece = 24;

    private const int LeastBeginning = 3;

    /// <summary>How far the start of the passage may lie from where the quote's own length puts it.</summary>
    private const int Slack = 32;

    private readonly string _text;
    private readonly int _shift;

    /// <summary>Where each bucket starts in <see cref="_places"/>.</summary>
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

    /// <returns>Where the nearest passage starts, and how many characters from there are the quote's; null where none
    /// is near.</returns>
    public (int Start, int Common)? FindNearest(string quote)
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
                // The rest of a piece that was looked at from a letter before.
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

        if (length < PieceLength || (length < quote.Length / LeastPart && length < LongPiece))
            return null;
        if (inQuote == 0)
            return (inText, length);

        // Before the piece something differs: the passage starts where most of the quote's beginning is, near to where
        // it should.
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
        // One letter says nothing, and half a word is no place to start.
        start = expected;
        if (_text[start] == ' ')
            start++;
        else
            while (start > 0 && start > expected - Slack && _text[start - 1] != ' ')
                start--;
        return (start, Common(quote, 0, start));
    }

    /// <summary>How many characters of the quote, from one place on, are those of the text from another on.</summary>
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
