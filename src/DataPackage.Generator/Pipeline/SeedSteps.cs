using System.Collections.Immutable;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The seeds of the project.</summary>
/// <param name="Share">The share of the build's limits that each seed may use.</param>
/// <param name="Documents">The tree of each file.</param>
internal sealed record Seeds(
    IncrementalValueProvider<SeedsOverview> Overview,
    IncrementalValueProvider<SeedShare> Share,
    IncrementalValuesProvider<SeedDocument> Documents
);

/// <summary>The steps that read files into trees.</summary>
internal static class SeedSteps
{
    public static Seeds Read(StepRegistry steps, IncrementalGeneratorInitializationContext context, Build build)
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
        var share = steps.Once(
            Steps.Shares,
            files.All,
            (all, _) => new Result<SeedShare>(SeedShare.Of(all.Count)),
            _ => SeedShare.Of(1)
        );
        // Two steps, so the names of unedited files stay the same objects, which are not compared again.
        var paths = steps.Once(
            Steps.SeedPaths,
            files.All,
            (all, _) => new Result<Items<string>>(Items<string>.Of(all.Select(file => file.SeedPath))),
            _ => Items<string>.None
        );
        steps.Check(Steps.Collisions, paths, (paths, cancellation) => SeedCollisions.Check(paths.All, cancellation));
        var documents = StepRegistry.Each(
            Steps.Read,
            files.Each,
            (file, cancellation) => file.Read(cancellation),
            (file, failure) => SeedReader.Failed(file.SeedPath, file.FilePath, failure)
        );
        return new Seeds(overview, share, documents);
    }
}
