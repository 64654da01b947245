using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Reports;

/// <summary>Writes rows: for people, for spreadsheets, for programs.</summary>
internal static class TableText
{
    private const int Gap = 2;
    private const int Narrowest = 8;

    /// <summary>Columns of one width each. On a terminal the widest are cut to fit it.</summary>
    public static void Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, Session session)
    {
        var lines = rows.Select(row => row.Select(Session.Visible).ToList()).Prepend([.. header]).ToList();
        var widths = header.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        if (session.OutputTerminal.Width is { } width)
            Fit(widths, width);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = string.Join(new string(' ', Gap), lines[i].Select((cell, column) => Cell(cell, widths[column])));
            session.Write(i == 0 ? session.OutputTerminal.Paint(line.TrimEnd(), Color.Bold) : line.TrimEnd());
        }
    }

    private static void Fit(int[] widths, int width)
    {
        while (widths.Sum() + ((widths.Length - 1) * Gap) > width)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Narrowest)
                return;
            widths[widest]--;
        }
    }

    private static string Cell(string text, int width)
    {
        if (text.Length <= width)
            return text.PadRight(width);
        var end = char.IsHighSurrogate(text[width - 2]) ? width - 2 : width - 1;
        return (text[..end] + "\u2026").PadRight(width);
    }

    public static void WriteCsv(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, Session session)
    {
        foreach (var row in rows.Prepend(header))
            session.Write(string.Join(',', row.Select(CsvText.Quote)));
    }

    /// <param name="numbers">The columns whose cells are numbers.</param>
    public static void WriteJson(
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<string>> rows,
        IReadOnlyCollection<string> numbers,
        Session session
    ) =>
        session.Write(
            JsonText.Write(json =>
            {
                json.WriteStartArray();
                foreach (var row in rows)
                {
                    json.WriteStartObject();
                    for (var column = 0; column < header.Count; column++)
                    {
                        json.WritePropertyName(header[column]);
                        if (numbers.Contains(header[column]))
                            json.WriteRawValue(row[column]);
                        else
                            json.WriteStringValue(row[column]);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            })
        );
}
