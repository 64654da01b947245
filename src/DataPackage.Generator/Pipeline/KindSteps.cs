using System.Collections.Immutable;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Reading;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The schemas and datapackage.yaml.</summary>
/// <param name="Each">The trees of these files, one by one.</param>
/// <param name="Schema">The schema before anything is inferred.</param>
internal sealed record Declared(
    IncrementalValueProvider<SeedsOverview> Overview,
    Gathered<SeedDocument> Each,
    IncrementalValueProvider<PackageSchema> Schema
)
{
    /// <summary>The trees of these files.</summary>
    public IncrementalValueProvider<Batch<SeedDocument>> Documents => Each.All;
}

/// <summary>The schemas that are inferred from the data.</summary>
/// <param name="IsComplete">Whether inference ended without failure. Otherwise, seeds without a kind may belong to one
/// that it missed.</param>
internal sealed record InferredKinds(EquatableArray<SeedDocument> Schemas, bool IsComplete);

/// <summary>The steps that read declarations, and infer the kinds of other data.</summary>
internal static class KindSteps
{
    public static Declared Declare(StepRegistry steps, Seeds seeds)
    {
        var declaring = StepRegistry.Each(
            Steps.Declarations,
            seeds.Files.Each.Where(file => SeedPaths.IsDeclaration(file.SeedPath)),
            (file, cancellation) => file.Read(cancellation),
            (file, failure) => SeedReader.Failed(file.SeedPath, file.FilePath, failure)
        );
        steps.ReportKept(declaring, document => document.Diagnostics);
        var declarations = StepRegistry.Gather(declaring);
        // Its messages are not reported, as the complete schema has the same ones.
        var schema = steps.Once(
            Steps.Declared,
            declarations.All,
            seeds.Overview,
            (documents, overview, cancellation) =>
                new Result<PackageSchema>(SchemaReader.Read(documents, overview, references: null, cancellation).Value),
            (_, _) => PackageSchema.Unread
        );
        return new Declared(seeds.Overview, declarations, schema);
    }

    /// <summary>Infers the schemas of the data that no schema describes.</summary>
    public static IncrementalValueProvider<InferredKinds> Infer(StepRegistry steps, DataSeeds seeds, Declared declared)
    {
        var shapes = steps.Few(
            Steps.Shapes,
            seeds.Documents,
            declared.Schema,
            (document, schema, _) =>
                schema.IsUnread || document.Piece is not null
                    ? ImmutableArray<Result<SeedShape?>>.Empty
                    : InferredSchemas
                        .ShapesOf(document, schema)
                        .Select(shape => new Result<SeedShape?>(shape))
                        .ToImmutableArray(),
            _ => null
        );
        var cut = Join(steps, seeds, declared);
        var torn = ShapesOfTorn(steps, seeds, cut, declared);
        return steps.Once(
            Steps.Infer,
            StepRegistry.Gather(shapes).All,
            cut,
            StepRegistry.Gather(torn).All,
            declared.Schema,
            (whole, cut, torn, schema, cancellation) =>
            {
                SeedShape?[] all = [.. whole, .. cut.Files, .. torn.Select(each => each.Shape)];
                var inferred = InferredSchemas.Of(all, schema, cancellation);
                return new Result<InferredKinds>(
                    new InferredKinds(
                        inferred.Value.Select(each => each.ToDocument(cancellation)).ToEquatableArray(),
                        IsComplete: !schema.IsUnread && cut.IsComplete && !all.Contains(null)
                    ),
                    inferred.Diagnostics
                );
            },
            (_, _, _, _) => new InferredKinds(default, IsComplete: false)
        );
    }

    /// <summary>The shapes of the files that were cut. They know no places, so few edits change them.</summary>
    private static IncrementalValueProvider<JoinedShapes> Join(StepRegistry steps, DataSeeds seeds, Declared declared)
    {
        var pieces = steps.Few(
            Steps.PieceShapes,
            seeds.Pieces,
            declared.Schema,
            (document, schema, _) =>
                PieceShape.Of(document, schema) is { } shape
                    ? ImmutableArray.Create(new Result<PieceShape?>(shape))
                    : ImmutableArray<Result<PieceShape?>>.Empty,
            _ => null
        );
        return steps.Once(
            Steps.JoinedShapes,
            StepRegistry.Gather(pieces).All,
            seeds.Origins,
            (pieces, origins, _) => new Result<JoinedShapes>(JoinedShapes.Of(pieces, origins)),
            (_, _) => JoinedShapes.None
        );
    }

    /// <summary>The shapes of the files that only as a whole have one.</summary>
    private static IncrementalValuesProvider<TornShape> ShapesOfTorn(
        StepRegistry steps,
        DataSeeds seeds,
        IncrementalValueProvider<JoinedShapes> cut,
        Declared declared
    )
    {
        var torn = StepRegistry.Many(
            Steps.TornShapes,
            seeds.Cut,
            cut,
            declared.Schema,
            (file, cut, schema, cancellation) =>
                cut.Torn.Contains(file.File.FilePath)
                    ? InferredSchemas
                        .ShapesOf(file.File.Read(cancellation), schema)
                        .Select(shape => new TornShape(shape, default))
                        .ToImmutableArray()
                    : ImmutableArray<TornShape>.Empty,
            (_, _, failure) => ImmutableArray.Create(new TornShape(null, new([failure])))
        );
        steps.ReportKept(torn, each => each.Diagnostics);
        return torn;
    }

    /// <param name="Shape">Null if it failed.</param>
    private sealed record TornShape(SeedShape? Shape, EquatableArray<SeedDiagnostic> Diagnostics);

    /// <summary>The schema with the kinds that were inferred.</summary>
    public static IncrementalValueProvider<PackageSchema> Complete(
        StepRegistry steps,
        IncrementalGeneratorInitializationContext context,
        Declared declared,
        IncrementalValueProvider<InferredKinds> inferred
    ) =>
        steps.Once(
            Steps.Schema,
            declared.Documents,
            declared.Overview,
            inferred,
            References(steps, context, declared),
            (documents, overview, inferred, references, cancellation) =>
            {
                var read = SchemaReader.Read(
                    documents.Concat(inferred.Schemas),
                    overview,
                    references.SelectMany(kinds => kinds.All).ToEquatableArray(),
                    cancellation
                );
                return inferred.IsComplete ? read : new(read.Value.AsIncomplete(), read.Diagnostics);
            },
            (_, _, _, _) => PackageSchema.Unread
        );

    /// <summary>The kinds of the data packages that the project references, if a schema refers to another
    /// package.</summary>
    private static IncrementalValueProvider<Batch<Items<ExternalKind>>> References(
        StepRegistry steps,
        IncrementalGeneratorInitializationContext context,
        Declared declared
    )
    {
        var needs = steps.Once(
            Steps.NeedsReferences,
            declared.Documents,
            (documents, _) => new Result<ReferenceNeed>(new ReferenceNeed(ExternalRanges.AreNamedIn(documents))),
            _ => new(false)
        );
        var kinds = steps.EachReported(
            Steps.References,
            context.MetadataReferencesProvider,
            needs,
            (reference, need, cancellation) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return need.IsNeeded ? ReferencedPackage.KindsOf(reference) : new(Items<ExternalKind>.None);
            },
            _ => Items<ExternalKind>.None
        );
        return StepRegistry.Gather(kinds).All;
    }

    private sealed record ReferenceNeed(bool IsNeeded);
}
