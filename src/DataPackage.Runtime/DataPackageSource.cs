namespace DataPackage.Runtime;

/// <summary>A source of a data package, as in the Data Package standard (Frictionless Data). Immutable; compared by
/// value.</summary>
/// <param name="Title">The name that people use. Null if not stated.</param>
/// <param name="Path">The place of the source: an address, or a path within the package. Null if not stated.</param>
/// <param name="Email">The email address for questions. Null if not stated.</param>
public sealed record DataPackageSource(string? Title, string? Path, string? Email);
