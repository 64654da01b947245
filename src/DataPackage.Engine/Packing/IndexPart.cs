using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>Keys that are written into chunks of indexes together, about a chunk's size of them: an edited key is in
/// one part, or leaves one for another, and the chunks of all others are there already.</summary>
/// <param name="Chunks">One of a large index, or those of several small ones.</param>
internal sealed record IndexPart(EquatableArray<IndexKeys> Chunks)
{
    /// <summary>The keys of all indexes of all concrete kinds: in the order of kinds, then of indexes, then of
    /// hashes.</summary>
    /// <param name="entities">In the order of kinds, then of rows.</param>
    public static EquatableArray<IndexPart> Split(
        IEnumerable<EntityKeys> entities,
        PackageIndex index,
        CancellationToken cancellation
    )
    {
        var parts = new List<IndexPart>();
        var chunks = new List<IndexKeys>();
        long size = 0;
        foreach (var chunk in SplitIndexes(entities, index, cancellation))
        {
            chunks.Add(chunk.Keys);
            size += chunk.Size;
            if (size < ChunkSize.Least)
                continue;
            parts.Add(new IndexPart(chunks.ToEquatableArray()));
            chunks.Clear();
            size = 0;
        }

        if (chunks.Count > 0)
            parts.Add(new IndexPart(chunks.ToEquatableArray()));
        return parts.ToEquatableArray();
    }

    private static IEnumerable<(IndexKeys Keys, long Size)> SplitIndexes(
        IEnumerable<EntityKeys> entities,
        PackageIndex index,
        CancellationToken cancellation
    )
    {
        var byKind = entities.ToLookup(entity => entity.Kind, StringComparer.Ordinal);
        return index.Kinds.SelectMany(
            (kind, number) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var rows = byKind[kind.Kind.Name].ToList();
                var (ids, names) = (new List<IndexEntry>(rows.Count), new List<IndexEntry>());
                for (var row = 0; row < rows.Count; row++)
                {
                    ids.Add(new IndexEntry(rows[row].Id, row));
                    foreach (var id in rows[row].FormerIds)
                        ids.Add(new IndexEntry(id, row));
                    foreach (var name in rows[row].Names)
                        names.Add(new IndexEntry(name, row));
                }

                return SplitIndex(IndexName.OfIds(number), ids)
                    .Concat(SplitIndex(IndexName.OfNames(number), names))
                    .Concat(
                        kind.Kind.Lookups.SelectMany(
                            (_, lookup) => SplitIndex(IndexName.OfLookup(number, lookup), ValuesOf(rows, lookup))
                        )
                    );
            }
        );
    }

    private static List<IndexEntry> ValuesOf(List<EntityKeys> rows, int lookup)
    {
        var values = new List<IndexEntry>();
        for (var row = 0; row < rows.Count; row++)
            if (lookup < rows[row].Unique.Count && rows[row].Unique[lookup] is { } value)
                values.Add(new IndexEntry(value, row));
        return values;
    }

    /// <summary>A power of two of chunks; none where there are no keys.</summary>
    private static IEnumerable<(IndexKeys Keys, long Size)> SplitIndex(IndexName index, List<IndexEntry> entries)
    {
        if (entries.Count == 0)
            return [];
        long size = 0;
        foreach (var entry in entries)
            size += PackedIndexWriter.SizeOf(entry.Key);
        var bits = 0;
        // An id that comes or goes moves the rows of those after it, and so changes all chunks of ids: nothing speaks
        // for small ones. And where there is but one, whoever looks an id up need not look up its chunk first.
        while (size >> bits > (index.IsOfIds ? ChunkSize.Most : ChunkSize.Of(size)))
            bits++;
        if (bits == 0)
            return [(new IndexKeys(index, entries.ToEquatableArray()), size)];

        var chunks = new List<IndexEntry>[1 << bits];
        for (var i = 0; i < chunks.Length; i++)
            chunks[i] = new List<IndexEntry>(entries.Count >> bits);
        foreach (var entry in entries)
            chunks[(int)(entry.Key.Hash >> (64 - bits))].Add(entry);
        return chunks.Select(chunk => (new IndexKeys(index, chunk.ToEquatableArray()), size >> bits));
    }
}
