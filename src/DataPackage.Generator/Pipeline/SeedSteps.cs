using System.Collections.Immutable;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The seeds of the project, not yet read.</summary>
internal sealed record Seeds(IncrementalValueProvider<SeedsOverview> Overview, Gathered<SeedFile> Files);

/// <summary>The seeds with data.</summary>
/// <param name="Documents">The tree of each file, or of each piece of a file that was cut.</param>
/// <param name="Pieces">Those of these trees that are pieces.</param>
/// <param name="Cut">The files that were cut.</param>
/// <param name="Origins">The places of the pieces in their files.</param>
/// <param name="Share">The share of the build's limits that each of these trees may use.</param>
internal sealed record DataSeeds(
    IncrementalValuesProvider<SeedDocument> Documents,
    IncrementalValuesProvider<SeedDocument> Pieces,
    IncrementalValuesProvider<CutFile> Cut,
    IncrementalValueProvider<PieceOrigins> Origins,
    IncrementalValueProvider<SeedShare> Share
);

/// <summary>The steps that read files into trees.</summary>
internal static class SeedSteps
{
    public static Seeds Find(StepRegistry steps, IncrementalGeneratorInitializationContext context, Build build)
    {
        var files = StepRegistry.Gather(
            StepRegistry.Many(
                Steps.Seeds,
                context.AdditionalTextsProvider,
                build.Folder,
                (text, folder, _) => SeedFile.In(text, folder),
                (text, _, failure) => ImmutableArray.Create(new SeedFile(text.Path, text, failure))
            )
        );
        var overview = steps.Once(
            Steps.Overview,
            files.All,
            (all, _) =>
                new Result<SeedsOverview>(
                    SeedsOverview.Of([.. all.Select(file => file.SeedPath)]),
                    SeedCount.Check(all)
                ),
            _ => SeedsOverview.Unknown
        );
        // Two steps, so the names of unedited files stay the same objects, which are not compared again.
        var paths = steps.Once(
            Steps.SeedPaths,
            files.All,
            (all, _) => new Result<Items<string>>(Items<string>.Of(all.Select(file => file.SeedPath))),
            _ => Items<string>.None
        );
        steps.Check(Steps.Collisions, paths, (paths, cancellation) => SeedCollisions.Check(paths.All, cancellation));
        return new Seeds(overview, files);
    }

    /// <summary>Reads the seeds with data. A large file of many entities is cut first, so that an edited entity does
    /// not have all others read again.</summary>
    public static DataSeeds Read(
        StepRegistry steps,
        Seeds seeds,
        IncrementalValueProvider<PackageSchema> declared,
        CutLengths lengths
    )
    {
        var files = StepRegistry.Many(
            Steps.Cut,
            seeds.Files.Each,
            declared,
            (file, schema, cancellation) =>
                SeedPaths.IsDeclaration(file.SeedPath)
                    ? ImmutableArray<CutFile>.Empty
                    : ImmutableArray.Create(file.Cut(schema, lengths, cancellation)),
            (file, _, failure) => ImmutableArray.Create(new CutFile(file with { Failure = failure }, null))
        );
        var cut = StepRegistry.Gather(files.Where(file => file.Cut is not null));
        var origins = steps.Once(
            Steps.Origins,
            cut.All,
            (files, _) =>
                new Result<PieceOrigins>(
                    PieceOrigins.Of(files.Select(file => (file.File.FilePath, file.Cut!.Origins)))
                ),
            _ => PieceOrigins.None
        );
        var share = steps.Once(
            Steps.Shares,
            seeds.Files.All,
            origins,
            (all, origins, _) => new Result<SeedShare>(SeedShare.Of(all.Count + origins.Pieces)),
            (_, _) => SeedShare.Of(1)
        );
        var documents = StepRegistry.Each(
            Steps.Read,
            StepRegistry.Split(files, file => file.Parts),
            (part, cancellation) => part.Read(cancellation),
            (part, failure) => SeedReader.Failed(part.SeedPath, part.FilePath, failure)
        );
        var pieces = documents.Where(document => document.Piece is not null);
        return new DataSeeds(documents, pieces, cut.Each, origins, share);
    }
}
