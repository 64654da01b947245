using System.Globalization;
using System.Text;

namespace DataPackage.Generator.Emission;

/// <summary>The only way by which data enters generated C#: as a literal, or as the text of a documentation comment.
/// What leaves here is ASCII from 0x20 to 0x7E, whatever the data hold, so nothing can end a literal or a line, or hide in one.</summary>
internal static class CSharpText
{
    /// <summary>A string literal, with its quotes.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2);
        literal.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') literal.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') literal.Append(c);
            else literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text for a documentation comment: one line, markup and everything beyond ASCII as XML references.</summary>
    public static string Doc(string text)
    {
        var doc = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (doc.Length > 0 && doc[doc.Length - 1] != ' ') doc.Append(' ');
            }
            else if (c is '&' or '<' or '>' or > '~')
            {
                var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                if (!isPair && !IsXml(c)) continue;
                doc.Append("&#x").Append((isPair ? char.ConvertToUtf32(c, text[++i]) : c).ToString("X", CultureInfo.InvariantCulture)).Append(';');
            }
            else if (c >= ' ') doc.Append(c);
        }

        return doc.ToString().TrimEnd();
    }

    /// <summary>What XML 1.0 can hold at all, and no reader is misled by: format characters and controls stay out.</summary>
    private static bool IsXml(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format;
}
