using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Articles;

/// <summary>How a letter follows the one before it.</summary>
[Flags]
internal enum LetterStart : byte
{
    None = 0,

    /// <summary>Something else than letters stands between the two.</summary>
    Word = 1,

    /// <summary>A capital letter after a small one, as words start in the names of code.</summary>
    Capital = 2,
}

/// <summary>A text as its letters alone, and the words that they make.</summary>
internal sealed class LetteredText
{
    private readonly string _text;
    private readonly List<char> _letters;
    private readonly List<LetterStart> _starts;
    private readonly List<int> _offsets;

    public LetteredText(string text)
    {
        _text = NormalForm.Of(text);
        _letters = new(text.Length);
        _starts = new(text.Length);
        _offsets = new(text.Length);
        var reader = new LetterReader(_text);
        while (reader.MoveNext())
        {
            _letters.Add(reader.Letter);
            _starts.Add(reader.Start);
            _offsets.Add(reader.Offset);
        }

        Words = FindWords();
    }

    public int Length => _letters.Count;

    public char this[int place] => _letters[place];

    public LetterStart StartAt(int place) => place == Length ? LetterStart.Word : _starts[place];

    /// <summary>The words in their order. In a script that puts no blanks between words each letter is a part of
    /// one.</summary>
    public List<(int Start, int Weight)> Words { get; }

    /// <summary>A part of the text in one line.</summary>
    public string Show(int start, int end)
    {
        var last = _offsets[end - 1];
        if (char.IsHighSurrogate(_text[last]))
            last++;
        while (
            last + 1 < _text.Length
            && end < Length
            && last + 1 < _offsets[end]
            && !char.IsWhiteSpace(_text[last + 1])
            && !char.IsPunctuation(_text[last + 1])
        )
            last++;
        return FoldedText.WithSingleBlanks(
            _text.Substring(_offsets[start], Math.Min(_text.Length, last + 1) - _offsets[start])
        );
    }

    private List<(int Start, int Weight)> FindWords()
    {
        var words = new List<(int Start, int Weight)>();
        var isInWord = false;
        for (var i = 0; i < Length; i++)
        {
            if (char.IsLowSurrogate(_letters[i]))
                continue;
            var weight = LetterFolding.WeightOf(_letters[i]);
            if (weight > 0)
                words.Add((i, weight));
            else if (!isInWord || (_starts[i] & LetterStart.Word) != 0)
                words.Add((i, StretchIndex.WordWeight));
            isInWord = weight == 0;
        }

        return words;
    }
}

/// <summary>Reads the letters of a text one by one.</summary>
internal struct LetterReader(string text)
{
    private readonly char[] _read = new char[LetterFolding.MostLetters];
    private int _count;
    private int _next;
    private int _index;
    private bool _isApart = true;
    private bool _wasSmall;

    public char Letter { get; private set; }

    public LetterStart Start { get; private set; }

    /// <summary>Where the character stands in the text.</summary>
    public int Offset { get; private set; }

    public bool MoveNext()
    {
        Start = LetterStart.None;
        while (_next >= _count)
        {
            if (_index >= text.Length)
                return false;
            Offset = _index;
            var read = LetterFolding.Read(text, ref _index, _read);
            if (read == LetterFolding.Separator)
                _isApart = true;
            if (read <= 0)
                continue;
            (_count, _next) = (read, 0);
            var isCapital = char.IsUpper(text[Offset]);
            if (_isApart)
                Start = LetterStart.Word;
            else if (isCapital && _wasSmall)
                Start = LetterStart.Capital;
            (_isApart, _wasSmall) = (false, !isCapital);
        }

        Letter = _read[_next++];
        return true;
    }
}
