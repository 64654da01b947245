namespace DataPackage.Shared.Text;

/// <summary>Capitals and small letters, character by character, as the Unicode Character Database pairs them.</summary>
/// <remarks>The library's own methods use ICU if it is there, and otherwise pairs of their own. The two differ on the
/// long s, and on letters that one of them lacks. Names and texts must be the same on every machine. As in the library,
/// the Turkish letters İ and ı have no pair.</remarks>
internal static class LetterCase
{
    private const int RunLength = 4;

    public static char ToUpper(char c) =>
        c < '\u0080'
            ? c is >= 'a' and <= 'z'
                ? (char)(c - 0x20)
                : c
            : Map(UnicodeTables.Upper, c);

    public static char ToLower(char c) =>
        c < '\u0080'
            ? c is >= 'A' and <= 'Z'
                ? (char)(c + 0x20)
                : c
            : Map(UnicodeTables.Lower, c);

    /// <summary>Changes a text to small letters; its length stays the same.</summary>
    public static string ToLower(string text)
    {
        var lower = text.ToCharArray();
        for (var i = 0; i < lower.Length; i++)
        {
            // Plane 1 has all letters with case that are not in plane 0.
            if (lower[i] is >= '\uD800' and <= '\uD83F' && i + 1 < lower.Length && char.IsLowSurrogate(lower[i + 1]))
            {
                var letter = Map(
                    UnicodeTables.LowerOfPlane1,
                    (char)(((lower[i] - 0xD800) << 10) + lower[i + 1] - 0xDC00)
                );
                lower[i] = (char)(0xD800 + (letter >> 10));
                lower[++i] = (char)(0xDC00 + (letter & 0x3FF));
            }
            else
                lower[i] = ToLower(lower[i]);
        }

        return new string(lower);
    }

    /// <summary>Whether two texts differ at most in the case of letters of plane 0.</summary>
    public static bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
            if (left[i] != right[i] && ToUpper(left[i]) != ToUpper(right[i]))
                return false;
        return true;
    }

    private static char Map(string runs, char c)
    {
        int low = 0,
            high = runs.Length / RunLength;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (runs[middle * RunLength] <= c)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return c;
        var run = (low - 1) * RunLength;
        var offset = c - runs[run];
        return c <= runs[run + 1] && offset % runs[run + 3] == 0 ? (char)(runs[run + 2] + offset) : c;
    }

    /// <summary>Compares texts as <see cref="AreEqual"/> does.</summary>
    internal sealed class Comparer : IEqualityComparer<string>
    {
        public static readonly Comparer Instance = new();

        public bool Equals(string? x, string? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && AreEqual(x.AsSpan(), y.AsSpan()));

        public int GetHashCode(string obj)
        {
            var hash = 17;
            foreach (var c in obj)
                hash = unchecked((hash * 31) + ToUpper(c));
            return hash;
        }
    }
}
