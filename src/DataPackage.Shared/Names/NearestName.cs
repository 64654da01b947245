using DataPackage.Shared.Text;

namespace DataPackage.Shared.Names;

/// <summary>Finds the name that was probably meant, for messages about unknown names.</summary>
internal static class NearestName
{
    /// <summary>The longest name that is compared. Longer ones are not typed by hand, and a comparison costs the
    /// product of both lengths.</summary>
    public const int LongestName = 256;

    /// <summary>The shortest text that is searched within names. A shorter one is part of too many.</summary>
    private const int ShortestPart = 3;

    /// <summary>One edit outweighs any number of letters that differ in case only.</summary>
    private const int EditCost = LongestName + 1;

    /// <summary>The candidate with the fewest edits (inserted, removed, replaced or swapped letters), at most a third
    /// of the length of the wanted name; among equals, the one with fewer differences in case, then the ordinally
    /// first. If there is none: the shortest candidate that starts with, or else contains, the wanted name.</summary>
    /// <returns>One of <paramref name="candidates"/>, or null if none is near.</returns>
    public static string? Find(string wanted, IEnumerable<string> candidates)
    {
        if (wanted.Length is 0 or > LongestName)
            return null;

        var distance = new Distance(wanted);
        var limit = ((Math.Max(1, wanted.Length / 3) + 1) * EditCost) - 1;
        string? nearest = null,
            containing = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Length > LongestName)
                continue;
            var cost = distance.To(candidate, limit);
            if (cost < limit || (cost == limit && (nearest is null || string.CompareOrdinal(candidate, nearest) < 0)))
                (nearest, limit) = (candidate, cost);
            else if (nearest is null && wanted.Length >= ShortestPart && IsBetterWhole(candidate, containing, wanted))
                containing = candidate;
        }

        return nearest ?? containing;
    }

    private static bool IsBetterWhole(string candidate, string? best, string part)
    {
        var index = IndexOf(candidate, part);
        if (index < 0 || best is null)
            return index >= 0;
        var bestStarts = LetterCase.AreEqual(best.AsSpan(0, part.Length), part.AsSpan());
        if (bestStarts != (index == 0))
            return index == 0;
        return candidate.Length != best.Length
            ? candidate.Length < best.Length
            : string.CompareOrdinal(candidate, best) < 0;
    }

    private static int IndexOf(string text, string part)
    {
        for (var i = 0; i <= text.Length - part.Length; i++)
            if (LetterCase.AreEqual(text.AsSpan(i, part.Length), part.AsSpan()))
                return i;
        return -1;
    }

    /// <summary>The Damerau-Levenshtein distance (optimal string alignment) from one text to many, in reused
    /// rows.</summary>
    private sealed class Distance(string wanted)
    {
        private int[] _beforePrevious = new int[LongestName + 1];
        private int[] _previous = new int[LongestName + 1];
        private int[] _current = new int[LongestName + 1];

        /// <summary>The cost of the edits, or any number above <paramref name="limit"/> as soon as the cost must exceed
        /// that.</summary>
        public int To(string candidate, int limit)
        {
            if (Math.Abs(wanted.Length - candidate.Length) * EditCost > limit)
                return int.MaxValue;

            for (var j = 0; j <= candidate.Length; j++)
                _previous[j] = j * EditCost;
            for (var i = 1; i <= wanted.Length; i++)
            {
                var cheapest = _current[0] = i * EditCost;
                for (var j = 1; j <= candidate.Length; j++)
                {
                    var cost = Math.Min(_previous[j], _current[j - 1]) + EditCost;
                    cost = Math.Min(cost, _previous[j - 1] + Substitution(wanted[i - 1], candidate[j - 1]));
                    if (
                        i > 1
                        && j > 1
                        && Substitution(wanted[i - 1], candidate[j - 2]) < EditCost
                        && Substitution(wanted[i - 2], candidate[j - 1]) < EditCost
                    )
                        cost = Math.Min(cost, _beforePrevious[j - 2] + EditCost);
                    _current[j] = cost;
                    cheapest = Math.Min(cheapest, cost);
                }

                // Costs never fall from row to row. A swap costs as much as replacing its first letter.
                if (cheapest > limit)
                    return int.MaxValue;
                (_beforePrevious, _previous, _current) = (_previous, _current, _beforePrevious);
            }

            return _previous[candidate.Length];
        }

        private static int Substitution(char a, char b) =>
            a == b ? 0
            : LetterCase.ToUpper(a) == LetterCase.ToUpper(b) ? 1
            : EditCost;
    }
}
