using DataPackage.Shared.Text;

namespace DataPackage.Engine.Articles;

/// <summary>A protected stretch in consecutive texts.</summary>
/// <param name="FirstPiece">The number of the text in which it starts.</param>
/// <param name="Offset">Its offset in that text.</param>
/// <param name="LastPiece">The number of the text in which it ends.</param>
internal readonly record struct FoundStretch(Stretch Stretch, int FirstPiece, int Offset, int LastPiece);

/// <summary>Reads consecutive texts as one, and finds the protected stretches in it. Remembers only as many letters as
/// the longest of them has.</summary>
internal sealed class StretchScanner(StretchIndex index)
{
    private const int Memory = 2 * StretchIndex.Longest;
    private const int Mask = Memory - 1;

    private readonly ulong[] _sums = new ulong[Memory];
    private readonly char[] _letters = new char[Memory];
    private readonly LetterStart[] _starts = new LetterStart[Memory];
    private readonly int[] _pieces = new int[Memory];
    private readonly int[] _offsets = new int[Memory];

    /// <summary>Stretches that count if their last word ends there.</summary>
    private readonly List<FoundStretch> _pending = [];
    private readonly List<FoundStretch> _found = [];

    /// <summary>The texts in which an article was found already: once is enough.</summary>
    private readonly HashSet<(int Piece, int Article)> _known = [];

    /// <summary>Whether to find all stretches that a text repeats, or only the first of each article.</summary>
    public bool FindsAll { get; init; }

    /// <summary>Whether the words must be those of the article, and not only the letters.</summary>
    public bool ComparesWords { get; init; }

    /// <summary>The number of letters read.</summary>
    private int _count;

    /// <summary>Reads the next text.</summary>
    /// <param name="piece">The number of the text in found stretches.</param>
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

    /// <summary>Returns the stretches found since the last call, and starts a new text.</summary>
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
        // If words are compared, the first and the last must be whole: 'ninety' is not 'nine'.
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
