using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The entities of the package, linked and packed.</summary>
/// <param name="Files">The generated files of entities.</param>
internal sealed record PackedPackage(
    IncrementalValueProvider<LinkedPackage> Package,
    IncrementalValueProvider<CodeContext> Context,
    IncrementalValuesProvider<GeneratedFile> Files
);

/// <summary>The steps that pack linked entities. Data that an edited value does not change are neither packed nor laid
/// out again.</summary>
internal static class TableSteps
{
    public static PackedPackage Pack(
        StepRegistry steps,
        Gathered<LinkedSeed> linked,
        IncrementalValueProvider<PackageIndex> index,
        IncrementalValueProvider<PackageSchema> schema,
        IncrementalValueProvider<CodeTarget> target
    )
    {
        var traits = steps.GatherParts(
            Steps.Traits,
            linked.Each,
            (seed, _) => SeedTraits.Of(seed),
            _ => SeedTraits.None
        );
        var context = Context(steps, traits, schema, target);
        var package = steps.Once(
            Steps.Package,
            linked.All,
            index,
            (seeds, index, cancellation) => new Result<LinkedPackage>(LinkedPackage.Of(seeds, index, cancellation)),
            (_, _) => LinkedPackage.Empty
        );
        var entities = StepRegistry.Gather(PackEach(steps, package, context));
        var indexes = Indexes(steps, entities, index);
        var reverses = Reverses(steps, traits, index, context);
        var files = Layout(steps, entities, indexes, reverses, context);
        return new PackedPackage(package, context, StepRegistry.Split(files));
    }

    private static IncrementalValueProvider<CodeContext> Context(
        StepRegistry steps,
        IncrementalValueProvider<Items<SeedTraits>> traits,
        IncrementalValueProvider<PackageSchema> schema,
        IncrementalValueProvider<CodeTarget> target
    )
    {
        var languages = steps.Once<Items<SeedTraits>, Items<string>?>(
            Steps.Languages,
            traits,
            (seeds, _) => new(new Items<string>(SeedTraits.MergeLanguages(seeds.All))),
            _ => null
        );
        return steps.Once(
            Steps.Packing,
            schema,
            languages,
            target,
            (schema, languages, target, _) =>
                new Result<CodeContext>(
                    languages is null
                        ? CodeContext.OfNothing(schema, target)
                        : CodeContext.Of(schema, languages.All, target)
                ),
            (schema, _, target) => CodeContext.OfNothing(schema, target)
        );
    }

    private static IncrementalValueProvider<Items<GeneratedFile>> Layout(
        StepRegistry steps,
        Gathered<Result<EntityCode>> entities,
        IncrementalValueProvider<Items<KindIndexes>> indexes,
        IncrementalValueProvider<Items<EquatableArray<PackedBytes>>> reverses,
        IncrementalValueProvider<CodeContext> context
    ) =>
        steps.Once(
            Steps.Layout,
            entities.All,
            indexes,
            reverses,
            context,
            (entities, indexes, reverses, context, cancellation) =>
                new Result<Items<GeneratedFile>>(
                    Items<GeneratedFile>.Of(
                        !context.Target.CanCompile
                            ? []
                            : PackageFiles.OfEntities(
                                entities.Select(entity => entity.Value),
                                indexes.All,
                                reverses.All,
                                context,
                                cancellation
                            )
                    ),
                    entities.SelectMany(entity => entity.Diagnostics).ToEquatableArray()
                ),
            (_, _, _, _) => Items<GeneratedFile>.None
        );

    private static IncrementalValuesProvider<Result<EntityCode>> PackEach(
        StepRegistry steps,
        IncrementalValueProvider<LinkedPackage> package,
        IncrementalValueProvider<CodeContext> context
    )
    {
        var entities = StepRegistry.Split(
            steps.Once(
                Steps.Entities,
                package,
                context,
                (package, context, _) =>
                    new Result<Items<EntityToPack>>(
                        Items<EntityToPack>.Of(
                            !context.Target.CanCompile
                                ? []
                                : package.Kinds.SelectMany(kind =>
                                    kind.Entities.Select(entity => new EntityToPack(kind.Name, entity, context))
                                )
                        )
                    ),
                (_, _) => Items<EntityToPack>.None
            )
        );
        return StepRegistry.Each(
            Steps.Pack,
            entities,
            (each, cancellation) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return new Result<EntityCode>(EntityCode.Of(each.Kind, each.Entity, each.Context));
            },
            (each, failure) => new Result<EntityCode>(EntityCode.Empty(each.Kind, each.Entity), new([failure]))
        );
    }

    private static IncrementalValueProvider<Items<KindIndexes>> Indexes(
        StepRegistry steps,
        Gathered<Result<EntityCode>> entities,
        IncrementalValueProvider<PackageIndex> index
    )
    {
        var keys = steps.GatherParts(
            Steps.Keys,
            entities.Each,
            (entity, _) => entity.Value.Packed.Keys,
            entity => entity.Value.Packed.Keys
        );
        var parts = StepRegistry.Split(
            steps.Once(
                Steps.IndexParts,
                keys,
                index,
                (keys, index, cancellation) =>
                    new Result<Items<IndexPart>>(new(IndexPart.Split(keys.All, index, cancellation))),
                (_, _) => Items<IndexPart>.None
            )
        );
        var written = StepRegistry.Gather(
            StepRegistry.Each(
                Steps.WrittenIndexParts,
                parts,
                (part, cancellation) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    return new Result<WrittenIndexPart>(WrittenIndexPart.Of(part));
                },
                (part, failure) => new Result<WrittenIndexPart>(WrittenIndexPart.Empty(part), new([failure]))
            )
        );
        return steps.Once(
            Steps.Indexes,
            written.All,
            index,
            (parts, index, _) =>
                new Result<Items<KindIndexes>>(
                    new(KindIndexes.Of(parts.SelectMany(part => part.Value.Chunks), index)),
                    // All parts fail for the same reason.
                    parts.SelectMany(part => part.Diagnostics).Take(1).ToEquatableArray()
                ),
            (_, index) => new(KindIndexes.Of([], index))
        );
    }

    private static IncrementalValueProvider<Items<EquatableArray<PackedBytes>>> Reverses(
        StepRegistry steps,
        IncrementalValueProvider<Items<SeedTraits>> traits,
        IncrementalValueProvider<PackageIndex> index,
        IncrementalValueProvider<CodeContext> context
    )
    {
        var reverses = steps.Once(
            Steps.Reverses,
            traits,
            index,
            (seeds, index, cancellation) =>
                new Result<Items<KindReverses>>(
                    new(KindReverses.Of(seeds.All.Select(seed => seed.References), index, cancellation))
                ),
            (_, index) => new(KindReverses.Of([], index, default))
        );
        return steps.Once(
            Steps.ReverseRows,
            reverses,
            context,
            (reverses, context, cancellation) =>
                new Result<Items<EquatableArray<PackedBytes>>>(
                    Items<EquatableArray<PackedBytes>>.Of(
                        reverses.All.Select(each =>
                            context.Target.HasBytes
                                ? EntityPacker.PackReverses(each, context.Packing, cancellation)
                                : default
                        )
                    )
                ),
            (reverses, _) =>
                Items<EquatableArray<PackedBytes>>.Of(reverses.All.Select(_ => EquatableArray<PackedBytes>.Empty))
        );
    }

    private sealed record EntityToPack(string Kind, LinkedEntity Entity, CodeContext Context);
}
