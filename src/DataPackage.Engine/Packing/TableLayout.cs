using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>Divides the packed entities of one kind into chunks, so an edited entity changes few of them.</summary>
internal sealed class TableLayout
{
    /// <summary>The most rows of a chunk, as a power of two.</summary>
    private const int MostRowBits = 12;

    private readonly List<PackedChunk> _chunks = [];

    private TableLayout() { }

    /// <param name="entities">Ordered by row.</param>
    /// <param name="reverses">The rows in the area of reverses; empty if the kind has no reverses.</param>
    public static ChunkedTable Of(
        Kind kind,
        IReadOnlyList<PackedEntity> entities,
        KindIndexes indexes,
        EquatableArray<PackedBytes> reverses,
        PackingContext context
    )
    {
        var layout = new TableLayout();
        // Areas number their chunks in the order in which they are added.
        var areas = new TableAreas
        {
            Values = layout.AddRows("Values", entities.Select(entity => entity.Values).ToList()),
            Details = layout.AddRows("Details", entities.Select(entity => entity.Details).ToList()),
            Sources = layout.AddRows("Sources", entities.Select(entity => entity.Sources).ToList()),
            Reverses = layout.AddRows("Reverses", reverses.ToList()),
            Ids = layout.AddIndex("Ids", indexes.Ids),
            Names = layout.AddIndex("Names", indexes.Names),
            Timeline = layout.AddTimeline(entities),
        };
        var lookups = kind.Lookups.Select(
            (_, lookup) =>
                layout.AddIndex(
                    FormattableString.Invariant($"Unique{lookup}"),
                    lookup < indexes.Unique.Count ? indexes.Unique[lookup] : default
                )
        );
        return new ChunkedTable
        {
            Kind = kind.Name,
            Count = entities.Count,
            HashOfIds = entities.Aggregate(
                KeyHash.Start(entities.Count),
                (hash, entity) => KeyHash.Add(hash, entity.Keys.Id.Hash)
            ),
            Languages = context.Languages,
            Areas = areas,
            Lookups = lookups.ToEquatableArray(),
            Chunks = layout._chunks.ToEquatableArray(),
            IsSmall =
                entities.Sum(entity => (long)entity.Values.Length + entity.Details.Length + entity.Sources.Length)
                <= ChunkSize.Least,
        };
    }

    /// <summary>Puts as many rows into each chunk as fill it on average.</summary>
    private TableArea AddRows(string area, List<PackedBytes> rows)
    {
        if (rows.TrueForAll(row => row.Length == PackedRowWriter.NoRow.Length))
            return TableArea.Absent;

        var size = rows.Sum(row => (long)row.Length);
        var bits = 0;
        while (bits < MostRowBits && size / rows.Count << (bits + 1) <= ChunkSize.Of(size))
            bits++;
        var firstChunk = _chunks.Count;
        for (var first = 0; first < rows.Count; first += 1 << bits)
        {
            var inChunk = rows.GetRange(first, Math.Min(1 << bits, rows.Count - first)).ToEquatableArray();
            _chunks.Add(new RowChunk(NameOf(area, first >> bits), inChunk));
        }

        return new TableArea(firstChunk, bits);
    }

    private TableArea AddIndex(string area, EquatableArray<PackedBytes> chunks)
    {
        var bits = 0;
        while (1 << bits < chunks.Count)
            bits++;
        var firstChunk = _chunks.Count;
        for (var i = 0; i < chunks.Count; i++)
            _chunks.Add(new WrittenChunk(NameOf(area, i), chunks[i]));
        return chunks.Count == 0 ? TableArea.Absent : new TableArea(firstChunk, bits);
    }

    private TableArea AddTimeline(IReadOnlyList<PackedEntity> entities)
    {
        var moments = entities
            .Select((entity, row) => (Time: entity.Time!, Row: row))
            .Where(moment => moment.Time is not null)
            .OrderBy(moment => moment.Time.FirstDay)
            .ThenBy(moment => moment.Row)
            .ToList();
        if (moments.Count == 0)
            return TableArea.Absent;
        var firstChunk = _chunks.Count;
        var latest = 0;
        for (var first = 0; first < moments.Count; first += PackedFormat.MomentsPerChunk)
        {
            var chunk = new PackedBuffer();
            foreach (var (time, row) in moments.Skip(first).Take(PackedFormat.MomentsPerChunk))
            {
                latest = Math.Max(latest, time.LastDay);
                var days = new[] { time.FirstDay, time.LastDay, latest, row, time.LatestStart, time.EarliestEnd };
                foreach (var number in days)
                    chunk.Fixed(number, PackedFormat.RowDigits);
            }

            _chunks.Add(new WrittenChunk(NameOf("Timeline", first / PackedFormat.MomentsPerChunk), chunk.ToBytes()));
        }

        return new TableArea(firstChunk, moments.Count);
    }

    private static string NameOf(string area, int number) => area + "_" + number.ToString(CultureInfo.InvariantCulture);
}
