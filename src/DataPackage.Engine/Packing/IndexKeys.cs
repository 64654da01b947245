using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>The keys of one chunk of an index.</summary>
/// <param name="Entries">Ordered by row; a key may occur several times.</param>
internal sealed record IndexKeys(IndexName Index, EquatableArray<IndexEntry> Entries);

/// <param name="Row">The row of the entity that has the key.</param>
internal readonly record struct IndexEntry(HashedKey Key, int Row);

/// <summary>One of the indexes of a package.</summary>
/// <param name="Kind">The index of the kind among the concrete ones.</param>
/// <param name="Number">The number of the index among those of the kind: ids, names, then each lookup.</param>
internal readonly record struct IndexName(int Kind, int Number)
{
    public static IndexName OfIds(int kind) => new(kind, 0);

    public bool IsOfIds => Number == 0;

    public static IndexName OfNames(int kind) => new(kind, 1);

    public static IndexName OfLookup(int kind, int lookup) => new(kind, 2 + lookup);
}
