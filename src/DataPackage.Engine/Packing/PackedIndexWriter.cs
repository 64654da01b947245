using System.Security.Cryptography;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>Writes a chunk of an index of <see cref="PackedFormat"/>.</summary>
internal static class PackedIndexWriter
{
    /// <summary>The number of seeds that are tried if keys were chosen by their hashes. One is enough, unless it was
    /// known before the keys were chosen.</summary>
    private const int MostSeeds = 8;

    /// <summary>The approximate bytes of a key, with its slots.</summary>
    public static int SizeOf(HashedKey key) => key.Bytes.Length + 1 + (2 * PackedFormat.SlotLength);

    /// <param name="keys">The keys and their rows, in the order of rows; a key may come several times.</param>
    public static PackedBytes Write(EquatableArray<IndexEntry> keys)
    {
        var byKey = new Dictionary<HashedKey, Entry>(keys.Count);
        // In the order of the keys, which is that of ids, and the same on every machine.
        var entries = new List<Entry>(keys.Count);
        foreach (var (key, row) in keys)
        {
            if (byKey.TryGetValue(key, out var entry))
                entry.Add(row);
            else
            {
                byKey.Add(key, entry = new Entry(key, row));
                entries.Add(entry);
            }
        }

        // At most two of three slots are taken, so searches for missing keys stay short.
        var bits = 0;
        while (1 << bits < entries.Count + (entries.Count / 2))
            bits++;
        if (TryPlace(entries, bits) is { } slots)
            return Write(entries, bits, null, slots);
        for (var attempt = 1; attempt <= MostSeeds; attempt++)
        {
            var seed = SeedOf(entries, attempt);
            foreach (var entry in entries)
                entry.Hash = KeyHash.Compute(entry.Key.Bytes, seed);
            if (TryPlace(entries, bits) is { } seeded)
                return Write(entries, bits, seed, seeded);
        }

        throw new InvalidOperationException($"No hash of {MostSeeds} spreads the {entries.Count} keys of an index.");
    }

    /// <summary>The entries by slot; null if a search would pass more than <see cref="PackedFormat.LongestSearch"/> of
    /// them.</summary>
    private static Entry?[]? TryPlace(List<Entry> entries, int bits)
    {
        var slots = new Entry?[1 << bits];
        var mask = slots.Length - 1;
        foreach (var entry in entries)
        {
            var slot = (int)entry.Hash & mask;
            for (var passed = 0; slots[slot] is not null; slot = (slot + 1) & mask)
                if (++passed > PackedFormat.LongestSearch)
                    return null;
            slots[slot] = entry;
        }

        // A search for a missing key passes all adjacent entries, and continues after the last slot.
        for (
            int i = 0, run = 0;
            i < slots.Length + PackedFormat.LongestSearch && slots.Length > PackedFormat.LongestSearch;
            i++
        )
        {
            run = slots[i & mask] is null ? 0 : run + 1;
            if (run > PackedFormat.LongestSearch)
                return null;
        }

        return slots;
    }

    /// <summary>Derives the seed from all keys, so choosing keys for a seed changes the seed, for each
    /// attempt.</summary>
    private static ulong SeedOf(List<Entry> entries, int attempt)
    {
        using var sha256 = SHA256.Create();
        Add(BitConverter.GetBytes(attempt));
        foreach (var entry in entries)
        {
            Add(BitConverter.GetBytes(entry.Key.Bytes.Length));
            Add(entry.Key.Bytes);
        }

        sha256.TransformFinalBlock([], 0, 0);
        // The final block was written, so there is a hash.
        return BitConverter.ToUInt64(sha256.Hash!, 0)
            & ((1UL << (PackedFormat.SeedDigits * PackedFormat.BitsPerFixedDigit)) - 1);

        void Add(byte[] bytes) => sha256.TransformBlock(bytes, 0, bytes.Length, null, 0);
    }

    private static PackedBytes Write(List<Entry> entries, int bits, ulong? seed, Entry?[] slots)
    {
        var written = new PackedBuffer(entries.Sum(entry => entry.Key.Bytes.Length + 2));
        var start = PackedFormat.IndexHeader + (slots.Length * PackedFormat.SlotLength);
        foreach (var entry in entries)
        {
            entry.Offset = start + written.Length;
            Write(entry, written);
        }

        var chunk = new PackedBuffer(start + written.Length);
        chunk.Digit(seed is null ? bits : bits | PackedFormat.HasSeed);
        WriteSeed(seed, chunk);
        foreach (var entry in slots)
        {
            if (entry is null)
                chunk.Blanks(PackedFormat.SlotLength);
            else
            {
                chunk.Tag(entry.Hash);
                chunk.Fixed(entry.Offset, PackedFormat.RowDigits);
                chunk.Fixed(entry.Rows is null ? entry.Row : PackedFormat.ManyRows, PackedFormat.RowDigits);
            }
        }

        chunk.Bytes(written);
        return chunk.ToBytes();
    }

    private static void WriteSeed(ulong? seed, PackedBuffer chunk)
    {
        if (seed is not { } rest)
        {
            chunk.Blanks(PackedFormat.SeedDigits);
            return;
        }

        for (var i = 0; i < PackedFormat.SeedDigits; i++, rest >>= PackedFormat.BitsPerFixedDigit)
            chunk.Digit((int)(rest & ((1 << PackedFormat.BitsPerFixedDigit) - 1)));
    }

    private static void Write(Entry entry, PackedBuffer buffer)
    {
        buffer.Number(entry.Key.Bytes.Length);
        buffer.Bytes(entry.Key.Bytes, entry.Key.Bytes.Length);
        if (entry.Rows is null)
            return;
        buffer.Number(entry.Rows.Count);
        foreach (var row in entry.Rows)
            buffer.Number(row);
    }

    /// <summary>A key that is written into a chunk.</summary>
    private sealed class Entry(HashedKey key, int row)
    {
        public HashedKey Key => key;

        /// <summary>The first row that has the key.</summary>
        public int Row => row;

        /// <summary>All rows that have the key; null if one has it, as usual.</summary>
        public List<int>? Rows { get; private set; }

        /// <summary>Adds a row, unless it was the last one: an entity may have a key twice.</summary>
        public void Add(int next)
        {
            if (next != (Rows is null ? row : Rows[Rows.Count - 1]))
                (Rows ??= [row]).Add(next);
        }

        /// <summary>The hash that determines the slot.</summary>
        public ulong Hash { get; set; } = key.Hash;

        /// <summary>The offset of the entry in its chunk.</summary>
        public int Offset { get; set; }
    }
}
