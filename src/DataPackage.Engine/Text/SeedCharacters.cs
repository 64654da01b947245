using System.Globalization;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Text;

/// <summary>The characters that a seed may hold. The others are invisible, are not text, or end a line for some readers
/// only: U+0085, U+2028 and U+2029 end a C# comment, and the rest would be compiled as code.</summary>
internal static class SeedCharacters
{
    /// <summary>The offset of the first character that is forbidden everywhere, or -1. Each property decides whether
    /// its texts may have bidirectional controls.</summary>
    /// <param name="mayEndLines">Whether U+2028 and U+2029 are allowed, as they are within the texts of JSON and
    /// tables: there they end no line.</param>
    public static int IndexOfForbidden(string text, int start = 0, bool mayEndLines = false)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007f' or '\n' or '\r' or '\t')
                continue;
            if (IsForbidden(text, i) && !(mayEndLines && c is ('\u2028' or '\u2029')))
                return i;
            if (char.IsHighSurrogate(c))
                i++;
        }

        return -1;
    }

    /// <summary>Replaces a forbidden character while the rest of its file is read; forbidden itself.</summary>
    public const char Mask = '\uFFFD';

    /// <summary>The text with <see cref="Mask"/> for each forbidden character, and for each bidirectional control from
    /// an offset on.</summary>
    public static string MaskForbidden(string text, int firstControl, bool mayEndLines)
    {
        var masked = text.ToCharArray();
        for (var i = IndexOfForbidden(text, 0, mayEndLines); i >= 0; i = IndexOfForbidden(text, i + 1, mayEndLines))
            masked[i] = Mask;
        for (
            var i = IndexOfBidirectionalControl(text, firstControl);
            i >= 0;
            i = IndexOfBidirectionalControl(text, i + 1)
        )
            masked[i] = Mask;
        return new string(masked);
    }

    /// <summary>Whether the character that starts at the offset is forbidden everywhere.</summary>
    public static bool IsForbidden(string text, int index) =>
        char.IsSurrogatePair(text, index)
            ? (char.ConvertToUtf32(text[index], text[index + 1]) & 0xFFFE) == 0xFFFE
            : IsForbidden(text[index]);

    private static bool IsForbidden(char c) =>
        c < ' '
        || c is >= '\u007f' and <= '\u009f' // C0 and C1 controls, the line end U+0085 among them
        || c is '\u2028' or '\u2029' // line and paragraph separator
        || c is '\uFEFF' // a byte order mark inside the text
        || c is '\uFFFD' // what a decoder writes for bytes that are not UTF-8
        || char.IsSurrogate(c)
        || c is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF';

    /// <summary>Embeddings, overrides and isolates: the text after one is shown in another order than it is read in
    /// (CVE-2021-42574).</summary>
    public static bool IsBidirectionalControl(char c) =>
        c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    /// <summary>The offset of the first bidirectional control, or -1.</summary>
    public static int IndexOfBidirectionalControl(string text, int start = 0)
    {
        for (var i = start; i < text.Length; i++)
            if (text[i] > '\u2000' && IsBidirectionalControl(text[i]))
                return i;
        return -1;
    }

    /// <inheritdoc cref="VisibleText.IsInvisible"/>
    public static bool IsInvisible(char c) => VisibleText.IsInvisible(c);

    public static string NameOf(string text, int index)
    {
        var code = char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    public static string Explain(char c) =>
        c switch
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
