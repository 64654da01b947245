namespace DataPackage.Engine.Syntax;

/// <summary>A part of a text with a prefix, to read again after a fault. Counts the characters read.</summary>
internal sealed class TextPart(string prefix, string text, int start, int end) : TextReader
{
    private readonly int _length = prefix.Length + end - start;
    private int _next;

    /// <summary>The number of characters that were read.</summary>
    public int Count => _next;

    public override int Peek() => _next < _length ? At(_next) : -1;

    public override int Read() => _next < _length ? At(_next++) : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var copied = 0;
        while (copied < count && _next < _length)
            buffer[index + copied++] = At(_next++);
        return copied;
    }

    private char At(int place) => place < prefix.Length ? prefix[place] : text[start + place - prefix.Length];
}
