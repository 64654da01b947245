using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The whole package, validated and linked: all that packing and documentation know of entities.</summary>
/// <remarks>
/// The law of linked records: immutable, compared by value, and without positions. Whatever only moves a line in a seed
/// must leave them equal, since generated code is written again where they differ. Entities of seeds that were not
/// edited are the very objects of the run before.
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
                    // A seed whose linking failed was reported; its entities stay, since generated code names them.
                    rows[kind.Kind.Name]
                        .Select((entity, row) => entity ?? LinkedEntity.Empty(kind.Kind, kind.Entities[row]))
                        .ToEquatableArray()
                ))
                .ToEquatableArray()
        );
    }
}

/// <param name="Entities">Ordered by id, ordinally; the place in this list is the entity's row.</param>
internal sealed record LinkedKind(string Name, EquatableArray<LinkedEntity> Entities);
