using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>Splits a table (RFC 4180) into rows of cells. A line may end in LF, CR or both; the last one need not
/// end.</summary>
internal sealed class TableRows(string text, char separator)
{
    private int _at;

    /// <summary>What is wrong with the last row; null if nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>The place of <see cref="Fault"/>.</summary>
    public TextSpan FaultSpan { get; private set; }

    /// <summary>The offset of the next row.</summary>
    public int Position => _at;

    /// <summary>Reads the next row into <paramref name="cells"/>. A line without a character is a row of one empty
    /// cell.</summary>
    /// <returns>False at the end of the table.</returns>
    public bool Read(List<TableCell> cells)
    {
        cells.Clear();
        Fault = null;
        if (_at >= text.Length)
            return false;
        while (true)
        {
            cells.Add(ReadCell());
            if (_at >= text.Length)
                return true;
            if (text[_at] != separator)
                break;
            _at++;
            if (_at < text.Length)
                continue;
            cells.Add(new TableCell(new TextSpan(_at, 0), ""));
            return true;
        }

        _at = YamlLines.Next(text, _at);
        return true;
    }

    private TableCell ReadCell()
    {
        var start = _at;
        if (text[start] == '"')
        {
            if (EndOfQuotes(start) is var end && end >= 0 && IsEndOfCell(end + 1))
            {
                _at = end + 1;
                return new TableCell(TextSpan.FromBounds(start + 1, end), Unquote(start + 1, end));
            }

            if (separator != '\t')
            {
                if (end < 0)
                    Fail(start, text.Length, "the quote that opens this cell is not closed");
                else
                    Fail(end, end + 1, "a cell ends after its closing quote; a quote within quotes is written twice");
                _at = end < 0 ? text.Length : EndOfCell(end);
                return new TableCell(TextSpan.FromBounds(start, _at), "");
            }
        }

        _at = EndOfCell(start);
        var content = start;
        while (content < _at && text[content] is ' ')
            content++;
        if (separator != '\t' && content > start && content < _at && text[content] == '"')
            Fail(start, content, "blanks before a quote make the quote a part of the text: remove the blanks");
        return new TableCell(TextSpan.FromBounds(start, _at), text.Substring(start, _at - start));
    }

    private void Fail(int start, int end, string fault)
    {
        if (Fault is null)
            (Fault, FaultSpan) = (fault, TextSpan.FromBounds(start, end));
    }

    /// <summary>The offset of the closing quote; -1 if there is none.</summary>
    private int EndOfQuotes(int start)
    {
        for (var at = text.IndexOf('"', start + 1); at >= 0; at = text.IndexOf('"', at + 2))
        {
            if (at + 1 >= text.Length || text[at + 1] != '"')
                return at;
            if (at + 2 >= text.Length)
                return -1;
        }

        return -1;
    }

    private int EndOfCell(int at)
    {
        while (!IsEndOfCell(at))
            at++;
        return at;
    }

    private bool IsEndOfCell(int at) => at >= text.Length || text[at] == separator || text[at] is '\n' or '\r';

    private string Unquote(int start, int end)
    {
        var cell = text.Substring(start, end - start);
        if (cell.IndexOf('"') >= 0)
            cell = cell.Replace("\"\"", "\"");
        return cell.IndexOf('\r') >= 0 ? cell.Replace("\r\n", "\n").Replace('\r', '\n') : cell;
    }
}
