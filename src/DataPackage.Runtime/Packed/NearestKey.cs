using DataPackage.Shared.Format;
using DataPackage.Shared.Names;

namespace DataPackage.Runtime.Packed;

/// <summary>Finds the key of a table that was probably meant, for messages about a key that does not exist.</summary>
/// <remarks>The text may be untrusted, and the table may be large: the search always looks at a bounded number of keys,
/// creates no entity and keeps nothing. It looks up every text that is one slip away from the wanted one, and compares
/// the neighbours of the wanted key in the order of ids. In a small table it compares all keys.</remarks>
internal static class NearestKey
{
    /// <summary>All keys are compared up to this number.</summary>
    private const int FewKeys = 256;

    /// <summary>How many keys are compared on each side of the wanted key's place.</summary>
    private const int Neighbours = 24;

    /// <summary>No slips are looked up for a text longer than this, nor for a slug if it and the text together are
    /// longer: each letter has 75 slips or more. Characters beyond ASCII count twice, because they take longer to look
    /// up.</summary>
    private const int LongestSlip = 40;

    /// <summary>How many letters are tried in each place.</summary>
    private const int MostLetters = 64;

    private const string LettersOfSlugs = "abcdefghijklmnopqrstuvwxyz0123456789-";

    /// <summary>The nearest of the keys that <see cref="Ids"/> or <see cref="Values"/> found; null if none is
    /// near.</summary>
    public static string? Choose(string wanted, IReadOnlyList<string> keys) =>
        NearestName.Find(wanted, keys) ?? (Slug(wanted) is { } slug ? NearestName.Find(slug, keys) : null);

    /// <summary>Candidates for the nearest id of a table.</summary>
    public static List<string> Ids(string wanted, PackedTable table)
    {
        var found = new List<string>();
        if (wanted.Length is 0 or > NearestName.LongestName)
            return found;
        if (table.Count <= FewKeys)
        {
            AddIds(table, 0, table.Count, found);
            return found;
        }

        var slug = Slug(wanted);
        AddNeighbours(wanted, table, found);
        if (slug is not null)
            AddNeighbours(slug, table, found);
        var slips = new Slips(table, table.Ids, Letters(wanted, found));
        foreach (var row in slips.Of(wanted))
            found.Add(table.IdAt(row.Row));
        if (slug is null || Length(wanted) + Length(slug) > LongestSlip)
            return found;
        foreach (var row in slips.Of(slug))
            found.Add(table.IdAt(row.Row));
        return found;
    }

    /// <summary>Candidates for the nearest value of a unique property.</summary>
    /// <param name="index">The index of the values.</param>
    public static List<string> Values(string wanted, PackedTable table, PackedArea index)
    {
        if (wanted.Length is 0 or > NearestName.LongestName)
            return [];
        var found = table.KeysOf(index).Take(FewKeys).ToList();
        if (found.Count < FewKeys)
            return found;
        foreach (var slip in new Slips(table, index, Letters(wanted, found)).Of(wanted))
            found.Add(slip.Key);
        return found;
    }

    /// <summary>The text as an id spells it; null if the text is spelled so already, or has no such spelling.</summary>
    private static string? Slug(string wanted)
    {
        if (wanted.Length > NearestName.LongestName)
            return null;
        var slug = NameFolding.Fold(wanted).Replace(' ', '-');
        return slug == wanted || slug.Length == 0 ? null : slug;
    }

    private static int Length(string text)
    {
        var length = text.Length;
        foreach (var c in text)
            if (c > '~')
                length++;
        return length;
    }

    private static void AddIds(PackedTable table, int from, int to, List<string> found)
    {
        for (var row = Math.Max(0, from); row < Math.Min(to, table.Count); row++)
            found.Add(table.IdAt(row));
    }

    /// <summary>Adds the ids on both sides of the text's place; rows are in the order of ids.</summary>
    private static void AddNeighbours(string text, PackedTable table, List<string> found)
    {
        int low = 0,
            high = table.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(table.IdAt(middle), text) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        AddIds(table, low - Neighbours, low + Neighbours, found);
    }

    /// <summary>The letters of slugs, then those of the wanted text and of some keys.</summary>
    private static string Letters(string wanted, List<string> keys)
    {
        var letters = new HashSet<char>(LettersOfSlugs);
        foreach (var text in keys.Prepend(wanted))
        foreach (var letter in text)
            if (letters.Count < MostLetters)
                letters.Add(letter);
        return string.Concat(letters);
    }

    /// <summary>The keys of an index that are one slip away from a text: one letter missing, added, replaced, or
    /// swapped with the next.</summary>
    private sealed class Slips(PackedTable table, PackedArea index, string letters)
    {
        private const int BytesPerUnit = 3;

        private readonly List<(string Key, int Row)> _found = [];
        private readonly byte[] _utf8 = new byte[(LongestSlip + 1) * BytesPerUnit];

        public List<(string Key, int Row)> Of(string text)
        {
            _found.Clear();
            if (Length(text) > LongestSlip)
                return _found;
            LookUp(text);
            Span<char> slip = stackalloc char[text.Length + 1];
            ReplaceOrSwap(text, slip[..text.Length]);
            Drop(text, slip);
            Insert(text, slip);
            return _found;
        }

        private void ReplaceOrSwap(string text, Span<char> same)
        {
            text.CopyTo(same);
            for (var i = 0; i < same.Length; i++)
            {
                foreach (var letter in letters)
                {
                    same[i] = letter;
                    LookUp(same);
                }

                same[i] = text[i];
                if (i + 1 == same.Length)
                    continue;
                (same[i], same[i + 1]) = (text[i + 1], text[i]);
                LookUp(same);
                (same[i], same[i + 1]) = (text[i], text[i + 1]);
            }
        }

        private void Drop(string text, Span<char> slip)
        {
            text.AsSpan(1).CopyTo(slip);
            for (var i = 0; i < text.Length; i++)
            {
                LookUp(slip[..(text.Length - 1)]);
                slip[i] = text[i];
            }
        }

        private void Insert(string text, Span<char> slip)
        {
            text.CopyTo(slip[1..]);
            for (var i = 0; i <= text.Length; i++)
            {
                foreach (var letter in letters)
                {
                    slip[i] = letter;
                    LookUp(slip);
                }

                if (i < text.Length)
                    slip[i] = text[i];
            }
        }

        private void LookUp(ReadOnlySpan<char> key)
        {
            var row = table.RowOf(key, index, _utf8);
            if (row is >= 0 and not PackedFormat.ManyRows)
                _found.Add((key.ToString(), row));
        }
    }
}
