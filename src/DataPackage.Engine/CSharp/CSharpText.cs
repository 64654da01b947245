using System.Globalization;
using System.Text;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The only way by which data enters generated C#: as a literal, or as the text of a documentation comment.
/// All results are ASCII from 0x20 to 0x7E, so no data can end a literal or a line, or hide in one.</summary>
internal static class CSharpText
{
    private const string HexDigits = "0123456789abcdef";

    /// <summary>A string literal, with its quotes.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + (text.Length / 2) + 4).Append('"');
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
                continue;
            literal.Append(text, run, i - run).Append('\\');
            run = i + 1;
            if (c is '"' or '\\')
                literal.Append(c);
            else
                literal
                    .Append('u')
                    .Append(HexDigits[c >> 12])
                    .Append(HexDigits[(c >> 8) & 15])
                    .Append(HexDigits[(c >> 4) & 15])
                    .Append(HexDigits[c & 15]);
        }

        return literal.Append(text, run, text.Length - run).Append('"').ToString();
    }

    /// <summary>A UTF-8 literal of bytes that are well-formed UTF-8.</summary>
    public static string Literal(byte[] utf8) => Literal(Encoding.UTF8.GetString(utf8)) + "u8";

    /// <summary>The directive that maps the next line of code to a line of a seed. Null if the path is not plain ASCII,
    /// as directives have no escapes.</summary>
    public static string? LineDirective(SeedLine line)
    {
        foreach (var c in line.Path)
            if (c is < ' ' or > '~' or '"')
                return null;
        return line.Path.Length == 0 ? null : FormattableString.Invariant($"#line {line.Number} \"{line.Path}\"");
    }

    /// <summary>Text for a documentation comment: one line, markup and everything beyond ASCII as XML references.
    /// Controls and format characters, bidirectional ones among them, are left out: an editor would resolve a reference
    /// to one, and apply it.</summary>
    public static string Doc(string text)
    {
        var doc = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (doc.Length > 0 && doc[doc.Length - 1] != ' ')
                    doc.Append(' ');
            }
            else if (c is '&' or '<' or '>' or > '~')
            {
                var isPair = char.IsSurrogatePair(text, i);
                if (!isPair && !IsXml(c))
                    continue;
                doc.Append("&#x")
                    .Append(
                        (isPair ? char.ConvertToUtf32(c, text[++i]) : c).ToString("X", CultureInfo.InvariantCulture)
                    )
                    .Append(';');
            }
            else if (c >= ' ')
                doc.Append(c);
        }

        return doc.ToString().TrimEnd();
    }

    /// <summary>Writes the letters beyond ASCII in a line of code, which only names can have, as escapes of C#, or of
    /// XML in a documentation comment.</summary>
    public static string Ascii(string line)
    {
        var next = 0;
        while (next < line.Length && line[next] <= '~')
            next++;
        if (next == line.Length)
            return line;
        var isDoc = line.StartsWith("///", StringComparison.Ordinal);
        var code = new StringBuilder(line, 0, next, line.Length + 32);
        for (; next < line.Length; next++)
        {
            var c = line[next];
            if (c <= '~')
                code.Append(c);
            else if (isDoc)
                code.Append("&#x").Append(((int)c).ToString("X", CultureInfo.InvariantCulture)).Append(';');
            else
                code.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return code.ToString();
    }

    /// <summary>Whether XML 1.0 can hold the character and it misleads no reader.</summary>
    private static bool IsXml(char c) => !char.IsSurrogate(c) && !SeedCharacters.IsInvisible(c);
}
