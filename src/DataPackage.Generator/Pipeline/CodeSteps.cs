using DataPackage.Engine.Binding;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.History;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The places where entities are written.</summary>
/// <param name="Files">The generated files of places.</param>
internal sealed record PlacedEntities(
    IncrementalValueProvider<Items<KindPlaces>> Places,
    IncrementalValuesProvider<GeneratedFile> Files
);

/// <summary>The steps that give the files of generated code to the compiler.</summary>
internal static class CodeSteps
{
    public static IncrementalValuesProvider<GeneratedFile> WriteTypes(
        StepRegistry steps,
        IncrementalValueProvider<PackageSchema> schema,
        IncrementalValueProvider<CodeTarget> target
    ) =>
        Write(
            steps,
            steps.Once(
                Steps.Types,
                schema,
                target,
                (schema, target, _) => Files(PackageFiles.OfTypes(schema, target)),
                (_, _) => Items<GeneratedFile>.None
            )
        );

    public static IncrementalValuesProvider<GeneratedFile> WriteGroups(
        StepRegistry steps,
        PackedPackage packed,
        IncrementalValueProvider<PackageSchema> schema,
        IncrementalValueProvider<CodeTarget> target
    ) =>
        Write(
            steps,
            steps.Once(
                Steps.Groups,
                packed.Package,
                schema,
                target,
                (package, schema, target, _) => Files(PackageFiles.OfGroups(package, schema, target)),
                (_, _, _) => Items<GeneratedFile>.None
            )
        );

    public static IncrementalValuesProvider<GeneratedFile> WriteRetired(
        StepRegistry steps,
        IncrementalValueProvider<ReleaseFiles> releases,
        IncrementalValueProvider<PackageIndex> index,
        IncrementalValueProvider<PackageSchema> schema,
        IncrementalValueProvider<CodeTarget> target
    )
    {
        var retired = steps.Once(
            Steps.Retired,
            releases,
            index,
            (releases, index, _) =>
                new Result<Items<Retirement>>(new Items<Retirement>(Retirement.Of(releases, index))),
            (_, _) => Items<Retirement>.None
        );
        return Write(
            steps,
            steps.Once(
                Steps.RetiredFiles,
                retired,
                schema,
                target,
                (retired, schema, target, _) => Files(PackageFiles.OfRetired(retired.All, schema, target)),
                (_, _, _) => Items<GeneratedFile>.None
            )
        );
    }

    public static IncrementalValuesProvider<GeneratedFile> WriteInfo(
        StepRegistry steps,
        Gathered<LinkedSeed> linked,
        Declared declared,
        IncrementalValueProvider<PackageIndex> index,
        IncrementalValueProvider<PackageSchema> schema,
        IncrementalValueProvider<CodeTarget> target
    )
    {
        var description = steps.Once(
            Steps.Description,
            declared.Documents,
            schema,
            (documents, schema, _) => new Result<PackageDescription>(PackageDescription.Of(documents, schema.Facts)),
            (_, schema) => PackageDescription.Of([], schema.Facts)
        );
        var fingerprints = steps.GatherParts(
            Steps.Fingerprints,
            linked.Each,
            schema,
            (seed, schema, cancellation) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return new Items<EntityFingerprint>(ContentFingerprint.Of(seed, schema));
            },
            _ => Items<EntityFingerprint>.None
        );
        return Write(
            steps,
            steps.Once(
                Steps.Info,
                fingerprints,
                index,
                description,
                target,
                (seeds, index, description, target, _) =>
                    Files(PackageFiles.OfInfo(index, description, seeds.All.SelectMany(seed => seed.All), target)),
                (_, _, _, _) => Items<GeneratedFile>.None
            )
        );
    }

    public static IncrementalValuesProvider<GeneratedFile> WriteIds(
        StepRegistry steps,
        PackedPackage packed,
        IncrementalValueProvider<PackageIndex> index
    ) =>
        Write(
            steps,
            steps.Once(
                Steps.Ids,
                index,
                packed.Context,
                (index, context, _) => Files(PackageFiles.OfIds(index, context)),
                (_, _) => Items<GeneratedFile>.None
            )
        );

    /// <summary>The places of entities are the only generated code that a moved line changes.</summary>
    public static PlacedEntities WritePlaces(
        StepRegistry steps,
        Build build,
        Gathered<BoundSeed> bound,
        IncrementalValueProvider<PieceOrigins> origins,
        IncrementalValueProvider<PackageIndex> index,
        IncrementalValueProvider<CodeTarget> target
    )
    {
        var seeds = steps.GatherParts(
            Steps.PlacedSeeds,
            bound.Each,
            (seed, _) => PlacedSeed.Of(seed),
            PlacedSeed.Nowhere
        );
        var places = steps.Once(
            Steps.Places,
            seeds,
            index,
            origins,
            (seeds, index, origins, cancellation) =>
                new Result<Items<KindPlaces>>(new(KindPlaces.Of(seeds.All, index, origins, cancellation))),
            (_, _, _) => Items<KindPlaces>.None
        );
        var files = Write(
            steps,
            steps.Once(
                Steps.PlaceFiles,
                places,
                build.Options,
                target,
                (places, options, target, _) => Files(PackageFiles.OfPlaces(places.All, options.Places, target)),
                (_, _, _) => Items<GeneratedFile>.None
            )
        );
        return new PlacedEntities(places, files);
    }

    /// <summary>The bytes and accessors of entities, with the lines of seeds if the PDB names them.</summary>
    public static void WriteEntities(StepRegistry steps, Build build, PackedPackage packed, PlacedEntities placed)
    {
        var lines = steps.Once(
            Steps.Lines,
            placed.Places,
            build.Options,
            (places, options, _) =>
                new Result<Items<KindPlaces>>(options.Places.HasLines ? places : Items<KindPlaces>.None),
            (_, _) => Items<KindPlaces>.None
        );
        steps.Write(
            steps.EachReported(
                Steps.Data,
                packed.Files,
                lines,
                (file, lines, _) => new Result<GeneratedFile>(file.At(lines.All)),
                file => file
            )
        );
    }

    private static IncrementalValuesProvider<GeneratedFile> Write(
        StepRegistry steps,
        IncrementalValueProvider<Items<GeneratedFile>> files
    )
    {
        var each = StepRegistry.Split(files);
        steps.Write(each);
        return each;
    }

    private static Result<Items<GeneratedFile>> Files(IEnumerable<GeneratedFile> files) =>
        new(Items<GeneratedFile>.Of(files));
}
