using DataPackage.Generator.Model;

namespace DataPackage.Generator.Emission;

/// <summary>All that generated code says of one entity, ready to be laid out beside the others: an edited entity is packed anew, and it alone.</summary>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Values">Its row in the area of values.</param>
/// <param name="Details">Its row in the area of details.</param>
/// <param name="Sources">Its row in the area of sources.</param>
/// <param name="Names">The folded names by which it is found, each once.</param>
/// <param name="FirstDay">The start of its time as a timeline has it; -1 where it has no time.</param>
/// <param name="LastDay">The end of its time, itself included.</param>
internal sealed record PackedEntity(
    string Kind, PackedKey Id, AccessorSource Accessor, PackedBytes Values, PackedBytes Details, PackedBytes Sources, EquatableArray<PackedKey> Names, int FirstDay, int LastDay);

/// <param name="Name">Empty where the entity has none.</param>
/// <param name="Documentation">The paragraphs of its summary, as XML.</param>
internal sealed record AccessorSource(string Name, EquatableArray<string> Documentation);
