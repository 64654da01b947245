using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>What packed data say of one entity, ready to be laid out beside the others.</summary>
/// <param name="Values">Its row in the area of values.</param>
/// <param name="Details">Its row in the area of details.</param>
/// <param name="Sources">Its row in the area of sources.</param>
/// <param name="FirstDay">The start of its time as a timeline has it; -1 where it has no time.</param>
/// <param name="LastDay">The end of its time, itself included.</param>
internal sealed record PackedEntity(
    EntityKeys Keys,
    PackedBytes Values,
    PackedBytes Details,
    PackedBytes Sources,
    int FirstDay,
    int LastDay
)
{
    /// <summary>Keeps the place of an entity that could not be packed: other generated code names it.</summary>
    public static PackedEntity Empty(string kind, LinkedEntity entity) =>
        new(
            new EntityKeys(kind, new HashedKey(entity.Id), default, default, default),
            PackedRowWriter.NoRow,
            PackedRowWriter.NoRow,
            PackedRowWriter.NoRow,
            -1,
            -1
        );
}

/// <summary>By what an entity is looked up.</summary>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Names">The folded names by which it is found, each once.</param>
/// <param name="Unique">For each lookup of the kind the value, null where the entity has none.</param>
/// <param name="FormerIds">The ids that it had.</param>
internal sealed record EntityKeys(
    string Kind,
    HashedKey Id,
    EquatableArray<HashedKey> Names,
    EquatableArray<HashedKey?> Unique,
    EquatableArray<HashedKey> FormerIds
);
