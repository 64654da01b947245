using System.Text;
using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Runtime.Packed;
using DataPackage.Runtime.Text;

namespace DataPackage.Generator.Emission;

/// <summary>Writes the entities of one kind, and the indexes over their ids and names, as the chunks of <see cref="PackedFormat"/>.</summary>
internal sealed class PackedTableWriter
{
    private readonly List<byte[]> _chunks = [];

    public List<string> Languages { get; } = [];

    public IReadOnlyList<byte[]> Chunks => _chunks;

    public int RowStartsChunk { get; private set; }

    public (int FirstChunk, int Bits) Ids { get; private set; }

    public (int FirstChunk, int Bits) Names { get; private set; }

    public static PackedTableWriter Write(Kind kind, LinkedKind data, PackageSchema schema)
    {
        var table = new PackedTableWriter();
        var rows = new PackedRowWriter(schema, table.Languages);
        var starts = table.AddItems(data.Entities.Select((_, row) => rows.Entity(kind, data, row)));
        table.RowStartsChunk = table._chunks.Count;
        table.AddFixed(starts, PackedFormat.RowStartsPerChunk);
        table.Ids = table.AddIndex(data.Entities.Select((entity, row) => (entity.Id, row)));
        table.Names = table.AddIndex(data.Entities.SelectMany((entity, row) => NamesOf(kind, entity).Select(name => (name, row))));
        return table;
    }

    /// <summary>The folded spellings by which an entity is found.</summary>
    private static IEnumerable<string> NamesOf(Kind kind, LinkedEntity entity) =>
        kind.FindBy.SelectMany(property => TextsOf(entity.Values[kind.IndexOf(property)]))
            .Select(NameFolding.Fold).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> TextsOf(Value? value) => value switch
    {
        TextValue text => [text.Text],
        LocalizedValue localized => localized.Entries.Select(entry => entry.Text),
        ListValue list => list.Items.SelectMany(TextsOf),
        _ => [],
    };

    /// <summary>Fills chunks with items, none of which straddles two; the addresses of the items.</summary>
    private List<int> AddItems(IEnumerable<PackedBuffer> items)
    {
        var addresses = new List<int>();
        var chunk = new PackedBuffer();
        foreach (var item in items)
        {
            if (chunk.Length > 0 && chunk.Length + item.Length > PackedFormat.ChunkSize)
            {
                _chunks.Add(chunk.ToArray());
                chunk = new PackedBuffer();
            }

            addresses.Add(checked(_chunks.Count << PackedFormat.OffsetBits) | chunk.Length);
            chunk.Bytes(item);
        }

        if (chunk.Length > 0) _chunks.Add(chunk.ToArray());
        return addresses;
    }

    private void AddFixed(List<int> numbers, int perChunk)
    {
        for (var first = 0; first < numbers.Count; first += perChunk)
        {
            var chunk = new PackedBuffer();
            for (var i = first; i < Math.Min(first + perChunk, numbers.Count); i++) chunk.Fixed(numbers[i]);
            _chunks.Add(chunk.ToArray());
        }
    }

    private (int FirstChunk, int Bits) AddIndex(IEnumerable<(string Key, int Row)> keys)
    {
        var entries = keys.GroupBy(key => key.Key, key => key.Row, StringComparer.Ordinal)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => (entry.Key, Rows: entry.ToList())).ToList();

        // At most two slots of three are taken: searches for what is not there stay short.
        var bits = 0;
        while (1 << bits < entries.Count + (entries.Count / 2)) bits++;
        var size = 1 << bits;
        var firstChunk = _chunks.Count;
        var slotChunks = (size + PackedFormat.SlotsPerChunk - 1) / PackedFormat.SlotsPerChunk;
        for (var i = 0; i < slotChunks; i++) _chunks.Add([]);
        var addresses = AddItems(entries.Select(entry => Entry(entry.Key, entry.Rows)));

        var slots = Enumerable.Repeat((Hash: 0, Address: PackedFormat.NoEntry), size).ToArray();
        for (var i = 0; i < entries.Count; i++)
        {
            var hash = (int)(KeyHash.Compute(entries[i].Key.AsSpan()) & PackedFormat.HashMask);
            var slot = hash & (size - 1);
            while (slots[slot].Address != PackedFormat.NoEntry) slot = (slot + 1) & (size - 1);
            slots[slot] = (hash, addresses[i]);
        }

        for (var i = 0; i < slotChunks; i++)
        {
            var chunk = new PackedBuffer();
            foreach (var (hash, address) in slots.Skip(i * PackedFormat.SlotsPerChunk).Take(PackedFormat.SlotsPerChunk))
            {
                chunk.Fixed(hash);
                chunk.Fixed(address);
            }

            _chunks[firstChunk + i] = chunk.ToArray();
        }

        return (firstChunk, bits);
    }

    private static PackedBuffer Entry(string key, List<int> rows)
    {
        var entry = new PackedBuffer();
        entry.TextBlock(key);
        entry.Number(rows.Count);
        foreach (var row in rows) entry.Number(row);
        return entry;
    }

    /// <summary>The text that a chunk's bytes are the UTF-8 of.</summary>
    public static string TextOf(byte[] chunk) => Encoding.UTF8.GetString(chunk);
}
