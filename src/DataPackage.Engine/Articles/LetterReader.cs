using DataPackage.Engine.Text;

namespace DataPackage.Engine.Articles;

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

    /// <summary>The offset of the character in the text.</summary>
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
