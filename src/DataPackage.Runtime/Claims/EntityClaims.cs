namespace DataPackage.Runtime;

/// <summary>What the claims of an entity are asked for.</summary>
internal static class EntityClaims
{
    public static IReadOnlyList<Citation> CitationsFor(IEntity entity, string path) =>
        CitationsFor(entity.Citations, path);

    public static IReadOnlyList<Citation> CitationsFor(IReadOnlyList<Citation> citations, string path) =>
        Array.AsReadOnly(citations.Where(citation => citation.Supports(path)).ToArray());

    /// <summary>The claims whose values properties have, by their paths.</summary>
    public static Dictionary<string, Claim> BestOf(IEnumerable<Claim> claims)
    {
        var best = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var claim in claims)
            if (claim.IsBest)
                best.TryAdd(claim.Path, claim);
        return best;
    }
}
