using DataPackage.Generator.Model;
using DataPackage.Runtime.Packed;

namespace DataPackage.Generator.Emission;

/// <summary>Writes the chunks of an index of <see cref="PackedFormat"/>: an edited key changes the one chunk that it is in, or two.</summary>
internal static class PackedIndexWriter
{
    /// <param name="keys">The keys and their rows, the rows of each key in ascending order.</param>
    /// <returns>A power of two of chunks; none where there are no keys.</returns>
    public static EquatableArray<PackedBytes> Write(IEnumerable<(PackedKey Key, int Row)> keys)
    {
        var entries = new Dictionary<PackedKey, List<int>>();
        // In the order in which keys come: that of ids, which is the same on every machine.
        var order = new List<PackedKey>();
        long size = 0;
        foreach (var (key, row) in keys)
        {
            if (!entries.TryGetValue(key, out var rows))
            {
                entries.Add(key, rows = new List<int>(1));
                order.Add(key);
                size += key.Bytes.Length + PackedFormat.RowDigits + 1 + (2 * PackedFormat.SlotLength);
            }

            rows.Add(row);
        }

        if (order.Count == 0) return default;
        var bits = 0;
        while (size >> bits > ChunkSize.Of(size)) bits++;
        var chunks = new List<PackedKey>[1 << bits];
        for (var i = 0; i < chunks.Length; i++) chunks[i] = [];
        foreach (var key in order) chunks[bits == 0 ? 0 : (int)(key.Hash >> (64 - bits))].Add(key);
        return chunks.Select(chunk => WriteChunk(chunk, entries)).ToEquatableArray();
    }

    private static PackedBytes WriteChunk(List<PackedKey> keys, Dictionary<PackedKey, List<int>> rows)
    {
        // At most two slots of three are taken: searches for what is not there stay short.
        var bits = 0;
        while (1 << bits < keys.Count + (keys.Count / 2)) bits++;
        var mask = (1 << bits) - 1;
        var slots = new PackedKey?[1 << bits];
        var offsets = new Dictionary<PackedKey, int>(keys.Count);
        var entries = new PackedBuffer();
        var start = PackedFormat.IndexHeader + (slots.Length * PackedFormat.SlotLength);
        foreach (var key in keys)
        {
            var slot = (int)key.Hash & mask;
            while (slots[slot] is not null) slot = (slot + 1) & mask;
            slots[slot] = key;
            offsets.Add(key, start + entries.Length);
            WriteEntry(key, rows[key], entries);
        }

        var chunk = new PackedBuffer();
        chunk.Digit(bits);
        chunk.Blanks(PackedFormat.IndexHeader - 1);
        foreach (var key in slots)
        {
            if (key is null) chunk.Blanks(PackedFormat.SlotLength);
            else
            {
                chunk.Tag(key.Hash);
                chunk.Fixed(offsets[key], PackedFormat.RowDigits);
            }
        }

        chunk.Bytes(entries);
        return chunk.ToBytes();
    }

    private static void WriteEntry(PackedKey key, List<int> rows, PackedBuffer entries)
    {
        entries.Fixed(rows.Count == 1 ? rows[0] : PackedFormat.ManyRows, PackedFormat.RowDigits);
        entries.Number(key.Bytes.Length);
        entries.Bytes(key.Bytes, key.Bytes.Length);
        if (rows.Count == 1) return;
        entries.Number(rows.Count);
        foreach (var row in rows) entries.Number(row);
    }
}
