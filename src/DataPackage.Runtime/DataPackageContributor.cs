namespace DataPackage.Runtime;

/// <summary>A person or organization that contributed to a data package, as in the Data Package standard (Frictionless
/// Data). Immutable; compared by value.</summary>
/// <param name="Title">The name. Null if not stated.</param>
/// <param name="Role">The role: <c>author</c>, <c>publisher</c>, <c>maintainer</c>, <c>wrangler</c> or
/// <c>contributor</c>. Null if not stated.</param>
/// <param name="Path">The address of a page about them. Null if not stated.</param>
/// <param name="Email">The email address. Null if not stated.</param>
public sealed record DataPackageContributor(string? Title, string? Role, string? Path, string? Email);
