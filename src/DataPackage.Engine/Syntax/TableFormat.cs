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
        var header = table.Substring(0, YamlLines.EndOf(table, FirstLineOf(table)));
        char[] separators = extension == "tsv" ? ['\t', ',', ';'] : [',', ';', '\t'];
        return new TableFormat(
            Array.Find(separators, each => header.IndexOf(each) >= 0) is var found and not '\0' ? found : separators[0]
        );
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
