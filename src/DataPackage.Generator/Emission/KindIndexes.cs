using DataPackage.Generator.Model;

namespace DataPackage.Generator.Emission;

/// <summary>The indexes of one kind: written anew only where an entity's id or one of its names changed.</summary>
/// <param name="Ids">The chunks of the index from ids, former ones included, to rows.</param>
/// <param name="Names">The chunks of the index from folded names to rows.</param>
/// <param name="Unique">For each lookup of the kind the chunks of the index from values to rows.</param>
internal sealed record KindIndexes(EquatableArray<PackedBytes> Ids, EquatableArray<PackedBytes> Names, EquatableArray<EquatableArray<PackedBytes>> Unique)
{
    public static KindIndexes None { get; } = new(default, default, default);

    /// <summary>One for each concrete kind, ordered by name.</summary>
    /// <param name="entities">In the order of kinds, then of rows.</param>
    public static EquatableArray<KindIndexes> Of(IEnumerable<EntityKeys> entities, PackageIndex index, CancellationToken cancellation)
    {
        var byKind = entities.ToLookup(entity => entity.Kind, StringComparer.Ordinal);
        return index.Kinds.Select(kind =>
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = byKind[kind.Kind.Name];
            return new KindIndexes(
                PackedIndexWriter.Write(rows.SelectMany((entity, row) => entity.FormerIds.Select(id => (id, row)).Prepend((entity.Id, row)))),
                PackedIndexWriter.Write(rows.SelectMany((entity, row) => entity.Names.Select(name => (name, row)))),
                kind.Kind.Lookups.Select((_, lookup) => PackedIndexWriter.Write(rows
                    .Select((entity, row) => (Key: lookup < entity.Unique.Count ? entity.Unique[lookup] : null, row))
                    .Where(entry => entry.Key is not null).Select(entry => (entry.Key!, entry.row)))).ToEquatableArray());
        }).ToEquatableArray();
    }
}
