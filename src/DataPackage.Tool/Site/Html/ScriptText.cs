using System.Text;

namespace DataPackage.Tool.Site.Html;

/// <summary>Writes texts as literals of JavaScript, for scripts that are data.</summary>
internal static class ScriptText
{
    /// <summary>Appends the text in quotes. What ends a literal or a script is escaped, and what a reader of the script
    /// does not see.</summary>
    public static StringBuilder Literal(this StringBuilder script, string text)
    {
        script.Append('"');
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogatePair(text, i))
                script.Append(text, i++, 2);
            else if (MustEscape(text[i]))
                script.Append(FormattableString.Invariant($"\\u{(int)text[i]:x4}"));
            else
                script.Append(text[i]);
        return script.Append('"');
    }

    /// <summary>Appends an array of texts.</summary>
    public static StringBuilder Literals(this StringBuilder script, IEnumerable<string> texts)
    {
        script.Append('[');
        var separator = "";
        foreach (var text in texts)
        {
            script.Append(separator).Literal(text);
            separator = ",";
        }

        return script.Append(']');
    }

    private static bool MustEscape(char c) =>
        c
            is < ' '
                or '"'
                or '\\'
                or '<'
                or (>= '\u007F' and <= '\u009F')
                or '\u061C'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u2028' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F')
                or (>= '\uD800' and <= '\uDFFF')
                or (>= '\uFDD0' and <= '\uFDEF')
                or '\uFEFF'
                or >= '\uFFF0';
}
