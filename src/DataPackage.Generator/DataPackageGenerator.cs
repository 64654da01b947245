using System.Collections.Immutable;
using DataPackage.Generator.Emission;
using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator;

/// <summary>Seeds in, typed C# out. How the data flow: read each file, read the schema or infer it, bind each file to it, verify what it quotes, link it to the others, emit.</summary>
/// <remarks>Diagnostics leave at each stage on a fork of their own, so that a moved line reports anew but generates nothing anew.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class DataPackageGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var folder = context.AnalyzerConfigOptionsProvider.Select(SeedsFolder.Of);
        var seeds = context.AdditionalTextsProvider.Combine(folder).SelectMany(SeedFile.In).WithTrackingName(Steps.Seeds);

        // What is gathered once costs an edit one walk over all seeds: each Collect is a step of its own, though it gathers the same.
        var allSeeds = seeds.Collect();
        context.Report(allSeeds.Select(Stages.Count));
        var documents = seeds.Select(Stages.Read).WithTrackingName(Steps.Read);
        context.Report(documents, document => document.Diagnostics);

        var hasArticles = allSeeds.Select((files, _) => files.Any(file => SeedPaths.IsInArticles(file.SeedPath)));
        var declarations = documents.Where(document => SeedPaths.IsDeclaration(document.SeedPath)).Collect();
        // What no schema declares is inferred, and read as if somebody had written it down.
        var declared = declarations.Combine(hasArticles).Select(Stages.ReadDeclared).WithTrackingName(Steps.Declared);
        var shapes = context.Fork(documents.Combine(declared).Select(Stages.FindShape), Steps.Shapes);
        var inferred = context.Fork(shapes.Collect().Combine(declared).Select(Stages.Infer), Steps.Infer);
        var needsReferences = declarations.Select((documents, _) => ReferencedPackage.IsNamedIn(documents));
        var references = context.Fork(context.MetadataReferencesProvider.Combine(needsReferences).Select(Stages.ReadReference), Steps.References);
        var schema = context.Fork(declarations.Combine(hasArticles).Combine(inferred).Combine(references.Collect()).Select(Stages.CompleteSchema), Steps.Schema);

        var bound = documents.Where(document => !SeedPaths.IsDeclaration(document.SeedPath)).Combine(schema)
            .Select(Stages.Bind).WithTrackingName(Steps.Bind);
        context.Report(bound, seed => seed.Diagnostics);

        // A seed's quotes depend on the articles that it cites, its links on what all seeds declare, and neither on any other value.
        var articles = context.Fork(bound.SelectMany(ArticlePart.Of).Collect().Combine(schema).Select(Stages.Shelve), Steps.Articles);
        var verified = bound.Combine(articles).Select(CitingSeed.Of).Select(Stages.Verify).WithTrackingName(Steps.Verify);
        context.Report(verified, seed => seed.Diagnostics);
        var allBound = bound.Collect();
        context.Report(allBound.Combine(articles).Select(Stages.FindStaleArticles));

        var protectedArticles = articles.Select((shelf, _) => shelf.Protected).WithTrackingName(Steps.Protected);
        context.Report(documents.Combine(protectedArticles).Select(Stages.CheckRights), diagnostics => diagnostics);

        var index = context.Fork(bound.Select(SeedDeclarations.Of).Collect().Combine(schema).Select(Stages.Index), Steps.Index);
        var all = allBound.Combine(index);
        context.Report(all.Select(Stages.FindConflicts));
        context.Report(all.Combine(declarations).Select(Stages.CheckAssertions));
        var linked = context.Fork(verified.Combine(index).Select(Stages.Link), Steps.Link);
        var allLinked = linked.Collect();

        // The names of all seeds count here, but only where an article says whom it names.
        var mentions = bound.SelectMany(DeclaringArticle.Of).Collect().Combine(articles);
        context.Report(mentions.Combine(allLinked.Combine(index)).Select(Stages.VerifyMentions));

        var prerequisites = context.ParseOptionsProvider.Combine(context.MetadataReferencesProvider.Collect()).Select(Prerequisites.Of);
        var hasNoSeeds = allSeeds.Select((files, _) => files.IsEmpty);
        context.RegisterSourceOutput(hasNoSeeds.Combine(prerequisites), Prerequisites.Report);
        var target = context.AnalyzerConfigOptionsProvider.Combine(schema).Combine(prerequisites)
            .Select(EmissionTarget.Choose).WithTrackingName(Steps.Target);

        var types = schema.Combine(target).SelectMany(Stages.LayOutTypes).WithTrackingName(Steps.Types);
        context.RegisterSourceOutput(types, Stages.Write);
        var files = Pack(context, schema.Combine(target), index, linked, allLinked);

        var description = declarations.Combine(schema).Select(Stages.Describe);
        var fingerprints = context.Fork(linked.Combine(schema).Select(Stages.Fingerprint), Steps.Fingerprints);
        context.RegisterSourceOutput(fingerprints.Collect().Combine(index).Combine(description.Combine(target)).SelectMany(Stages.LayOutInfo).WithTrackingName(Steps.Info), Stages.Write);

        context.RegisterSourceOutput(index.Combine(target).SelectMany(Stages.LayOutIds).WithTrackingName(Steps.Ids), Stages.Write);

        // Where entities are written is the one thing in generated code that a moved line changes.
        var options = context.AnalyzerConfigOptionsProvider.Select(PlaceOptions.Of);
        var places = context.Fork(bound.Select(PlacedSeed.Of).Collect().Combine(index).Select(Stages.Locate), Steps.Places);
        context.RegisterSourceOutput(places.Combine(options.Combine(target)).SelectMany(Stages.LayOutPlaces).WithTrackingName(Steps.PlaceFiles), Stages.Write);
        var lines = places.Combine(options).Select((input, _) => input.Right.HasLines ? input.Left : default);
        context.RegisterSourceOutput(files.Combine(lines).Select((input, _) => input.Left.At(input.Right)).WithTrackingName(Steps.Data), Stages.Write);
    }

    /// <summary>Linked seeds to files of generated data: what an edited value leaves as it was is neither packed nor laid out anew.</summary>
    private static IncrementalValuesProvider<GeneratedFile> Pack(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<(PackageSchema Schema, EmissionTarget Target)> schema,
        IncrementalValueProvider<PackageIndex> index, IncrementalValuesProvider<LinkedSeed> linked, IncrementalValueProvider<ImmutableArray<LinkedSeed>> allLinked)
    {
        var languages = linked.Select(Stages.FindLanguages).Collect().Select(Stages.MergeLanguages);
        var packing = schema.Combine(languages).Select(PackingContext.Of).WithTrackingName(Steps.Packing);

        var package = context.Fork(allLinked.Combine(index).Select(Stages.Assemble), Steps.Package);
        context.RegisterSourceOutput(context.Fork(package.Combine(schema).Select(Stages.LayOutGroups), Steps.Groups).SelectMany((groups, _) => groups), Stages.Write);
        var packed = package.SelectMany(Stages.SplitPackage).Combine(packing).Select(Stages.Pack).WithTrackingName(Steps.Pack);
        var parts = context.Fork(packed.Select((entity, _) => entity.Keys).Collect().Combine(index).Select(Stages.SplitIndexes), Steps.IndexParts);
        var written = parts.SelectMany((all, _) => all).Select(Stages.WriteIndexes).WithTrackingName(Steps.WrittenIndexParts);
        var indexes = context.Fork(written.Collect().Combine(index).Select(Stages.GatherIndexes), Steps.Indexes);

        var references = linked.Select((seed, _) => seed.References).Collect();
        var reverses = context.Fork(references.Combine(index).Select(Stages.Reverse), Steps.Reverses);
        var reverseRows = context.Fork(reverses.Combine(packing).Select(Stages.PackReverses), Steps.ReverseRows);

        var files = context.Fork(packed.Collect().Combine(indexes.Combine(reverseRows)).Combine(packing).Select(Stages.LayOutData), Steps.Layout);
        return files.SelectMany((all, _) => all);
    }
}
