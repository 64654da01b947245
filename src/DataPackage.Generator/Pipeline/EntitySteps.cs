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
    public static Gathered<BoundSeed> Bind(
        StepRegistry steps,
        Seeds seeds,
        IncrementalValueProvider<PackageSchema> schema
    ) =>
        StepRegistry.Gather(
            StepRegistry.Many(
                Steps.Bind,
                seeds.Documents,
                schema,
                seeds.Share,
                (document, schema, share, cancellation) =>
                    SeedPaths.IsDeclaration(document.SeedPath)
                        ? ImmutableArray<BoundSeed>.Empty
                        : ImmutableArray.Create(Binder.BindAfterReading(document, schema, share, cancellation)),
                (document, schema, failure) => ImmutableArray.Create(BoundSeed.Failed(document, schema, failure))
            )
        );

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
