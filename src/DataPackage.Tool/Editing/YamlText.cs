using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataPackage.Tool.Editing;

/// <summary>Writes texts as scalars of YAML that are read as these texts, in blocks and between brackets
/// alike.</summary>
internal static partial class YamlText
{
    public static string Scalar(string text) =>
        Safe().IsMatch(text) && text is not ("null" or "Null" or "NULL" or "..." or "---") ? text : DoubleQuoted(text);

    public static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
                quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    public static string SingleQuoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Starts with a letter or a digit, has nothing that means something in YAML, and ends with no
    /// blank.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Nd}](?:[\p{L}\p{Nd}\p{Mn}\p{Mc} ._/;()+~’'-]*[\p{L}\p{Nd}\p{Mn}\p{Mc}._/;()+~’'-])?\z")]
    private static partial Regex Safe();
}
