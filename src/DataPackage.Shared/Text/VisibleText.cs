using System.Globalization;
using System.Text;

namespace DataPackage.Shared.Text;

/// <summary>Shows foreign text in messages: on one line, visible and shortened. A line end would let its author add
/// lines to a log, where terminals obey escape sequences and build servers obey lines that start with a
/// command.</summary>
internal static class VisibleText
{
    /// <summary>The most UTF-16 units that are shown of an argument: more than any id that people write.</summary>
    public const int LongestRequest = 128;

    /// <summary>Shows an argument of a call.</summary>
    public static string Of(string request) => Of(request, LongestRequest);

    /// <inheritdoc cref="Of(string)"/>
    public static string Of(ReadOnlySpan<char> request) =>
        Of(request.Slice(0, Math.Min(request.Length, LongestRequest + 1)).ToString());

    public static string Of(string text, int longest)
    {
        var isLong = text.Length > longest;
        var length = isLong ? longest : text.Length;
        var first = 0;
        while (first < length && IsVisible(text, first, length))
            first++;
        if (!isLong && first == length)
            return text;

        var visible = new StringBuilder(text, 0, first, length + 8);
        for (var i = first; i < length; i++)
        {
            if (IsVisible(text, i, length))
                visible.Append(text[i]);
            else
                visible.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
        }

        return isLong ? visible.Append("...").ToString() : visible.ToString();
    }

    /// <summary>Whether a character is invisible or misleads readers: controls, line ends, noncharacters and Unicode's
    /// format characters. The list is constant, since the Unicode tables of runtimes differ.</summary>
    public static bool IsInvisible(char c) =>
        c < ' '
        || c
            is >= '\u007F'
                and <= '\u009F'
                or '\u2028'
                or '\u2029'
                or '\uFEFF'
                or '\uFFFD'
                or >= '\uFDD0'
                and <= '\uFDEF'
                or '\uFFFE'
                or '\uFFFF'
                or '\u00AD'
                or >= '\u0600'
                and <= '\u0605'
                or '\u061C'
                or '\u06DD'
                or '\u070F'
                or '\u0890'
                or '\u0891'
                or '\u08E2'
                or '\u180E'
                or >= '\u200B'
                and <= '\u200F'
                or >= '\u202A'
                and <= '\u202E'
                or >= '\u2060'
                and <= '\u206F'
                or >= '\uFFF9'
                and <= '\uFFFB';

    private static bool IsVisible(string text, int index, int length)
    {
        var c = text[index];
        return c is >= ' ' and <= '~' || (!IsInvisible(c) && (!char.IsSurrogate(c) || IsInPair(text, index, length)));
    }

    private static bool IsInPair(string text, int index, int length) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
