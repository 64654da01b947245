using System.Globalization;

namespace DataPackage.Runtime;

/// <summary>Where an entity is written: the file that a curator edits to change it. Compares by value.</summary>
public sealed record SeedLocation
{
    /// <summary>The seed's path from the folder above the seeds folder, with forward slashes on every machine:
    /// <c>seeds/persons/kirill-dmitriev.yaml</c>.</summary>
    public required string File { get; init; }

    /// <summary>The line of the entity's id, counted from 1; the first line of a file that is about this entity alone,
    /// and whose name is the id.</summary>
    public required int Line { get; init; }

    /// <summary>As the compiler prints it: <c>seeds/persons/kirill-dmitriev.yaml(1)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line})");
}
