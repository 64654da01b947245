namespace DataPackage.Runtime;

/// <summary>A licence of a data package, as in the Data Package standard (Frictionless Data). Immutable; compared by
/// value.</summary>
/// <param name="Name">The identifier (SPDX or Open Definition): <c>CC-BY-4.0</c>. Null if not stated.</param>
/// <param name="Title">The name that people use. Null if not stated.</param>
/// <param name="Path">The place of the text: an address, or a path within the package. Null if not stated.</param>
public sealed record DataPackageLicense(string? Name, string? Title, string? Path);
