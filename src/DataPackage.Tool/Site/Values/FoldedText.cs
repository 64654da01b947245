using System.Text;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Site.Values;

/// <summary>A text as browsers look for words in it: without case, accents and marks, and with one blank between
/// words.</summary>
internal sealed class FoldedText
{
    private readonly string _letters;

    /// <summary>The place in the folded text of each offset in the text.</summary>
    private readonly int[] _places;

    private FoldedText(string letters, int[] places) => (_letters, _places) = (letters, places);

    public static FoldedText Of(string text)
    {
        var (letters, places) = (new StringBuilder(text.Length), new int[text.Length + 1]);
        Span<char> read = stackalloc char[LetterFolding.MostLetters];
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            var count = LetterFolding.Read(text, ref at, read);
            places.AsSpan(start, at - start).Fill(letters.Length);
            if (count > 0)
                letters.Append(read[..count]);
            else if (count == LetterFolding.Separator && letters.Length > 0 && letters[^1] != ' ')
                letters.Append(' ');
        }

        places[^1] = letters.Length;
        return new FoldedText(letters.ToString(), places);
    }

    /// <summary>Whether the words between two offsets stand nowhere before, from a third offset on.</summary>
    public bool IsFirst(int start, int end, int from = 0)
    {
        var words = _letters.AsSpan(_places[start].._places[end]).Trim(' ');
        if (words.IsEmpty)
            return false;
        var first = _letters.AsSpan(_places[from]).IndexOf(words);
        return first + _places[from] >= _places[start];
    }
}
