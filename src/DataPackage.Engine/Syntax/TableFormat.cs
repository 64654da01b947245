using System.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>How a table is written.</summary>
/// <param name="Separator">The character between cells. If it is a tab, quotes that do not enclose a cell are part of
/// its text.</param>
internal sealed record TableFormat(char Separator)
{
    /// <summary>The format of a table by the extension of its file. If the header has no such separator, it may have
    /// the semicolons that spreadsheets write where the comma is part of numbers, or that of the other
    /// extension.</summary>
    public static TableFormat Of(string extension, string table)
    {
        var header = UnquotedHeaderOf(table);
        char[] separators = extension == "tsv" ? ['\t', ',', ';'] : [',', ';', '\t'];
        return new TableFormat(
            Array.Find(separators, each => header.IndexOf(each) >= 0) is var found and not '\0' ? found : separators[0]
        );
    }

    /// <summary>The header without its cells in quotes, which may have separators and line breaks of their
    /// own.</summary>
    private static string UnquotedHeaderOf(string table)
    {
        var header = new StringBuilder();
        var startsCell = true;
        for (var i = FirstLineOf(table); i < table.Length && table[i] is not ('\r' or '\n'); i++)
        {
            if (startsCell && table[i] == '"' && ClosingQuote(table, i) is > 0 and var end)
                i = end;
            else
                header.Append(table[i]);
            startsCell = table[i] is '\uFEFF' || IsSeparator(table[i]);
        }

        return header.ToString();
    }

    private static bool IsSeparator(char c) => c is ',' or ';' or '\t';

    /// <summary>Where the quotes end that start at this place; -1 if they do not enclose a whole cell. Two quotes are
    /// one of the text.</summary>
    private static int ClosingQuote(string table, int start)
    {
        for (var i = start + 1; i < table.Length; i++)
        {
            if (table[i] != '"')
                continue;
            if (i + 1 == table.Length || IsSeparator(table[i + 1]) || table[i + 1] is '\r' or '\n')
                return i;
            if (table[i + 1] != '"')
                return -1;
            i++;
        }

        return -1;
    }

    /// <summary>The start of the first line that is not blank.</summary>
    private static int FirstLineOf(string table)
    {
        var line = 0;
        while (line < table.Length && YamlLines.Next(table, line) is var next && IsBlank(table, line, next))
            line = next;
        return line;
    }

    private static bool IsBlank(string table, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(table[start]) || table[start] == '\uFEFF'))
            start++;
        return start == end;
    }
}
