using System.Globalization;
using System.Text;
using DataPackage.Generator.Syntax;

namespace DataPackage.Generator.Diagnostics;

/// <summary>Text from a seed as messages show it: on one line, visible and not endless. A line end would let a seed write lines of its own into the
/// build's log, where terminals obey escape sequences, and build servers lines that start with a command.</summary>
internal static class MessageText
{
    public static string Of(string text) => Shorten(text, SeedLimits.MessageLength);

    /// <summary>A whole message, of any length.</summary>
    public static string Visible(string message) => Shorten(message, int.MaxValue);

    private static string Shorten(string text, int limit)
    {
        var isLong = text.Length > limit;
        var length = isLong ? limit : text.Length;
        var first = 0;
        while (first < length && IsVisible(text, first, length)) first++;
        if (!isLong && first == length) return text;

        var visible = new StringBuilder(text, 0, first, length + 8);
        for (var i = first; i < length; i++)
        {
            if (IsVisible(text, i, length)) visible.Append(text[i]);
            else visible.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
        }

        return isLong ? visible.Append("...").ToString() : visible.ToString();
    }

    private static bool IsVisible(string text, int index, int length)
    {
        var c = text[index];
        return c is >= ' ' and <= '~' || (!SeedCharacters.IsInvisible(c) && (!char.IsSurrogate(c) || IsInPair(text, index, length)));
    }

    private static bool IsInPair(string text, int index, int length) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
