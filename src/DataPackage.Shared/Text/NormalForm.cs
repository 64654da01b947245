using System.Text;

namespace DataPackage.Shared.Text;

/// <summary>Unicode normalization form C, in which texts are compared.</summary>
/// <remarks>
/// <para>Texts are normalized when data is built and again when it is searched, on another machine and perhaps without
/// ICU, which the library's own normalization uses. Therefore nothing here depends on the machine: the tables are
/// constants, and results never change. Characters that are newer than the tables stay unchanged, and so does half a
/// surrogate pair.</para>
/// <para>The time is linear in the length of any text.</para>
/// </remarks>
internal static class NormalForm
{
    /// <summary>All lower characters are normalized and combine with none before them, so most texts need no
    /// tables.</summary>
    private const char FirstCombining = '\u0300';

    /// <summary>In <see cref="KindOf"/>, the bits of the character's combining class: its index among all classes, 0
    /// for a character that does not combine.</summary>
    internal const int ClassMask = 0x3F;

    /// <summary>In <see cref="KindOf"/>, the bit of a character that is not normalized, or whose parts may compose with
    /// the character before it.</summary>
    private const int Unsettled = 0x40;

    /// <summary>In <see cref="KindOf"/>, the bit of a character that may compose with the one before it.</summary>
    private const int MayCompose = 0x80;

    private const int BlockBits = 5;
    private const int InBlock = (1 << BlockBits) - 1;
    private const int Tabled = 0x20000;
    private const int FirstIdeograph = 0x2F800;
    private const int LastIdeograph = 0x2FA1D;

    /// <summary>Whether a text has characters that other forms may write differently. Most have none.</summary>
    public static bool CanDiffer(string text)
    {
        foreach (var c in text)
            if (c >= FirstCombining)
                return true;
        return false;
    }

    /// <returns>The same instance if the text is normalized.</returns>
    public static string Of(string text)
    {
        Composer? composer = null;
        return FindUnsettled(text.AsSpan(), 0, ref composer, out _) < 0 ? text : composer!.Compose(text, offsets: null);
    }

    /// <summary>Normalizes a text, and finds the origin of each unit.</summary>
    /// <param name="offsets">The original offset of each unit and of the end. The units of a composed part have the
    /// offset of its start. Null if the text is normalized.</param>
    public static string Of(string text, out int[]? offsets)
    {
        offsets = null;
        Composer? composer = null;
        if (FindUnsettled(text.AsSpan(), 0, ref composer, out _) < 0)
            return text;
        var places = new List<int>(text.Length + 1);
        var composed = composer!.Compose(text, places);
        offsets = [.. places];
        return composed;
    }

    /// <summary>Whether two texts are equal after normalization.</summary>
    public static bool AreEqual(string left, ReadOnlySpan<char> right) =>
        right.SequenceEqual(left.AsSpan()) || Of(left) == Of(right.ToString());

    /// <summary>The start of the first part that is not normalized, or -1.</summary>
    /// <param name="from">The start of a part.</param>
    /// <param name="composer">Holds the normalized part; created when needed.</param>
    /// <param name="end">The end of that part.</param>
    private static int FindUnsettled(ReadOnlySpan<char> text, int from, ref Composer? composer, out int end)
    {
        int start = from,
            before = 0;
        for (var i = from; i < text.Length; i++)
        {
            var place = i;
            i = SkipUnrelated(text, i);
            if (i > place)
                (start, before, place) = (i - 1, 0, i);
            if (i == text.Length)
                break;
            var code = CodePointAt(text, ref i);
            var kind = KindOf(code);
            if (kind == 0 || (kind == Unsettled && StartsPart(code)))
                (start, before) = (place, 0);
            if (kind == 0)
                continue;
            var isSettled =
                kind == MayCompose
                    ? before > 0 || place == from || Join(CodePointBefore(text, place), code) < 0
                    : kind < Unsettled && kind >= before;
            if (isSettled)
            {
                before = kind & ClassMask;
                continue;
            }

            end = EndOfPart(text, i + 1);
            composer ??= new Composer();
            if (!composer.IsComposed(text.Slice(start, end - start)))
                return start;
            (i, start, before) = (end - 1, end, 0);
        }

        end = text.Length;
        return -1;
    }

    /// <summary>The next unit that may combine with the one before it. Few do, so this is fast.</summary>
    private static int SkipUnrelated(ReadOnlySpan<char> text, int from)
    {
        var blocks = UnicodeTables.Blocks;
        var kinds = UnicodeTables.Kinds;
        for (var i = from; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit < FirstCombining)
                continue;
            if (char.IsSurrogate(unit) || kinds[(blocks[unit >> BlockBits] << BlockBits) + (unit & InBlock)] != 0)
                return i;
        }

        return text.Length;
    }

    /// <summary>The next character that never combines with those before it.</summary>
    private static int EndOfPart(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var place = i;
            if (StartsPart(CodePointAt(text, ref i)))
                return place;
        }

        return text.Length;
    }

    private static bool StartsPart(int code)
    {
        var kind = KindOf(code);
        return kind == 0 || (kind == Unsettled && TryDecompose(code, out var first, out _) && StartsPart(first));
    }

    /// <summary>The character at an offset, which is moved to the last of its units.</summary>
    private static int CodePointAt(ReadOnlySpan<char> text, ref int offset)
    {
        var unit = text[offset];
        if (!char.IsHighSurrogate(unit) || offset + 1 == text.Length || !char.IsLowSurrogate(text[offset + 1]))
            return unit;
        return char.ConvertToUtf32(unit, text[++offset]);
    }

    private static int CodePointBefore(ReadOnlySpan<char> text, int offset)
    {
        var isPair = offset > 1 && char.IsLowSurrogate(text[offset - 1]) && char.IsHighSurrogate(text[offset - 2]);
        return isPair ? char.ConvertToUtf32(text[offset - 2], text[offset - 1]) : text[offset - 1];
    }

    /// <summary>How a character combines with its neighbours; 0 if it never does.</summary>
    internal static int KindOf(int code)
    {
        if (code < FirstCombining)
            return 0;
        if (code < Tabled)
            return UnicodeTables.Kinds[(UnicodeTables.Blocks[code >> BlockBits] << BlockBits) + (code & InBlock)];
        return code is >= FirstIdeograph and <= LastIdeograph ? Unsettled : 0;
    }

    /// <summary>The one or two characters that a character is equivalent to.</summary>
    /// <param name="second">0 if there is only one.</param>
    internal static bool TryDecompose(int code, out int first, out int second)
    {
        first = second = 0;
        // Other characters decompose into letters, the commonest marks and the letters of Korean.
        if (code is < 0xC0 or >= 0x300 and < 0x340 or >= Hangul.FirstLetter and <= Hangul.LastLetter)
            return false;
        if (code is >= Hangul.FirstSyllable and <= Hangul.LastSyllable)
        {
            Hangul.Decompose(code, out first, out second);
            return true;
        }

        if (code is >= 0x10000 and < Tabled)
        {
            var table = UnicodeTables.Plane1;
            for (var i = 0; i < table.Length; i += 3)
                if (table[i] == code - 0x10000)
                    (first, second) = (table[i + 1] + 0x10000, table[i + 2] + 0x10000);
            return first > 0;
        }

        if (code is >= FirstIdeograph and <= LastIdeograph)
            Read(UnicodeTables.Ideographs, code - FirstIdeograph, out first, out second);
        else if (code < 0x10000 && PlaceOf((char)code) is >= 0 and var place)
            Read(UnicodeTables.Decompositions, place, out first, out second);
        return first > 0;
    }

    /// <summary>The character that two are equivalent to, or -1.</summary>
    internal static int Join(int first, int second)
    {
        if (Hangul.Join(first, second) is > 0 and var syllable)
            return syllable;
        if (first >= 0x10000)
        {
            var table = UnicodeTables.Plane1;
            for (var i = 0; i < table.Length; i += 3)
                if (
                    table[i + 1] == first - 0x10000
                    && table[i + 2] == second - 0x10000
                    && (KindOf(table[i] + 0x10000) & Unsettled) == 0
                )
                    return table[i] + 0x10000;
            return -1;
        }

        int low = 0,
            high = UnicodeTables.Composed.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var place = UnicodeTables.Composed[middle];
            var order = UnicodeTables.Decompositions[place * 2] - first;
            if (order == 0)
                order = UnicodeTables.Decompositions[(place * 2) + 1] - second;
            if (order == 0)
                return UnicodeTables.Decomposed[place];
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return -1;
    }

    private static int PlaceOf(char c)
    {
        int low = 0,
            high = UnicodeTables.Decomposed.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (UnicodeTables.Decomposed[middle] == c)
                return middle;
            if (UnicodeTables.Decomposed[middle] < c)
                low = middle + 1;
            else
                high = middle;
        }

        return -1;
    }

    private static void Read(string pairs, int place, out int first, out int second)
    {
        (first, second) = (pairs[place * 2], pairs[(place * 2) + 1]);
        if (char.IsHighSurrogate((char)first))
            (first, second) = (char.ConvertToUtf32((char)first, (char)second), 0);
    }

    /// <summary>The syllables of Korean are too many for a table, but ordered by their letters.</summary>
    private static class Hangul
    {
        public const int FirstLetter = 0x1100;
        public const int LastLetter = 0x11FF;
        public const int FirstSyllable = 0xAC00;
        public const int LastSyllable = 0xD7A3;
        private const int FirstVowel = 0x1161;
        private const int BeforeTails = 0x11A7;
        private const int Leads = 19;
        private const int Vowels = 21;
        private const int Tails = 28;

        public static void Decompose(int syllable, out int first, out int second)
        {
            var number = syllable - FirstSyllable;
            var tail = number % Tails;
            first = tail > 0 ? syllable - tail : FirstLetter + (number / (Tails * Vowels));
            second = tail > 0 ? BeforeTails + tail : FirstVowel + (number / Tails % Vowels);
        }

        public static int Join(int first, int second)
        {
            var (lead, vowel, tail) = (first - FirstLetter, second - FirstVowel, second - BeforeTails);
            if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
                return FirstSyllable + (((lead * Vowels) + vowel) * Tails);
            var isOpen = first is >= FirstSyllable and <= LastSyllable && (first - FirstSyllable) % Tails == 0;
            return isOpen && tail is > 0 and < Tails ? first + tail : -1;
        }
    }

    /// <summary>Normalizes texts part by part. A part is a run of characters that may combine.</summary>
    private sealed class Composer
    {
        /// <summary>The most marks that are sorted by insertion; for more, counting is faster.</summary>
        private const int FewMarks = 16;

        private (int Code, int Class)[] _part = new (int, int)[8];
        private (int Code, int Class)[] _sorted = [];
        private int _length;

        /// <summary>Normalizes a part and holds the result. True if the part was normalized already.</summary>
        public bool IsComposed(ReadOnlySpan<char> part)
        {
            Normalize(part);
            var place = 0;
            for (var i = 0; i < _length; i++, place++)
                if (place >= part.Length || CodePointAt(part, ref place) != _part[i].Code)
                    return false;
            return place == part.Length;
        }

        /// <summary>Normalizes a whole text.</summary>
        /// <param name="offsets">Receives the original offset of each unit and of the end.</param>
        public string Compose(string text, List<int>? offsets)
        {
            var composed = new StringBuilder(text.Length);
            var self = this;
            for (int done = 0, end; done < text.Length; done = end)
            {
                var start = FindUnsettled(text.AsSpan(), done, ref self, out end);
                var asIs = start < 0 ? end : start;
                composed.Append(text, done, asIs - done);
                for (var i = done; offsets is not null && i < asIs; i++)
                    offsets.Add(i);
                if (start < 0)
                    break;
                AppendTo(composed);
                while (offsets is not null && offsets.Count < composed.Length)
                    offsets.Add(start);
            }

            offsets?.Add(text.Length);
            return composed.ToString();
        }

        private void AppendTo(StringBuilder text)
        {
            for (var i = 0; i < _length; i++)
            {
                var code = _part[i].Code;
                if (code < 0x10000)
                    text.Append((char)code);
                else
                    text.Append((char)(0xD800 + ((code - 0x10000) >> 10))).Append((char)(0xDC00 + (code & 0x3FF)));
            }
        }

        private void Normalize(ReadOnlySpan<char> part)
        {
            _length = 0;
            for (var i = 0; i < part.Length; i++)
                Decompose(CodePointAt(part, ref i));
            for (int i = 0, end; i < _length; i = end + 1)
            {
                for (end = i; end < _length && _part[end].Class > 0; )
                    end++;
                if (end - i > 1)
                    Sort(i, end);
            }

            ComposePart();
        }

        private void Decompose(int code)
        {
            if (TryDecompose(code, out var first, out var second))
            {
                Decompose(first);
                if (second > 0)
                    Decompose(second);
                return;
            }

            if (_length == _part.Length)
                Array.Resize(ref _part, _length * 2);
            _part[_length++] = (code, KindOf(code) & ClassMask);
        }

        /// <summary>Sorts marks by class; those of one class keep their order.</summary>
        private void Sort(int start, int end)
        {
            if (end - start > FewMarks)
            {
                SortMany(start, end);
                return;
            }

            for (var i = start + 1; i < end; i++)
            {
                var mark = _part[i];
                var place = i;
                for (; place > start && _part[place - 1].Class > mark.Class; place--)
                    _part[place] = _part[place - 1];
                _part[place] = mark;
            }
        }

        /// <summary>Sorts by counting, as a text may consist of marks alone.</summary>
        private void SortMany(int start, int end)
        {
            var places = new int[ClassMask + 2];
            for (var i = start; i < end; i++)
                places[_part[i].Class + 1]++;
            for (var each = 1; each < places.Length; each++)
                places[each] += places[each - 1];
            if (_sorted.Length < end - start)
                _sorted = new (int, int)[end - start];
            for (var i = start; i < end; i++)
                _sorted[places[_part[i].Class]++] = _part[i];
            Array.Copy(_sorted, 0, _part, start, end - start);
        }

        private void ComposePart()
        {
            const int nothing = -1;
            int length = 0,
                starter = -1,
                before = nothing;
            for (var i = 0; i < _length; i++)
            {
                var (code, order) = _part[i];
                // A character between the two blocks them if it has the same class or never combines.
                if (starter >= 0 && before < order && Join(_part[starter].Code, code) is >= 0 and var composed)
                {
                    _part[starter].Code = composed;
                    continue;
                }

                (starter, before) = order == 0 ? (length, nothing) : (starter, order);
                _part[length++] = (code, order);
            }

            _length = length;
        }
    }
}
