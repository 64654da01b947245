namespace DataPackage.Engine.Linking;

/// <param name="Accessor">Empty where the entity itself or another one has that accessor, or where it can have
/// none.</param>
internal readonly record struct FormerName(string Id, string Accessor);
