using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Diagnostics;

/// <summary>Names that a seed may have meant by a name that does not exist.</summary>
/// <remarks>A few names are all compared. Many are ordered ordinally, so those with the same start are next to each
/// other: the search goes letter by letter through the rest of them, and leaves the spelling of the wanted name at one
/// or two places. The names that it finds are compared like the few.</remarks>
internal sealed class NameList
{
    /// <summary>Longer names are not typed by hand.</summary>
    private const int LongestName = 128;

    /// <summary>A shorter name with two letters wrong is another name.</summary>
    private const int ShortestOfTwoSlips = 6;

    /// <summary>The most neighbours that are compared: names that continue the wanted one, and names next to
    /// it.</summary>
    private const int MostNeighbours = 24;

    private const int MostFound = 64;

    private readonly string[] _names;
    private readonly bool _isOrdered;
    private string[]? _ordered;

    private NameList(string[] names, bool isOrdered) => (_names, _isOrdered) = (names, isOrdered);

    public static NameList Of(IEnumerable<string> names) => new(names.ToArray(), isOrdered: false);

    /// <param name="names">Ordered ordinally.</param>
    public static NameList OfOrdered(IEnumerable<string> names) => new(names.ToArray(), isOrdered: true);

    public int Count => _names.Length;

    // Every thread makes the same value: a race costs only time.
    private string[] Ordered => _ordered ??= _isOrdered ? _names : Order(_names);

    /// <summary>The nearest name of all lists, as <see cref="NearestName"/> finds it; null if none is near, or if too
    /// little work is left to find it.</summary>
    public static string? FindNearest(string wanted, IReadOnlyList<NameList> lists, SuggestionWork work)
    {
        if (wanted.Length == 0)
            return null;
        if (work.TryTake(CostOfAll(wanted, lists, work.Share)))
            return NearestName.Find(wanted, lists.SelectMany(list => list._names));
        if (wanted.Length > LongestName)
            return null;

        var found = new List<string>();
        foreach (var list in lists)
        {
            if (found.Count >= MostFound || !work.TryTake(1))
                break;
            new Search(list.Ordered, wanted, found, work).Find();
        }

        return NearestName.Find(wanted, found);
    }

    /// <summary>The number of letters that comparing all names takes; above <paramref name="most"/> it is
    /// inexact.</summary>
    private static long CostOfAll(string wanted, IReadOnlyList<NameList> lists, long most)
    {
        long cost = 0;
        for (var list = 0; list < lists.Count && cost <= most; list++)
        {
            var names = lists[list]._names;
            if (names.Length > most)
                return long.MaxValue;
            for (var i = 0; i < names.Length && cost <= most; i++)
                cost += CostOf(wanted, names[i]);
        }

        return cost;
    }

    /// <summary>A name whose length differs too much is only searched for the wanted one.</summary>
    private static long CostOf(string wanted, string name) =>
        1
        + name.Length
        + (
            Math.Abs(wanted.Length - name.Length) > Math.Max(1, wanted.Length / 3)
                ? 0
                : (long)wanted.Length * name.Length
        );

    private static string[] Order(string[] names)
    {
        var ordered = (string[])names.Clone();
        Array.Sort(ordered, StringComparer.Ordinal);
        return ordered;
    }

    /// <summary>One search among the names of one list.</summary>
    private sealed class Search(string[] names, string wanted, List<string> found, SuggestionWork work)
    {
        private long _left;

        public void Find()
        {
            var before = found.Count;
            for (var slips = 1; slips <= 2 && found.Count == before; slips++)
            {
                if (slips == 2 && wanted.Length < ShortestOfTwoSlips)
                    break;
                _left = work.Share;
                var most = _left;
                Walk(0, names.Length, 0, 0, slips);
                work.Take(most - _left);
            }

            if (found.Count == before)
                AddNeighbours();
        }

        /// <summary>Goes on among names that agree so far.</summary>
        /// <param name="low">The first of them; <paramref name="high"/> is the one after the last.</param>
        /// <param name="depth">The number of their letters that were passed.</param>
        /// <param name="at">The number of letters of the wanted name that were passed.</param>
        /// <param name="slips">The number of letters that may still be wrong.</param>
        private void Walk(int low, int high, int depth, int at, int slips)
        {
            if (low >= high || found.Count >= MostFound || --_left <= 0)
                return;
            if (slips == 0)
            {
                FindExact(low, high, depth, at);
                return;
            }

            if (high - low == 1)
            {
                if (IsNear(names[low], depth, at, slips))
                    found.Add(names[low]);
                return;
            }

            if (names[low].Length == depth)
            {
                if (wanted.Length - at <= slips)
                    found.Add(names[low]);
                // A name may be in the list twice.
                while (low < high && names[low].Length == depth && --_left > 0)
                    low++;
            }

            if (at < wanted.Length)
            {
                var letter = wanted[at];
                WalkBy(letter, low, high, depth, at + 1, slips);
                var (lower, upper) = (LetterCase.ToLower(letter), LetterCase.ToUpper(letter));
                if (lower != letter)
                    WalkBy(lower, low, high, depth, at + 1, slips);
                if (upper != letter && upper != lower)
                    WalkBy(upper, low, high, depth, at + 1, slips);
            }

            WalkAside(low, high, depth, at, slips - 1);
        }

        /// <summary>Finds, among names that agree so far, the one that ends like the wanted one.</summary>
        private void FindExact(int low, int high, int depth, int at)
        {
            while (low < high)
            {
                _left--;
                var middle = low + ((high - low) / 2);
                var order = string.CompareOrdinal(names[middle], depth, wanted, at, LongestName);
                if (order == 0)
                {
                    if (names[middle].Length - depth == wanted.Length - at)
                        found.Add(names[middle]);
                    return;
                }

                if (order < 0)
                    low = middle + 1;
                else
                    high = middle;
            }
        }

        /// <summary>Takes the letter at this place for one too many, one of two swapped letters, a wrong letter, or the
        /// one after a missing letter.</summary>
        private void WalkAside(int low, int high, int depth, int at, int slips)
        {
            if (at < wanted.Length)
                Walk(low, high, depth, at + 1, slips);
            if (at + 1 < wanted.Length && wanted[at] != wanted[at + 1])
            {
                var (first, last) = RangeOf(wanted[at + 1], low, high, depth);
                WalkBy(wanted[at], first, last, depth + 1, at + 2, slips);
            }

            while (low < high && found.Count < MostFound && --_left > 0)
            {
                var letter = names[low][depth];
                var (first, last) = RangeOf(letter, low, high, depth);
                if (at < wanted.Length && letter != wanted[at])
                    Walk(first, last, depth + 1, at + 1, slips);
                Walk(first, last, depth + 1, at, slips);
                low = Math.Max(last, low + 1);
            }
        }

        private void WalkBy(char letter, int low, int high, int depth, int at, int slips)
        {
            var (first, last) = RangeOf(letter, low, high, depth);
            Walk(first, last, depth + 1, at, slips);
        }

        /// <summary>The range of names that have a letter at a place, among names that agree before it.</summary>
        private (int First, int Last) RangeOf(char letter, int low, int high, int depth)
        {
            var first = Bound(letter, low, high, depth);
            return (first, letter == char.MaxValue ? high : Bound((char)(letter + 1), first, high, depth));
        }

        private int Bound(char letter, int low, int high, int depth)
        {
            while (low < high)
            {
                _left--;
                var middle = low + ((high - low) / 2);
                if (names[middle].Length <= depth || names[middle][depth] < letter)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }

        private bool IsNear(string name, int depth, int at, int slips)
        {
            _left--;
            for (
                ;
                depth < name.Length
                    && at < wanted.Length
                    && (name[depth] == wanted[at] || LetterCase.ToUpper(name[depth]) == LetterCase.ToUpper(wanted[at]));
                depth++, at++
            )
                _left--;
            if (depth == name.Length || at == wanted.Length)
                return name.Length - depth + wanted.Length - at <= slips;
            return slips > 0
                && (
                    IsNear(name, depth + 1, at + 1, slips - 1)
                    || IsNear(name, depth, at + 1, slips - 1)
                    || IsNear(name, depth + 1, at, slips - 1)
                    || (
                        depth + 1 < name.Length
                        && at + 1 < wanted.Length
                        && name[depth] == wanted[at + 1]
                        && name[depth + 1] == wanted[at]
                        && IsNear(name, depth + 2, at + 2, slips - 1)
                    )
                );
        }

        /// <summary>Adds the names before and after the place of the wanted one.</summary>
        private void AddNeighbours()
        {
            var place = Array.BinarySearch(names, wanted, StringComparer.Ordinal);
            if (place < 0)
                place = ~place;
            for (
                var i = Math.Max(0, place - (MostNeighbours / 2));
                i < Math.Min(names.Length, place + MostNeighbours) && found.Count < MostFound;
                i++
            )
                if (work.TryTake(CostOf(wanted, names[i])))
                    found.Add(names[i]);
        }
    }
}
