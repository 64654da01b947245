using DataPackage.Engine.Linking;

namespace DataPackage.Engine.History;

/// <summary>The ids that a version has, each with its kind before a slash.</summary>
/// <param name="Now">The ids of entities.</param>
/// <param name="Heirs">By a former id, the entity that had it.</param>
internal sealed record PublishedIds(IReadOnlyCollection<string> Now, IReadOnlyDictionary<string, string> Heirs)
{
    /// <summary>The entity that the name finds.</summary>
    public string Living(string name) => Heirs.TryGetValue(name, out var heir) ? heir : name;

    public static PublishedIds Of(PackageIndex index) =>
        Of(
            index.Kinds.SelectMany(kind =>
                kind.Entities.Select(entity =>
                    (entity.Kind, entity.Id, kind.FormerNamesOf(entity.Row).Select(former => former.Id))
                )
            )
        );

    public static PublishedIds Of(IEnumerable<(string Kind, string Id, IEnumerable<string> FormerIds)> entities)
    {
        var (now, heirs) = (
            new HashSet<string>(StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        foreach (var (kind, id, formerIds) in entities)
        {
            now.Add($"{kind}/{id}");
            foreach (var former in formerIds)
                heirs[$"{kind}/{former}"] = $"{kind}/{id}";
        }

        return new PublishedIds(now, heirs);
    }
}
