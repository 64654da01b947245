using System.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>A text of YAML in the form that the parser accepts. YAML allows lines of blanks at the start of a block
/// scalar; the parser refuses most of them.</summary>
/// <remarks>Such lines lose their blanks, so the offsets of the two texts differ. Blanks that are part of the scalar
/// become one tab each line, which <see cref="Restore"/> turns back.</remarks>
internal sealed class ReadableYaml
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private int _copied;

    /// <summary>The cuts: where each ends in the text, and how many characters were cut up to there.</summary>
    private readonly List<(int At, int Removed)> _cuts = [];

    /// <summary>The offsets in the source of blanks that are tabs in the text.</summary>
    private readonly List<int> _tabs = [];

    private ReadableYaml(string source) => _source = source;

    public string Text { get; private set; } = "";

    /// <summary>The text that the parser accepts; null if it is the same text.</summary>
    public static ReadableYaml? Of(string yaml)
    {
        var endsInBlanks = EndsInBlanks(yaml);
        if (!endsInBlanks && !HasBlankStart(yaml))
            return null;
        var readable = new ReadableYaml(yaml);
        var headers = new BlockHeaders(yaml);
        for (var line = 0; line < yaml.Length; )
            line = headers.Find(line) is { } header ? readable.AcceptScalar(header) : YamlLines.Next(yaml, line);
        if (readable._copied == 0 && !endsInBlanks)
            return null;
        readable.CopyTo(yaml.Length);
        // The parser forgets that the last line is one, if nothing ends it.
        if (endsInBlanks)
            readable._text.Append('\n');
        readable.Text = readable._text.ToString();
        return readable;
    }

    /// <summary>The offset in the text of an offset in the source.</summary>
    public int ToText(int source)
    {
        if (source == _source.Length)
            return Text.Length;
        var removed = 0;
        int low = 0,
            high = _cuts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_cuts[middle].At + _cuts[middle].Removed <= source)
                (low, removed) = (middle + 1, _cuts[middle].Removed);
            else
                high = middle;
        }

        return source - removed;
    }

    /// <summary>The offset in the source of an offset in the text.</summary>
    public int ToSource(int place)
    {
        var removed = 0;
        int low = 0,
            high = _cuts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_cuts[middle].At < place)
                (low, removed) = (middle + 1, _cuts[middle].Removed);
            else
                high = middle;
        }

        return place + removed;
    }

    /// <summary>The value of a scalar, with the blanks that the text has as tabs.</summary>
    public string Restore(int start, int end, string value)
    {
        var first = _tabs.BinarySearch(start);
        if (first < 0)
            first = ~first;
        if (first >= _tabs.Count || _tabs[first] >= end)
            return value;
        var restored = value.ToCharArray();
        var line = 0;
        for (var i = first; i < _tabs.Count && _tabs[i] < end; i++)
        {
            while (line < restored.Length && restored[line] != '\t')
                line = YamlLines.Next(value, line);
            if (line < restored.Length)
                restored[line] = ' ';
        }

        return new string(restored);
    }

    private static bool EndsInBlanks(string yaml) =>
        yaml.Length > 0 && yaml[yaml.Length - 1] == ' ' && IsBlank(yaml, YamlLines.StartOf(yaml, yaml.Length), out _);

    /// <summary>Whether a line looks like the header of a block scalar, and lines of blanks follow it.</summary>
    private static bool HasBlankStart(string yaml)
    {
        for (var at = yaml.IndexOfAny(BlockHeaders.Indicators); at >= 0; )
        {
            if (BlockHeaders.IsHeader(yaml, at) && StartsBlank(yaml, YamlLines.Next(yaml, at)))
                return true;
            at = yaml.IndexOfAny(BlockHeaders.Indicators, at + 1);
        }

        return false;
    }

    private static bool StartsBlank(string yaml, int line)
    {
        for (; IsBlank(yaml, line, out var blanks); line = YamlLines.Next(yaml, line))
            if (blanks > 0)
                return true;
        return false;
    }

    /// <returns>The start of the line after the scalar.</returns>
    private int AcceptScalar(BlockHeader header)
    {
        var blank = new List<(int Line, int Blanks)>();
        var line = YamlLines.Next(_source, header.Indicator);
        for (; IsBlank(_source, line, out var blanks); line = YamlLines.Next(_source, line))
            blank.Add((line, blanks));
        var column = YamlLines.ContentOf(_source, line) - line;
        var hasText =
            line < _source.Length
            && (header.Entry < 0 ? !YamlLines.IsDocumentMark(_source, line) : column > header.Entry);
        var most = blank.Count == 0 ? 0 : blank.Max(each => each.Blanks);
        var indent =
            header.Indent > 0 ? Math.Max(header.Entry, 0) + header.Indent
            : hasText ? column
            : most;
        if (header.Indent > 0)
            MarkContent(header, blank, indent);
        else if (most <= indent)
            Cut(blank);
        while (
            hasText
            && line < _source.Length
            && (IsBlank(_source, line, out _) || YamlLines.ContentOf(_source, line) - line >= indent)
            && !(indent == 0 && YamlLines.IsDocumentMark(_source, line))
        )
            line = YamlLines.Next(_source, line);
        return line;
    }

    /// <summary>Replaces a blank that is part of the scalar: the parser takes it for a mistake in the
    /// indentation.</summary>
    private void MarkContent(BlockHeader header, List<(int Line, int Blanks)> blank, int indent)
    {
        foreach (var (line, blanks) in blank)
        {
            if (blanks <= indent || _source[header.Indicator] != '|')
                continue;
            CopyTo(line + indent);
            _text.Append('\t');
            _tabs.Add(_copied++);
        }
    }

    private void Cut(List<(int Line, int Blanks)> blank)
    {
        foreach (var (line, blanks) in blank)
        {
            if (blanks == 0)
                continue;
            CopyTo(line);
            _cuts.Add((_text.Length, (_cuts.Count == 0 ? 0 : _cuts[_cuts.Count - 1].Removed) + blanks));
            _copied += blanks;
        }
    }

    private void CopyTo(int end)
    {
        _text.Append(_source, _copied, end - _copied);
        _copied = end;
    }

    /// <summary>Whether a line has nothing but blanks; false at the end of the text.</summary>
    private static bool IsBlank(string yaml, int line, out int blanks)
    {
        var end = YamlLines.ContentOf(yaml, line);
        blanks = end - line;
        return line < yaml.Length && (end >= yaml.Length || yaml[end] is '\n' or '\r');
    }
}
