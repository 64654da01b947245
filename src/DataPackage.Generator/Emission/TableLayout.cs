using System.Globalization;
using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Runtime.Packed;

namespace DataPackage.Generator.Emission;

/// <summary>Divides the packed entities of one kind into files, so that an edited entity changes the few files that it is in.</summary>
internal sealed class TableLayout
{
    /// <summary>Accessors in one file: their documentation is about as large as a chunk.</summary>
    private const int AccessorsPerFile = 128;

    /// <summary>Enough rows for a chunk, however short they are.</summary>
    private const int MostRowBits = 12;

    private readonly List<PackedChunk> _chunks = [];
    private readonly List<(int FirstChunk, int Size)> _areas = [];

    private TableLayout()
    {
    }

    /// <summary>The files of all kinds.</summary>
    /// <param name="entities">In the order of kinds, then of rows.</param>
    /// <param name="indexes">One for each concrete kind.</param>
    /// <param name="reverses">For each concrete kind, its rows in the area of reverses; none where it has no reverses.</param>
    public static EquatableArray<GeneratedFile> Files(
        IEnumerable<PackedEntity> entities, EquatableArray<KindIndexes> indexes, EquatableArray<EquatableArray<PackedBytes>> reverses,
        PackingContext context, CancellationToken cancellation)
    {
        var byKind = entities.ToLookup(entity => entity.Keys.Kind, StringComparer.Ordinal);
        return context.Schema.ConcreteKinds.SelectMany((kind, number) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Files(kind, byKind[kind.Name].ToList(), indexes[number], reverses[number], context);
        }).ToEquatableArray();
    }

    private static IEnumerable<GeneratedFile> Files(
        Kind kind, List<PackedEntity> entities, KindIndexes indexes, EquatableArray<PackedBytes> reverses, PackingContext context)
    {
        var layout = new TableLayout();
        layout.AddRows("Values", entities.Select(entity => entity.Values).ToList());
        layout.AddRows("Details", entities.Select(entity => entity.Details).ToList());
        layout.AddRows("Sources", entities.Select(entity => entity.Sources).ToList());
        layout.AddRows("Reverses", reverses.ToList());
        layout.AddIndex("Ids", indexes.Ids);
        layout.AddIndex("Names", indexes.Names);
        layout.AddTimeline(entities);
        var areas = layout._areas.ToEquatableArray();
        var lookups = kind.Lookups.Select((property, lookup) =>
        {
            layout.AddIndex(FormattableString.Invariant($"Unique{lookup}"), lookup < indexes.Unique.Count ? indexes.Unique[lookup] : default);
            return (property.CSharpName, layout._areas[layout._areas.Count - 1]);
        }).ToEquatableArray();

        var table = CSharpTypes.TableName(kind);
        var isSmall = entities.Sum(entity => (long)entity.Values.Length + entity.Details.Length + entity.Sources.Length) <= ChunkSize.Least;
        yield return new TableFile(kind, context.Schema, entities.Count, context.Languages, areas, lookups,
            layout._chunks.Select(chunk => chunk.Name).ToEquatableArray(), isSmall ? layout._chunks.ToEquatableArray() : default, context.Target);
        if (!isSmall)
            foreach (var chunk in layout._chunks) yield return new ChunkFile(kind.Name, table, chunk, context.Target);

        var accessors = entities.Select(entity => entity.Accessor).ToList();
        yield return new CatalogFile(kind, context.Schema, entities.Count, accessors.Find(accessor => accessor.Name.Length > 0)?.Name ?? "",
            accessors.Take(AccessorsPerFile).ToEquatableArray(), context.Target);
        for (var first = AccessorsPerFile; first < accessors.Count; first += AccessorsPerFile)
        {
            if (accessors.FindIndex(first, Math.Min(AccessorsPerFile, accessors.Count - first), accessor => accessor.Name.Length > 0) < 0) continue;
            yield return new AccessorsFile(kind, context.Schema, first,
                accessors.GetRange(first, Math.Min(AccessorsPerFile, accessors.Count - first)).ToEquatableArray(), context.Target);
        }
    }

    /// <summary>As many rows to each chunk as fill it on average.</summary>
    private void AddRows(string area, List<PackedBytes> rows)
    {
        if (rows.TrueForAll(row => row.Length == PackedRowWriter.NoRow.Length))
        {
            _areas.Add((-1, 0));
            return;
        }

        var size = rows.Sum(row => (long)row.Length);
        var bits = 0;
        while (bits < MostRowBits && size / rows.Count << (bits + 1) <= ChunkSize.Of(size)) bits++;
        _areas.Add((_chunks.Count, bits));
        for (var first = 0; first < rows.Count; first += 1 << bits)
            _chunks.Add(new RowChunk(NameOf(area, first >> bits), rows.GetRange(first, Math.Min(1 << bits, rows.Count - first)).ToEquatableArray()));
    }

    private void AddIndex(string area, EquatableArray<PackedBytes> chunks)
    {
        var bits = 0;
        while (1 << bits < chunks.Count) bits++;
        _areas.Add((chunks.Count == 0 ? -1 : _chunks.Count, bits));
        for (var i = 0; i < chunks.Count; i++) _chunks.Add(new WrittenChunk(NameOf(area, i), chunks[i]));
    }

    private void AddTimeline(IReadOnlyList<PackedEntity> entities)
    {
        var moments = entities.Select((entity, row) => (entity.FirstDay, entity.LastDay, Row: row)).Where(moment => moment.FirstDay >= 0)
            .OrderBy(moment => moment.FirstDay).ThenBy(moment => moment.Row).ToList();
        _areas.Add((moments.Count == 0 ? -1 : _chunks.Count, moments.Count));
        var latest = 0;
        for (var first = 0; first < moments.Count; first += PackedFormat.MomentsPerChunk)
        {
            var chunk = new PackedBuffer();
            foreach (var (firstDay, lastDay, row) in moments.Skip(first).Take(PackedFormat.MomentsPerChunk))
            {
                latest = Math.Max(latest, lastDay);
                foreach (var number in new[] { firstDay, lastDay, latest, row }) chunk.Fixed(number, PackedFormat.RowDigits);
            }

            _chunks.Add(new WrittenChunk(NameOf("Timeline", first / PackedFormat.MomentsPerChunk), chunk.ToBytes()));
        }
    }

    private static string NameOf(string area, int number) => area + "_" + number.ToString(CultureInfo.InvariantCulture);
}
