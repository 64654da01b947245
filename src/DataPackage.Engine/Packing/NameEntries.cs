using DataPackage.Shared.Names;

namespace DataPackage.Engine.Packing;

/// <summary>The entries of the index of names of one kind.</summary>
internal static class NameEntries
{
    /// <summary>Every folded name. If several entities have one, in different spellings, their spellings follow, so
    /// that a program finds the one that it names exactly.</summary>
    /// <param name="rows">The keys of all entities of the kind, in the order of rows.</param>
    public static List<IndexEntry> Of(List<EntityKeys> rows)
    {
        var entries = new List<IndexEntry>(rows.Count);
        var uses = new Dictionary<HashedKey, Use>(rows.Count);
        var isAnyAmbiguous = false;
        for (var row = 0; row < rows.Count; row++)
            foreach (var (folded, spelling) in rows[row].Names)
            {
                entries.Add(new IndexEntry(folded, row));
                if (!uses.TryGetValue(folded, out var use))
                    use = new Use(row, spelling, HasRows: false, HasSpellings: false);
                use = use with
                {
                    HasRows = use.HasRows || use.Row != row,
                    HasSpellings = use.HasSpellings || use.Spelling != spelling,
                };
                uses[folded] = use;
                isAnyAmbiguous |= use.IsAmbiguous;
            }

        if (!isAnyAmbiguous)
            return entries;
        for (var row = 0; row < rows.Count; row++)
            foreach (var (folded, spelling) in rows[row].Names)
                if (uses[folded].IsAmbiguous)
                {
                    entries.Add(new IndexEntry(new HashedKey(NameKeys.OfSpelling(spelling)), row));
                    entries.Add(new IndexEntry(new HashedKey(NameKeys.OfSigns(spelling)), row));
                }

        return entries;
    }

    /// <summary>The first use of a folded name, and whether others have another row or another spelling.</summary>
    private readonly record struct Use(int Row, string Spelling, bool HasRows, bool HasSpellings)
    {
        public bool IsAmbiguous => HasRows && HasSpellings;
    }
}
