using DataPackage.Engine.Binding;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>All of a seed that other seeds depend on, its articles aside: an edited value or a moved line leaves it
/// equal.</summary>
internal sealed record SeedDeclarations(
    string SeedPath,
    string FilePath,
    EquatableArray<DeclaredEntity> Entities,
    string? UnreadKind
) : ISeed
{
    /// <summary>Of a seed that says nothing of its entities: references to them must not be reported as
    /// mistakes.</summary>
    public static SeedDeclarations Unread(BoundSeed seed) =>
        new(seed.SeedPath, seed.FilePath, default, seed.Entities.Count > 0 ? seed.Entities[0].Kind : seed.UnreadKind);

    public static SeedDeclarations Of(BoundSeed seed, CancellationToken cancellation) =>
        new(
            seed.SeedPath,
            seed.FilePath,
            seed.Entities.Select(entity => new DeclaredEntity(
                    entity.Kind,
                    entity.Id,
                    entity.CSharpName,
                    entity.FormerIds.Select(former => former.Id).ToEquatableArray(),
                    entity.Lookups,
                    entity.IsBroken
                ))
                .ToEquatableArray(),
            seed.UnreadKind
        );
}

/// <param name="IsBroken">It could not be read as a whole.</param>
internal sealed record DeclaredEntity(
    string Kind,
    string Id,
    string? CSharpName,
    EquatableArray<string> FormerIds,
    EquatableArray<LookupKey> Lookups,
    bool IsBroken = false
);
