namespace DataPackage.Tool.Reports;

/// <summary>Writes cells as RFC 4180 has them.</summary>
internal static class CsvText
{
    /// <summary>The cell, in quotation marks where a reader would take it for something else.</summary>
    public static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || IsBlank(cell, 0) || IsBlank(cell, cell.Length - 1)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    /// <summary>Some readers remove blanks around a cell.</summary>
    private static bool IsBlank(string cell, int place) => cell.Length > 0 && char.IsWhiteSpace(cell[place]);
}
