namespace DataPackage.Runtime;

/// <summary>What the claims of an entity are asked for.</summary>
internal static class EntityClaims
{
    public static IReadOnlyList<Citation> CitationsFor(IEntity entity, string path) =>
        CitationsFor(entity.Citations, path);

    public static IReadOnlyList<Citation> CitationsFor(IReadOnlyList<Citation> citations, string path) =>
        Array.AsReadOnly(citations.Where(citation => citation.Supports(path)).ToArray());
}
