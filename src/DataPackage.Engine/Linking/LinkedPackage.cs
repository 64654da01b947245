using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The whole package, validated and linked: the input of packing and documentation.</summary>
/// <remarks>
/// Linked records are immutable, compared by value, and without positions. A moved line in a seed must leave them
/// equal, since generated code is written again if they differ. Entities of unedited seeds are the same objects as in
/// the run before.
/// </remarks>
/// <param name="Kinds">One for each concrete kind, ordered by name.</param>
internal sealed record LinkedPackage(EquatableArray<LinkedKind> Kinds)
{
    public static LinkedPackage Empty { get; } = new(default(EquatableArray<LinkedKind>));

    public static LinkedPackage Of(IEnumerable<LinkedSeed> seeds, PackageIndex index, CancellationToken cancellation)
    {
        var rows = index.Kinds.ToDictionary(
            kind => kind.Kind.Name,
            kind => new LinkedEntity?[kind.Entities.Count],
            StringComparer.Ordinal
        );
        foreach (var seed in seeds)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (link, entity) in seed.Rows)
                rows[link.Kind][link.Row] = entity;
        }

        return new LinkedPackage(
            index
                .Kinds.Select(kind => new LinkedKind(
                    kind.Kind.Name,
                    // A seed whose linking failed was reported. Its entities stay, since generated code names them.
                    rows[kind.Kind.Name]
                        .Select((entity, row) => entity ?? LinkedEntity.Empty(kind.Kind, kind.Entities[row]))
                        .ToEquatableArray()
                ))
                .ToEquatableArray()
        );
    }
}

/// <summary>The entities of a kind.</summary>
/// <param name="Entities">Ordered by id, ordinally; the index in this
/// list is the entity's row.</param>
internal sealed record LinkedKind(string Name, EquatableArray<LinkedEntity> Entities);
