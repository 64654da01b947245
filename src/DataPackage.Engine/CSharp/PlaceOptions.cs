namespace DataPackage.Engine.CSharp;

/// <summary>How generated code says where entities are written.</summary>
/// <param name="Folder">The name of the seeds folder; empty where the project does not say.</param>
/// <param name="HasLines">Whether the PDB is to name seeds and their lines where accessors are.</param>
internal sealed record PlaceOptions(string Folder, bool HasLines);
