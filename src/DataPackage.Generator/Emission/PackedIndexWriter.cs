using DataPackage.Generator.Model;
using DataPackage.Runtime.Packed;

namespace DataPackage.Generator.Emission;

/// <summary>Writes a chunk of an index of <see cref="PackedFormat"/>.</summary>
internal static class PackedIndexWriter
{
    /// <summary>About how many bytes a key takes, with its slots.</summary>
    public static int SizeOf(PackedKey key) => key.Bytes.Length + 1 + (2 * PackedFormat.SlotLength);

    /// <param name="keys">The keys and their rows, in the order of rows; a key may come several times.</param>
    public static PackedBytes Write(EquatableArray<IndexEntry> keys)
    {
        var byKey = new Dictionary<PackedKey, Entry>(keys.Count);
        // In the order in which keys come: that of ids, which is the same on every machine.
        var entries = new List<Entry>(keys.Count);
        foreach (var (key, row) in keys)
        {
            if (byKey.TryGetValue(key, out var entry)) (entry.Rows ??= [entry.Row]).Add(row);
            else
            {
                byKey.Add(key, entry = new Entry(key, row));
                entries.Add(entry);
            }
        }

        // At most two slots of three are taken: searches for what is not there stay short.
        var bits = 0;
        while (1 << bits < entries.Count + (entries.Count / 2)) bits++;
        var mask = (1 << bits) - 1;
        var slots = new Entry?[1 << bits];
        var written = new PackedBuffer();
        var start = PackedFormat.IndexHeader + (slots.Length * PackedFormat.SlotLength);
        foreach (var entry in entries)
        {
            var slot = (int)entry.Key.Hash & mask;
            while (slots[slot] is not null) slot = (slot + 1) & mask;
            slots[slot] = entry;
            entry.Offset = start + written.Length;
            Write(entry, written);
        }

        var chunk = new PackedBuffer();
        chunk.Digit(bits);
        chunk.Blanks(PackedFormat.IndexHeader - 1);
        foreach (var entry in slots)
        {
            if (entry is null) chunk.Blanks(PackedFormat.SlotLength);
            else
            {
                chunk.Tag(entry.Key.Hash);
                chunk.Fixed(entry.Offset, PackedFormat.RowDigits);
                chunk.Fixed(entry.Rows is null ? entry.Row : PackedFormat.ManyRows, PackedFormat.RowDigits);
            }
        }

        chunk.Bytes(written);
        return chunk.ToBytes();
    }

    private static void Write(Entry entry, PackedBuffer buffer)
    {
        buffer.Number(entry.Key.Bytes.Length);
        buffer.Bytes(entry.Key.Bytes, entry.Key.Bytes.Length);
        if (entry.Rows is null) return;
        buffer.Number(entry.Rows.Count);
        foreach (var row in entry.Rows) buffer.Number(row);
    }

    /// <summary>A key on its way into a chunk.</summary>
    private sealed class Entry(PackedKey key, int row)
    {
        public PackedKey Key => key;

        /// <summary>The first row that has the key.</summary>
        public int Row => row;

        /// <summary>All rows that have the key; null where one does, as nearly everywhere.</summary>
        public List<int>? Rows { get; set; }

        /// <summary>Where in its chunk the entry starts.</summary>
        public int Offset { get; set; }
    }
}
