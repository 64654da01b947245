namespace DataPackage.Runtime;

/// <summary>Someone who made a data package, as the Data Package standard (Frictionless Data) describes them. Compares
/// by value.</summary>
/// <param name="Title">The name. Null where none is stated.</param>
/// <param name="Role">What they did: <c>author</c>, <c>publisher</c>, <c>maintainer</c>, <c>wrangler</c> or
/// <c>contributor</c>. Null where none is stated.</param>
/// <param name="Path">An address that is about them. Null where none is stated.</param>
/// <param name="Email">Their address for mail. Null where none is stated.</param>
public sealed record DataPackageContributor(string? Title, string? Role, string? Path, string? Email);
