using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>Keys of indexes that one step writes into chunks, about as many as fill a chunk. An edited key is in one
/// part, or moves from one to another, and the chunks of all other parts are kept.</summary>
/// <param name="Chunks">One chunk of a large index, or the chunks of several small ones.</param>
internal sealed record IndexPart(EquatableArray<IndexKeys> Chunks)
{
    /// <summary>Divides the keys of all indexes of all concrete kinds. Ordered by kind, then by index, then by
    /// hash.</summary>
    /// <param name="entities">Ordered by kind, then by row.</param>
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
                var ids = new List<IndexEntry>(rows.Count);
                for (var row = 0; row < rows.Count; row++)
                {
                    ids.Add(new IndexEntry(rows[row].Id, row));
                    foreach (var id in rows[row].FormerIds)
                        ids.Add(new IndexEntry(id, row));
                }

                return SplitIndex(IndexName.OfIds(number), ids)
                    .Concat(SplitIndex(IndexName.OfNames(number), NameEntries.Of(rows)))
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

    /// <summary>Divides an index into a power of two of chunks; none if there are no keys.</summary>
    private static IEnumerable<(IndexKeys Keys, long Size)> SplitIndex(IndexName index, List<IndexEntry> entries)
    {
        if (entries.Count == 0)
            return [];
        long size = 0;
        foreach (var entry in entries)
            size += PackedIndexWriter.SizeOf(entry.Key);
        var bits = 0;
        // Adding or removing an id moves all later rows, and so changes all chunks of ids, so small ones save nothing.
        // With a single chunk, a look-up does not have to choose one.
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
