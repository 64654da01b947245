using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Tool.Entities;

/// <summary>Tells what citations are for.</summary>
internal static class CitationPaths
{
    /// <summary>Whether the citation is for a property, or for a part of its value.</summary>
    public static bool IsFor(this LinkedCitation citation, Property property) =>
        citation.For.Any(path => IsOf(path, property));

    /// <summary>Whether a path is that of a property, or of a part of its value.</summary>
    public static bool IsOf(string path, Property property) =>
        path.StartsWith(property.Name, StringComparison.Ordinal)
        && (path.Length == property.Name.Length || path[property.Name.Length] is '.' or '[');
}
