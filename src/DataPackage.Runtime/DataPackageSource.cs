namespace DataPackage.Runtime;

/// <summary>Something that a data package was made from, as the Data Package standard (Frictionless Data) describes it.
/// Compares by value.</summary>
/// <param name="Title">What people call it. Null where none is stated.</param>
/// <param name="Path">Where it is: an address, or a path within the package. Null where none is stated.</param>
/// <param name="Email">Whom to ask about it. Null where none is stated.</param>
public sealed record DataPackageSource(string? Title, string? Path, string? Email);
