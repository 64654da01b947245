using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The part of a seed that other seeds depend on, except for articles. An edited value or a moved line leaves
/// it equal.</summary>
/// <param name="Piece">The piece of the file that this is; null if it is the whole file.</param>
internal sealed record SeedDeclarations(
    string SeedPath,
    string FilePath,
    PieceId? Piece,
    EquatableArray<DeclaredEntity> Entities,
    EquatableArray<string> UnreadKinds
) : ISeed
{
    /// <summary>A seed whose entities are unknown, so references to them are not reported.</summary>
    public static SeedDeclarations Unread(BoundSeed seed) =>
        new(
            seed.SeedPath,
            seed.FilePath,
            seed.Piece,
            default,
            seed.Entities.Select(entity => entity.Kind)
                .Concat(seed.UnreadKinds)
                .Distinct(StringComparer.Ordinal)
                .ToEquatableArray()
        );

    public static SeedDeclarations Of(BoundSeed seed, CancellationToken cancellation) =>
        new(
            seed.SeedPath,
            seed.FilePath,
            seed.Piece,
            seed.Entities.Select(entity => new DeclaredEntity(
                    entity.Kind,
                    entity.Id,
                    entity.CSharpName,
                    entity.FormerIds.Select(former => former.Id).ToEquatableArray(),
                    entity.Lookups,
                    entity.IsBroken
                ))
                .ToEquatableArray(),
            seed.UnreadKinds
        );
}

/// <summary>An entity that a seed declares.</summary>
/// <param name="IsBroken">Whether a part of it could not be
/// read.</param>
internal sealed record DeclaredEntity(
    string Kind,
    string Id,
    string? CSharpName,
    EquatableArray<string> FormerIds,
    EquatableArray<LookupKey> Lookups,
    bool IsBroken = false
);
