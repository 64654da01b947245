using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Articles;

/// <summary>The letters of a text, and the words that they make.</summary>
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

    /// <summary>The words in their order. In a script without blanks between words, each letter is a part of
    /// one.</summary>
    public List<(int Start, int Weight)> Words { get; }

    /// <summary>A part of the text on one line.</summary>
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
