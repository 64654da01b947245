using System.Globalization;

namespace DataPackage.Generator.Syntax;

/// <summary>Which characters a seed may hold. The others are invisible, are no text at all, or end a line for some readers only:
/// U+0085, U+2028 and U+2029 end a C# comment, and what follows them would be compiled as code.</summary>
internal static class SeedCharacters
{
    /// <summary>The offset of the first forbidden character, or -1.</summary>
    public static int IndexOfForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007f' or '\n' or '\r' or '\t') continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if ((char.ConvertToUtf32(c, text[i + 1]) & 0xFFFE) == 0xFFFE) return i;
                i++;
                continue;
            }

            if (IsForbidden(c)) return i;
        }

        return -1;
    }

    private static bool IsForbidden(char c) =>
        c < ' ' || c is >= '\u007f' and <= '\u009f' // C0 and C1 controls, the line end U+0085 among them
        || c is '\u2028' or '\u2029' // line and paragraph separator
        || IsBidirectionalControl(c)
        || c is '\uFEFF' // a byte order mark inside the text
        || c is '\uFFFD' // what a decoder writes for bytes that are not UTF-8
        || char.IsSurrogate(c)
        || c is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF';

    private static bool IsBidirectionalControl(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    public static string NameOf(string text, int index)
    {
        var code = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    public static string Explain(char c) => c switch
    {
        '\uFFFD' => "the file is not UTF-8, or holds a replacement character",
        '\u2028' or '\u2029' or '\u0085' => "an invisible line end",
        '\uFEFF' => "a byte order mark inside the text",
        _ when IsBidirectionalControl(c) => "an invisible control of writing direction",
        _ when char.IsSurrogate(c) => "half of a surrogate pair, or no character",
        _ when char.IsControl(c) => "a control character",
        _ => "no character",
    };
}
