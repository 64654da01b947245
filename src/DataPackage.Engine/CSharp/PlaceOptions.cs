namespace DataPackage.Engine.CSharp;

/// <summary>How generated code tells where entities are written.</summary>
/// <param name="Folder">The name of the seeds folder; empty if the project does not name it.</param>
/// <param name="HasLines">Whether the PDB maps accessors to the lines of seeds.</param>
internal sealed record PlaceOptions(string Folder, bool HasLines);
