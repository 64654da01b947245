namespace DataPackage.Engine.Linking;

/// <summary>A name of an entity in earlier versions of the package.</summary>
/// <param name="Accessor">Empty if an entity has that accessor now, or if the id gives none.</param>
internal readonly record struct FormerName(string Id, string Accessor);
