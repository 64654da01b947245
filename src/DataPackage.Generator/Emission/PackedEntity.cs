using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Model;

namespace DataPackage.Generator.Emission;

/// <summary>All that generated code says of one entity, ready to be laid out beside the others: an edited entity is packed anew, and it alone.</summary>
/// <param name="Values">Its row in the area of values.</param>
/// <param name="Details">Its row in the area of details.</param>
/// <param name="Sources">Its row in the area of sources.</param>
/// <param name="FirstDay">The start of its time as a timeline has it; -1 where it has no time.</param>
/// <param name="LastDay">The end of its time, itself included.</param>
/// <param name="Failure">What went wrong unexpectedly, which is reported once all are laid out.</param>
internal sealed record PackedEntity(
    EntityKeys Keys, AccessorSource Accessor, PackedBytes Values, PackedBytes Details, PackedBytes Sources, int FirstDay, int LastDay,
    SeedDiagnostic? Failure = null)
{
    /// <summary>Keeps the place and the accessor of an entity that could not be packed: other generated code names them.</summary>
    public static PackedEntity Failed(string kind, LinkedEntity entity, SeedDiagnostic failure) => new(
        new EntityKeys(kind, new PackedKey(entity.Id), default, default, default), new AccessorSource(entity.Accessor, new[] { CSharpText.Doc(entity.Id) }.ToEquatableArray(), default),
        PackedRowWriter.NoRow, PackedRowWriter.NoRow, PackedRowWriter.NoRow, -1, -1, failure);
}

/// <summary>By what an entity is looked up.</summary>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Names">The folded names by which it is found, each once.</param>
/// <param name="Unique">For each lookup of the kind the value, null where the entity has none.</param>
/// <param name="FormerIds">The ids that it had.</param>
internal sealed record EntityKeys(string Kind, PackedKey Id, EquatableArray<PackedKey> Names, EquatableArray<PackedKey?> Unique, EquatableArray<PackedKey> FormerIds);

/// <param name="Name">Empty where the entity has none.</param>
/// <param name="Documentation">The paragraphs of its summary, as XML.</param>
/// <param name="Former">The names that it had in earlier versions.</param>
internal sealed record AccessorSource(string Name, EquatableArray<string> Documentation, EquatableArray<string> Former);
