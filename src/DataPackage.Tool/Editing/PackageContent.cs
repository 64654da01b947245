using DataPackage.Engine;
using DataPackage.Engine.Linking;
using DataPackage.Tool.Entities;

namespace DataPackage.Tool.Editing;

/// <summary>What all entities of a package say, to compare before and after an edit.</summary>
internal static class PackageContent
{
    /// <summary>By kind and id, the values, claims and citations. What an edit is about, ids and former ids, is left
    /// out.</summary>
    /// <param name="nameOf">How an entity is called; by its id if null.</param>
    public static SortedDictionary<string, string> Of(PackageCompiler compiler, Func<EntityLink, string>? nameOf = null)
    {
        var name = nameOf ?? (entity => entity.Id);
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in compiler.Package.Kinds)
        {
            var index = compiler.Index[kind.Name];
            for (var row = 0; row < kind.Entities.Count; row++)
            {
                var entity = kind.Entities[row];
                var values = EntityValues
                    .Of(index.Kind, entity.Values)
                    .Select(each =>
                        $"{each.Property.Name}: {ValueText.Of(each.Value, each.Property, compiler.Schema, name)}\n"
                    );
                var claims = entity.Claims.Select(claim =>
                    $"{claim.Path} {claim.IsShown}: "
                    + ClaimText.Of(claim, index.Kind.Properties[claim.Property], compiler.Schema, name)
                    + "\n"
                );
                var citations = entity.Citations.Select(citation =>
                    $"{name(citation.Article)} {citation.Passage} for {string.Join(", ", citation.For)}\n"
                );
                content[$"{kind.Name}/{name(index.Entities[row])}"] =
                    string.Concat(values.Concat(claims).Concat(citations)) + entity.Text?.Sha256;
            }
        }

        return content;
    }
}
