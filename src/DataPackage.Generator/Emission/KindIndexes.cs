using DataPackage.Generator.Model;

namespace DataPackage.Generator.Emission;

/// <summary>The indexes of one kind: written anew only where an entity's id or one of its names changed.</summary>
/// <param name="Ids">The chunks of the index from ids to rows.</param>
/// <param name="Names">The chunks of the index from folded names to rows.</param>
internal sealed record KindIndexes(EquatableArray<PackedBytes> Ids, EquatableArray<PackedBytes> Names)
{
    public static KindIndexes None { get; } = new(default, default);

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
                PackedIndexWriter.Write(rows.Select((entity, row) => (entity.Id, row))),
                PackedIndexWriter.Write(rows.SelectMany((entity, row) => entity.Names.Select(name => (name, row)))));
        }).ToEquatableArray();
    }
}
