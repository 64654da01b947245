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
        WriteEscaped(text.ToCharArray(), text.Length, literal);
        return literal.Append('"').ToString();
    }

    /// <summary>A UTF-8 literal of bytes that are well-formed UTF-8.</summary>
    public static Utf8Literal Literal(byte[] utf8) => new(utf8);

    /// <summary>Writes the first characters of a text as the inside of a literal.</summary>
    public static void WriteEscaped(char[] text, int count, StringBuilder code)
    {
        var run = 0;
        for (var i = 0; i < count; i++)
        {
            var c = text[i];
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
                continue;
            code.Append(text, run, i - run).Append('\\');
            run = i + 1;
            if (c is '"' or '\\')
                code.Append(c);
            else
                code.Append('u')
                    .Append(HexDigits[c >> 12])
                    .Append(HexDigits[(c >> 8) & 15])
                    .Append(HexDigits[(c >> 4) & 15])
                    .Append(HexDigits[c & 15]);
        }

        code.Append(text, run, count - run);
    }

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
        if (IsPlain(text))
            return text;
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

    /// <summary>Whether a documentation comment holds the text as it is, as most texts.</summary>
    private static bool IsPlain(string text)
    {
        // A blank may not be first, last or beside another.
        var before = ' ';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>' || (c == ' ' && before == ' '))
                return false;
            before = c;
        }

        return text.Length == 0 || before != ' ';
    }

    /// <summary>Writes the letters beyond ASCII in code, which only names can have, as escapes of C#, or of XML in
    /// documentation.</summary>
    public static string Ascii(string code, bool isDocumentation)
    {
        var next = 0;
        while (next < code.Length && code[next] <= '~')
            next++;
        if (next == code.Length)
            return code;
        var ascii = new StringBuilder(code, 0, next, code.Length + 32);
        for (; next < code.Length; next++)
        {
            var c = code[next];
            if (c <= '~')
                ascii.Append(c);
            else if (isDocumentation)
                ascii.Append("&#x").Append(((int)c).ToString("X", CultureInfo.InvariantCulture)).Append(';');
            else
                ascii.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return ascii.ToString();
    }

    /// <summary>Whether XML 1.0 can hold the character and it misleads no reader.</summary>
    private static bool IsXml(char c) => !char.IsSurrogate(c) && !SeedCharacters.IsInvisible(c);
}
