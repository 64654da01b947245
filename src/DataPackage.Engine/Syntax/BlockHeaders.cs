namespace DataPackage.Engine.Syntax;

/// <summary>The start of a block scalar.</summary>
/// <param name="Indicator">The offset of <c>|</c> or <c>&gt;</c>.</param>
/// <param name="Entry">The column of the entry or item that the scalar is in; -1 if it is the whole document.</param>
/// <param name="Indent">The indentation that the header states; 0 if it states none.</param>
internal readonly record struct BlockHeader(int Indicator, int Entry, int Indent);

/// <summary>Finds the headers of block scalars, line by line, without parsing.</summary>
internal sealed class BlockHeaders(string yaml)
{
    public static readonly char[] Indicators = ['|', '>'];

    /// <summary>The column of the innermost entry or item so far.</summary>
    private int _entry = -1;
    private int _brackets;

    /// <summary>The quote that is open at the start of the line; otherwise zero.</summary>
    private char _quote;

    /// <summary>The column at which the current key may have started.</summary>
    private int _key;

    /// <summary>Whether a node can start at the current place.</summary>
    private bool _isStart;

    /// <summary>Whether a line after an indicator has nothing but what a header can have.</summary>
    public static bool IsHeader(string yaml, int indicator)
    {
        var at = indicator + 1;
        while (at < yaml.Length && yaml[at] is '+' or '-' or (>= '0' and <= '9'))
            at++;
        return at - indicator <= 3 && YamlLines.IsEmpty(yaml, at) && (at >= yaml.Length || yaml[at] != '#');
    }

    /// <summary>The header at the end of a line; null if there is none. Takes all lines in order, except those of block
    /// scalars.</summary>
    public BlockHeader? Find(int line)
    {
        var at = line;
        CloseUnclosed(line);
        if (_quote == '\0' && YamlLines.IsDocumentMark(yaml, line))
            (_entry, _brackets, at) = (-1, 0, line + 3);
        (_isStart, _key) = (true, -1);
        for (var end = YamlLines.EndOf(yaml, line); at < end; )
        {
            if (_quote != '\0')
                at = SkipQuote(at, end);
            else if (yaml[at] is ' ' or '\t')
                at++;
            else if (yaml[at] == '#' && (at == line || yaml[at - 1] is ' ' or '\t'))
                return null;
            else if (_isStart && _brackets == 0 && yaml[at] is '|' or '>' && IsHeader(yaml, at))
                return HeaderAt(at);
            else
                at = Take(at, line);
        }

        return null;
    }

    /// <summary>Forgets a quote or a bracket that nobody closed. Its lines are indented deeper than its
    /// entry.</summary>
    private void CloseUnclosed(int line)
    {
        var at = YamlLines.ContentOf(yaml, line);
        if (YamlLines.IsEmpty(yaml, line) || at - line > _entry || yaml[at] is ']' or '}')
            return;
        (_quote, _brackets) = ('\0', 0);
    }

    private BlockHeader HeaderAt(int indicator)
    {
        var indent = 0;
        for (var at = indicator + 1; at < yaml.Length && yaml[at] is '+' or '-' or (>= '0' and <= '9'); at++)
            if (yaml[at] is >= '0' and <= '9')
                indent = yaml[at] - '0';
        return new BlockHeader(indicator, _entry, indent);
    }

    /// <returns>The offset after what is at an offset.</returns>
    private int Take(int at, int line)
    {
        var c = yaml[at];
        var isAlone = at + 1 >= yaml.Length || yaml[at + 1] is ' ' or '\t' or '\n' or '\r';
        if (_isStart && _brackets == 0 && isAlone && c is '-' or '?')
        {
            (_entry, _key) = (at - line, -1);
            return at + 1;
        }

        if (c == ':' && (isAlone || (_brackets > 0 && at > line && yaml[at - 1] is '"' or '\'')))
        {
            if (_brackets == 0)
                _entry = _key < 0 ? at - line : _key;
            (_isStart, _key) = (true, -1);
            return at + 1;
        }

        if (_key < 0)
            _key = at - line;
        if (_brackets > 0 && c is ',' or ']' or '}')
        {
            _brackets -= c == ',' ? 0 : 1;
            _isStart = c == ',';
        }
        else if (_isStart && c is '[' or '{')
            _brackets++;
        else if (_isStart && c is '&' or '!')
        {
            // An anchor or a tag comes before its node.
            while (at + 1 < yaml.Length && yaml[at + 1] is not (' ' or '\t' or '\n' or '\r'))
                at++;
        }
        else
        {
            if (_isStart && c is '"' or '\'')
                _quote = c;
            _isStart = false;
        }

        return at + 1;
    }

    /// <returns>The offset after the closing quote, or the end of the line.</returns>
    private int SkipQuote(int at, int end)
    {
        for (; at < end; at++)
        {
            if (yaml[at] == '\\' && _quote == '"')
                at++;
            else if (yaml[at] == _quote && _quote == '\'' && at + 1 < end && yaml[at + 1] == '\'')
                at++;
            else if (yaml[at] == _quote)
            {
                _quote = '\0';
                return at + 1;
            }
        }

        return end;
    }
}
