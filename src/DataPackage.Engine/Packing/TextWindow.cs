using System.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>The letters of a script that are single bytes in a text; see <see cref="PackedFormat"/>.</summary>
/// <param name="number">The first UTF-16 unit, shifted right by <see cref="PackedFormat.WindowShift"/>.</param>
internal readonly struct TextWindow(int number)
{
    /// <summary>The most blocks of sixteen letters that are counted. A script has few; in a text with more, the first
    /// ones are enough.</summary>
    private const int MostBlocks = 16;

    /// <summary>The window in which a text is shorter than in UTF-8; null if there is none.</summary>
    public static TextWindow? Of(string text)
    {
        // Plain UTF-8 must not start like a text with a window.
        if (text.Length > 0 && text[0] == PackedFormat.Tilde)
            return new TextWindow(0);
        if (!HasLetterBeyondAscii(text))
            return null;
        var window = new TextWindow(BestNumber(text));
        return window.LengthOf(text) < Encoding.UTF8.GetByteCount(text) ? window : null;
    }

    public void Write(string text, PackedBuffer buffer)
    {
        buffer.Byte(PackedFormat.Tilde);
        buffer.Fixed(number, PackedFormat.WindowDigits);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (Shows(unit))
                buffer.Byte((byte)(PackedFormat.WindowStart + unit - First));
            else if (unit >= 0x80)
            {
                var length = IsPairAt(text, i) ? 2 : 1;
                buffer.Utf8(text, i, length);
                i += length - 1;
            }
            else
            {
                if (IsTaken(unit))
                    buffer.Byte(PackedFormat.Tilde);
                buffer.Byte((byte)unit);
            }
        }
    }

    private int First => number << PackedFormat.WindowShift;

    private bool Shows(char unit) =>
        unit >= 0x80 && unit >= First && unit < First + PackedFormat.WindowLength && !char.IsSurrogate(unit);

    /// <summary>Whether the byte of an ASCII character means another character in a window.</summary>
    private static bool IsTaken(char ascii) =>
        ascii is >= (char)PackedFormat.WindowStart and <= (char)PackedFormat.Tilde;

    private static bool IsPairAt(string text, int i) => char.IsSurrogatePair(text, i);

    private static bool HasLetterBeyondAscii(string text)
    {
        foreach (var unit in text)
            if (unit >= 0x80)
                return true;
        return false;
    }

    private int LengthOf(string text)
    {
        var length = 1 + PackedFormat.WindowDigits;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (Shows(unit))
                length++;
            else if (unit < 0x80)
                length += IsTaken(unit) ? 2 : 1;
            else if (unit < 0x800)
                length += 2;
            else if (IsPairAt(text, i))
            {
                length += 4;
                i++;
            }
            else
                length += 3;
        }

        return length;
    }

    /// <summary>The window over the most of a text's letters beyond ASCII.</summary>
    private static int BestNumber(string text)
    {
        Span<int> blocks = stackalloc int[MostBlocks];
        Span<int> counts = stackalloc int[MostBlocks];
        counts.Clear();
        var known = 0;
        foreach (var unit in text)
        {
            if (unit < 0x80 || char.IsSurrogate(unit))
                continue;
            var block = unit >> PackedFormat.WindowShift;
            var place = blocks.Slice(0, known).IndexOf(block);
            if (place < 0)
            {
                if (known == MostBlocks)
                    continue;
                blocks[place = known++] = block;
            }

            counts[place]++;
        }

        var (best, most) = (0, 0);
        foreach (var first in blocks.Slice(0, known))
        {
            var shown = 0;
            for (var i = 0; i < known; i++)
                if (blocks[i] >= first && blocks[i] < first + (PackedFormat.WindowLength >> PackedFormat.WindowShift))
                    shown += counts[i];
            if (shown > most)
                (best, most) = (first, shown);
        }

        return best;
    }
}
