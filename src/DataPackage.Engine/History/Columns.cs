using System.Text;

namespace DataPackage.Engine.History;

/// <summary>Lines of texts with tabs between. In a text, <c>\t</c>, <c>\n</c>, <c>\r</c> and <c>\\</c> stand for these
/// characters.</summary>
internal static class Columns
{
    public static void Line(StringBuilder text, params string[] columns)
    {
        // An absent last column is no column.
        var count = columns.Length;
        while (columns[count - 1].Length == 0)
            count--;
        for (var i = 0; i < count; i++)
            Escape(columns[i], i == 0 ? text : text.Append('\t'));
        text.Append('\n');
    }

    public static string[] Of(string line) => line.Split('\t').Select(Unescape).ToArray();

    private static void Escape(string column, StringBuilder text)
    {
        foreach (var c in column)
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '\t' => text.Append(@"\t"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                _ => text.Append(c),
            };
    }

    private static string Unescape(string column)
    {
        if (column.IndexOf('\\') < 0)
            return column;
        var text = new StringBuilder(column.Length);
        for (var i = 0; i < column.Length; i++)
            text.Append(
                column[i] != '\\' || i + 1 == column.Length
                    ? column[i]
                    : column[++i] switch
                    {
                        't' => '\t',
                        'n' => '\n',
                        'r' => '\r',
                        var c => c,
                    }
            );
        return text.ToString();
    }
}
