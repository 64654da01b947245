using System.Globalization;
using DataPackage.Shared.Text;
using DataPackage.Tool.Export.Tables;
using DataPackage.Tool.Reports;

namespace DataPackage.Tool.Export.Csv;

/// <summary>A file of CSV for each table, with a descriptor by the Data Package standard.</summary>
internal static class CsvExport
{
    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell)
    {
        foreach (var table in source.Tables)
            Write(table, folder, source.Options.IsForExcel);
        folder.WriteJson("datapackage.json", json => new Descriptor(source, json).Write());
        if (source.Options.IsForExcel)
            tell("--excel: in the CSV, texts that look like formulas have an apostrophe before them");
    }

    /// <summary>The name of a table's file.</summary>
    public static string FileOf(ExportTable table) => FileNames.Of(table.Name.Replace('_', '-')) + ".csv";

    /// <summary>Lists have tables of their own.</summary>
    public static IEnumerable<ExportColumn> ColumnsOf(ExportTable table) =>
        table.Columns.Where(column => !column.IsList);

    private static void Write(ExportTable table, FormatFolder folder, bool isForExcel)
    {
        using var csv = folder.CreateText(FileOf(table));
        // Without this mark, Excel takes the file for one in the machine's own encoding.
        if (isForExcel)
            csv.Write('\uFEFF');
        var places = Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsList).ToArray();
        csv.WriteLine(string.Join(',', places.Select(i => CsvText.Quote(table.Columns[i].Name))));
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (i > 0)
                    csv.Write(',');
                csv.Write(Cell(row[places[i]], isForExcel));
            }

            csv.Write('\n');
        }
    }

    private static string Cell(object? value, bool isForExcel) =>
        value switch
        {
            null => "",
            // Nothing between quotation marks is a text, and nothing at all is no value.
            "" => "\"\"",
            string text => CsvText.Quote(isForExcel && IsFormula(text) ? "'" + text : text),
            bool isTrue => isTrue ? "true" : "false",
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"A {value.GetType().Name} is no cell."),
        };

    /// <summary>Whether spreadsheets run the text, or might after they remove blanks and characters that nobody
    /// sees.</summary>
    private static bool IsFormula(string text)
    {
        var first = 0;
        while (first < text.Length && (char.IsWhiteSpace(text[first]) || VisibleText.IsInvisible(text[first])))
            first++;
        return text[0] is '\t' or '\r' or '\n'
            || first < text.Length && Signs.Contains(text[first], StringComparison.Ordinal);
    }

    /// <summary>With their full-width forms, which some spreadsheets take for the same.</summary>
    private const string Signs = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";
}
