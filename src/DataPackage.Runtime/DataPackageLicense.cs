namespace DataPackage.Runtime;

/// <summary>A licence of a data package, as the Data Package standard (Frictionless Data) describes one. Compares by
/// value.</summary>
/// <param name="Name">The identifier of the licence (SPDX or Open Definition): <c>CC-BY-4.0</c>. Null where none is
/// stated.</param>
/// <param name="Title">What people call it. Null where none is stated.</param>
/// <param name="Path">Where its text is: an address, or a path within the package. Null where none is stated.</param>
public sealed record DataPackageLicense(string? Name, string? Title, string? Path);
