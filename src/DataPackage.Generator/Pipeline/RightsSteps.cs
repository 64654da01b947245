using System.Collections.Immutable;
using DataPackage.Engine.Articles;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The protected articles, and the messages about seeds that repeat them.</summary>
internal sealed record CheckedRights(
    IncrementalValueProvider<ProtectedArticles> Protected,
    IncrementalValueProvider<Batch<Items<SeedDiagnostic>>> Reported
);

/// <summary>The steps that find repetitions of articles that may not be redistributed.</summary>
internal static class RightsSteps
{
    public static CheckedRights CheckSeeds(
        StepRegistry steps,
        DataSeeds seeds,
        Declared declared,
        ShelvedArticles articles,
        IncrementalValueProvider<PackageSchema> schema
    )
    {
        var kept = steps.Once(
            Steps.Protected,
            articles.Shelf,
            (shelf, _) => new Result<ProtectedArticles>(shelf.Protected),
            _ => ProtectedArticles.None
        );
        var rights = steps.Once(
            Steps.Rights,
            kept,
            schema,
            (articles, schema, _) => new Result<Rights>(Rights.Of(articles, schema)),
            (_, _) => Rights.None
        );
        // The words of a file are read as one text, so a file that was cut is read again.
        return new CheckedRights(
            kept,
            StepRegistry.Gather(
                Check(declared.Each.Each, (document, _) => document),
                Check(seeds.Documents, (document, _) => document.Piece is null ? document : null),
                Check(seeds.Cut, (file, cancellation) => file.File.Read(cancellation))
            )
        );

        IncrementalValuesProvider<Items<SeedDiagnostic>> Check<T>(
            IncrementalValuesProvider<T> each,
            Func<T, CancellationToken, SeedDocument?> read
        ) =>
            steps.Few(
                Steps.RepeatedTexts,
                each,
                rights,
                (item, rights, cancellation) =>
                {
                    if (rights.Protected.IsEmpty || read(item, cancellation) is not { } document)
                        return ImmutableArray<Result<Items<SeedDiagnostic>>>.Empty;
                    var messages = RightsChecker.Check(document, rights, cancellation);
                    return messages.Count == 0
                        ? ImmutableArray<Result<Items<SeedDiagnostic>>>.Empty
                        : ImmutableArray.Create(new Result<Items<SeedDiagnostic>>(new(messages), messages));
                },
                _ => Items<SeedDiagnostic>.None
            );
    }

    /// <summary>Searches generated code for stretches of protected articles. Does nothing if no article is
    /// protected.</summary>
    public static void CheckFiles(
        StepRegistry steps,
        CheckedRights rights,
        PackedPackage packed,
        IncrementalValueProvider<PackageSchema> schema,
        params IncrementalValuesProvider<GeneratedFile>[] files
    )
    {
        var blocks = StepRegistry.Split(
            steps.Once(
                Steps.Blocks,
                packed.Package,
                rights.Protected,
                schema,
                (package, articles, schema, _) =>
                    new Result<Items<EntityBlock>>(Items<EntityBlock>.Of(EntityBlock.Split(package, schema, articles))),
                (_, _, _) => Items<EntityBlock>.None
            )
        );
        var inEntities = steps.EachReported(
            Steps.SearchedEntities,
            blocks,
            rights.Protected,
            (block, articles, cancellation) => new Result<Items<Leak>>(new(block.Find(articles, cancellation))),
            _ => Items<Leak>.None
        );
        var leaks = new IncrementalValuesProvider<Items<Leak>>[files.Length + 2];
        leaks[0] = inEntities;
        leaks[1] = Search(steps, packed.Files, rights);
        for (var i = 0; i < files.Length; i++)
            leaks[i + 2] = Search(steps, files[i], rights);
        steps.Check(
            Steps.Leaks,
            StepRegistry.Gather(leaks),
            rights.Reported,
            rights.Protected,
            (leaks, reported, articles, cancellation) =>
                Leak.Report(
                    [.. leaks.SelectMany(each => each.All)],
                    articles,
                    reported.SelectMany(each => each.All),
                    cancellation
                )
        );
    }

    private static IncrementalValuesProvider<Items<Leak>> Search(
        StepRegistry steps,
        IncrementalValuesProvider<GeneratedFile> files,
        CheckedRights rights
    ) =>
        steps.Few(
            Steps.SearchedFiles,
            files,
            rights.Protected,
            (file, articles, cancellation) => Search(file, articles, cancellation),
            _ => Items<Leak>.None
        );

    private static ImmutableArray<Result<Items<Leak>>> Search(
        GeneratedFile file,
        ProtectedArticles articles,
        CancellationToken cancellation
    )
    {
        if (articles.IsEmpty)
            return ImmutableArray<Result<Items<Leak>>>.Empty;
        var leaks = GeneratedTexts.FindIn(file, articles, cancellation);
        return leaks.Count == 0
            ? ImmutableArray<Result<Items<Leak>>>.Empty
            : ImmutableArray.Create(new Result<Items<Leak>>(new(leaks)));
    }
}
