using DataPackage.Generator.Model;

namespace DataPackage.Generator.Emission;

/// <summary>The indexes of one kind: written anew only where an entity's id or one of its names changed.</summary>
/// <param name="Ids">The chunks of the index from ids to rows.</param>
/// <param name="Names">The chunks of the index from folded names to rows.</param>
internal sealed record KindIndexes(EquatableArray<PackedBytes> Ids, EquatableArray<PackedBytes> Names)
{
    /// <param name="entities">Those of the kind in the order of their rows.</param>
    public static KindIndexes Of(IReadOnlyList<EntityKeys> entities) => new(
        PackedIndexWriter.Write(entities.Select((entity, row) => (entity.Id, row))),
        PackedIndexWriter.Write(entities.SelectMany((entity, row) => entity.Names.Select(name => (name, row)))));
}
