using System.Globalization;
using System.Text;

namespace DataPackage.Tool.Site.Drawings;

/// <summary>How much room a text needs in a drawing, for fonts without serifs in their usual size there. Nobody knows
/// the font of a reader, so it is that of a wide one.</summary>
internal static class Lettering
{
    /// <summary>The size of letters in drawings, in pixels, as the styles have it.</summary>
    public const int Size = 13;

    /// <summary>In hundredths of the size.</summary>
    public static int WidthOf(Rune letter) =>
        Rune.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when "iljtfrI.,:;'!|()[] ".Contains(letter.ToString(), StringComparison.Ordinal) => 40,
            _ when "mwMWOQ@%".Contains(letter.ToString(), StringComparison.Ordinal) => 98,
            UnicodeCategory.UppercaseLetter => 72,
            // From here on, scripts have letters as wide as high, and there are pictures.
            _ when letter.Value >= 0x1100 => 108,
            _ => 61,
        };

    /// <summary>In pixels.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var letter in text.EnumerateRunes())
            width += WidthOf(letter);
        return ((width * Size) + 99) / 100;
    }

    /// <summary>The text if it fits; else its start, and dots.</summary>
    /// <param name="room">In pixels.</param>
    public static string Shorten(string text, int room)
    {
        if (WidthOf(text) <= room)
            return text;
        var (start, width) = (new StringBuilder(), 100);
        foreach (var letter in text.EnumerateRunes())
        {
            width += WidthOf(letter);
            if (width * Size / 100 > room)
                break;
            start.Append(letter);
        }

        return start.ToString().TrimEnd() + "\u2026";
    }
}
