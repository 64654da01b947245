using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>The packed data of one entity, before they are laid out.</summary>
/// <param name="Values">Its row in the area of values.</param>
/// <param name="Details">Its row in the area of details.</param>
/// <param name="Sources">Its row in the area of sources.</param>
/// <param name="Time">Null if it has no time.</param>
internal sealed record PackedEntity(
    EntityKeys Keys,
    PackedBytes Values,
    PackedBytes Details,
    PackedBytes Sources,
    EntityTime? Time
)
{
    /// <summary>The rows of an entity that could not be packed, or need not be. It stays, since other generated code
    /// names it.</summary>
    public static PackedEntity Empty(string kind, LinkedEntity entity) =>
        new(
            new EntityKeys(kind, new HashedKey(entity.Id), default, default, default),
            PackedRowWriter.NoRow,
            PackedRowWriter.NoRow,
            PackedRowWriter.NoRow,
            Time: null
        );
}

/// <summary>The keys by which an entity is looked up.</summary>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Names">The folded names by which it is found, each with every spelling.</param>
/// <param name="Unique">For each lookup of the kind the value, null if the entity has none.</param>
/// <param name="FormerIds">Its ids in earlier versions.</param>
internal sealed record EntityKeys(
    string Kind,
    HashedKey Id,
    EquatableArray<SpelledName> Names,
    EquatableArray<HashedKey?> Unique,
    EquatableArray<HashedKey> FormerIds
);

/// <param name="Folded">The form by which the name is found.</param>
/// <param name="Spelling">The name as the seed has it.</param>
internal readonly record struct SpelledName(HashedKey Folded, string Spelling);
