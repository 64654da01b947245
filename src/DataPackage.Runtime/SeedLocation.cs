using System.Globalization;

namespace DataPackage.Runtime;

/// <summary>The place where an entity is written: the file to edit to change it. Immutable; compared by
/// value.</summary>
public sealed record SeedLocation
{
    /// <summary>The path of the seed, relative to the parent of the seeds folder, with forward slashes on every system:
    /// <c>seeds/persons/kirill-dmitriev.yaml</c>.</summary>
    public required string File { get; init; }

    /// <summary>The line of the entity's id, counted from 1. If the file holds only this entity and is named after its
    /// id, this is 1.</summary>
    public required int Line { get; init; }

    /// <summary>The file and line in the compiler's form: <c>seeds/persons/kirill-dmitriev.yaml(1)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line})");
}
