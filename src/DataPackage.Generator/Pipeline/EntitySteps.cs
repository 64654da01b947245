using System.Collections.Immutable;
using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.History;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The steps that turn trees and kinds into linked entities.</summary>
internal static class EntitySteps
{
    /// <summary>Binds each tree. If a piece of a file cannot be bound by itself, the file is read again and bound as a
    /// whole.</summary>
    public static Gathered<BoundSeed> Bind(
        StepRegistry steps,
        DataSeeds seeds,
        IncrementalValueProvider<PackageSchema> schema
    )
    {
        var bound = Bind(Steps.Bind, seeds.Documents, schema, seeds.Share);
        var torn = steps.Once(
            Steps.Torn,
            StepRegistry.Gather(bound.Where(seed => seed.Piece is not null)).All,
            (pieces, _) => new Result<Items<string>>(Items<string>.Of(SeedPieces.FindTorn(pieces))),
            _ => Items<string>.None
        );
        var mended = StepRegistry.Many(
            Steps.Mended,
            seeds.Cut,
            torn,
            (file, torn, cancellation) =>
                torn.All.Contains(file.File.FilePath)
                    ? ImmutableArray.Create(file.File.Read(cancellation))
                    : ImmutableArray<SeedDocument>.Empty,
            (file, _, failure) =>
                ImmutableArray.Create(SeedReader.Failed(file.File.SeedPath, file.File.FilePath, failure))
        );
        var whole = StepRegistry.Gather(Bind(Steps.BindMended, mended, schema, seeds.Share));
        return StepRegistry.Gather(
            StepRegistry.Many(
                Steps.Bound,
                bound,
                torn,
                whole.All,
                (seed, torn, whole, _) => Replace(seed, torn, whole),
                (seed, _, failure) => ImmutableArray.Create(seed.With(failure))
            )
        );
    }

    private static IncrementalValuesProvider<BoundSeed> Bind(
        string step,
        IncrementalValuesProvider<SeedDocument> documents,
        IncrementalValueProvider<PackageSchema> schema,
        IncrementalValueProvider<SeedShare> share
    ) =>
        StepRegistry.Many(
            step,
            documents,
            schema,
            share,
            (document, schema, share, cancellation) =>
                ImmutableArray.Create(Binder.BindAfterReading(document, schema, share, cancellation)),
            (document, schema, failure) => ImmutableArray.Create(BoundSeed.Failed(document, schema, failure))
        );

    /// <summary>A seed as it is, unless its file is bound as a whole: then the file takes the place of its first
    /// piece.</summary>
    private static ImmutableArray<BoundSeed> Replace(BoundSeed seed, Items<string> torn, Batch<BoundSeed> whole)
    {
        if (seed.Piece is null || !torn.All.Contains(seed.FilePath))
            return ImmutableArray.Create(seed);
        return seed.Piece.Number > 0
            ? ImmutableArray<BoundSeed>.Empty
            : whole.Where(other => other.FilePath == seed.FilePath).Take(1).ToImmutableArray();
    }

    /// <summary>Reports a package that exceeds the limits.</summary>
    public static IncrementalValueProvider<PackageSize> Measure(
        StepRegistry steps,
        Gathered<BoundSeed> bound,
        Declared declared
    ) =>
        steps.Once(
            Steps.Size,
            bound.All,
            declared.Documents,
            (seeds, documents, _) => PackageSize.Measure(seeds, documents),
            (_, _) => PackageSize.Unknown
        );

    public static IncrementalValueProvider<PackageIndex> Index(
        StepRegistry steps,
        Gathered<BoundSeed> bound,
        IncrementalValueProvider<PackageSchema> schema
    )
    {
        var declared = steps.GatherParts(
            Steps.DeclaredEntities,
            bound.Each,
            (seed, cancellation) => SeedDeclarations.Of(seed, cancellation),
            SeedDeclarations.Unread
        );
        return steps.Once(
            Steps.Index,
            declared,
            schema,
            (seeds, schema, cancellation) => new Result<PackageIndex>(PackageIndex.Of(seeds.All, schema, cancellation)),
            (_, schema) => PackageIndex.OfUnread(schema, default)
        );
    }

    /// <summary>Reads what was released. The ledger of a large package is long, and an edited seed does not change
    /// it.</summary>
    public static IncrementalValueProvider<ReleaseFiles> ReadReleases(StepRegistry steps, Declared declared) =>
        steps.Once(
            Steps.Releases,
            declared.Documents,
            (documents, _) => ReleaseFiles.Read(documents),
            _ => ReleaseFiles.None
        );

    /// <summary>Reports contradictions between entities that are valid by themselves.</summary>
    public static void Check(
        StepRegistry steps,
        Gathered<BoundSeed> bound,
        Declared declared,
        IncrementalValueProvider<ReleaseFiles> releases,
        IncrementalValueProvider<PackageIndex> index
    )
    {
        steps.Check(
            Steps.Conflicts,
            bound.All,
            index,
            (seeds, index, cancellation) => Conflicts.Find(seeds, index, cancellation)
        );
        steps.Check(
            Steps.Assertions,
            bound.All,
            index,
            declared.Documents,
            (seeds, index, documents, cancellation) => AssertionCheck.Find(seeds, index, documents, cancellation)
        );
        steps.Check(
            Steps.Sources,
            bound.All,
            index,
            declared.Documents,
            (seeds, index, documents, _) => SourceCheck.Find(seeds, index.Schema, documents)
        );
        steps.Check(
            Steps.Ledger,
            releases,
            index,
            (releases, index, cancellation) => LedgerCheck.Find(releases, index, cancellation)
        );
        steps.Check(Steps.Oddities, bound.All, (seeds, _) => Oddities.Find(seeds));
    }

    public static Gathered<LinkedSeed> Link(
        StepRegistry steps,
        IncrementalValuesProvider<VerifiedSeed> verified,
        IncrementalValueProvider<PackageIndex> index
    ) =>
        StepRegistry.Gather(
            steps.EachReported(
                Steps.Link,
                verified,
                index,
                (seed, index, cancellation) => Linker.Link(seed, index, cancellation),
                _ => LinkedSeed.Empty
            )
        );
}
