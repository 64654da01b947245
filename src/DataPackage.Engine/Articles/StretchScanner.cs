using DataPackage.Shared.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A protected stretch in texts that were read one after the other.</summary>
/// <param name="FirstPiece">The text in which it starts.</param>
/// <param name="Offset">Where in that text.</param>
/// <param name="LastPiece">The text in which it ends.</param>
internal readonly record struct FoundStretch(Stretch Stretch, int FirstPiece, int Offset, int LastPiece);

/// <summary>Reads texts one after the other as if they were one, and finds the protected stretches in it. Remembers no
/// more than the longest of them has letters.</summary>
internal sealed class StretchScanner(StretchIndex index)
{
    private const int Memory = 2 * StretchIndex.Longest;
    private const int Mask = Memory - 1;

    private readonly ulong[] _sums = new ulong[Memory];
    private readonly char[] _letters = new char[Memory];
    private readonly LetterStart[] _starts = new LetterStart[Memory];
    private readonly int[] _pieces = new int[Memory];
    private readonly int[] _offsets = new int[Memory];

    /// <summary>Found, where the word that ends it does not go on.</summary>
    private readonly List<FoundStretch> _pending = [];
    private readonly List<FoundStretch> _found = [];

    /// <summary>The texts in which something of an article was found: once is enough.</summary>
    private readonly HashSet<(int Piece, int Article)> _known = [];

    /// <summary>Whether all stretches that one text repeats are found, and not the first of each article
    /// alone.</summary>
    public bool FindsAll { get; init; }

    /// <summary>Whether letters alone are not enough, and the words must be those of the article too.</summary>
    public bool ComparesWords { get; init; }

    /// <summary>How many letters were read.</summary>
    private int _count;

    /// <summary>Reads one more text.</summary>
    /// <param name="piece">What it is called in what is found.</param>
    public void Read(string text, int piece, CancellationToken cancellation)
    {
        var reader = new LetterReader(NormalForm.Of(text, out var offsets));
        while (reader.MoveNext())
        {
            if ((_count & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            Push(reader.Letter, reader.Start, piece, offsets is null ? reader.Offset : offsets[reader.Offset]);
        }
    }

    /// <summary>What was found since the last call; the next text follows nothing.</summary>
    public IReadOnlyList<FoundStretch> Take()
    {
        _pending.ForEach(Keep);
        _pending.Clear();
        _count = 0;
        if (_found.Count == 0)
            return [];
        var found = _found.ToArray();
        _found.Clear();
        _known.Clear();
        return found;
    }

    private void Keep(FoundStretch found)
    {
        if (FindsAll || found.FirstPiece != found.LastPiece || _known.Add((found.FirstPiece, found.Stretch.Article)))
            _found.Add(found);
    }

    private void Push(char letter, LetterStart start, int piece, int offset)
    {
        if (_pending.Count > 0)
        {
            if (start != LetterStart.None)
                _pending.ForEach(Keep);
            _pending.Clear();
        }

        var place = _count & Mask;
        (_letters[place], _starts[place], _pieces[place], _offsets[place]) = (letter, start, piece, offset);
        _sums[(_count + 1) & Mask] = StretchIndex.Append(_count == 0 ? _sums[0] = 0 : _sums[place], letter);
        _count++;
        foreach (var ending in index.Endings)
        {
            if (ending > _count)
                break;
            for (var each = index.FindEnding(HashOf(ending), ending); each >= 0; )
            {
                var (length, next) = index.LengthAt(each);
                var stretch = length <= _count ? index.Find(HashOf(length), length) : null;
                for (; stretch is not null; stretch = stretch.Twin)
                    Compare(stretch);
                each = next;
            }
        }
    }

    private ulong HashOf(int length) =>
        unchecked(_sums[_count & Mask] - (_sums[(_count - length) & Mask] * index.Powers[length]));

    private void Compare(Stretch stretch)
    {
        var article = index.LettersOf(stretch);
        var length = stretch.End - stretch.Start;
        var first = _count - length;
        var haveSameWords = true;
        for (var i = 0; i < length; i++)
        {
            var place = (first + i) & Mask;
            if (_letters[place] != article[stretch.Start + i])
                return;
            var isWithin = article.StartAt(stretch.Start + i) == LetterStart.None;
            if (i > 0 && (_starts[place] == LetterStart.None) != isWithin)
                haveSameWords = false;
        }

        if (!stretch.HasLetters && _pieces[first & Mask] != _pieces[(_count - 1) & Mask])
            return;
        if (!haveSameWords && (ComparesWords || length < StretchIndex.LeastLettersAlone))
            return;
        // Where its words are those of the article the first and the last must be whole: 'ninety' is not 'nine'.
        if (
            haveSameWords
            && article.StartAt(stretch.Start) != LetterStart.None
            && _starts[first & Mask] == LetterStart.None
        )
            return;
        var found = new FoundStretch(
            stretch,
            _pieces[first & Mask],
            _offsets[first & Mask],
            _pieces[(_count - 1) & Mask]
        );
        if (haveSameWords && article.StartAt(stretch.End) != LetterStart.None)
            _pending.Add(found);
        else
            Keep(found);
    }
}
