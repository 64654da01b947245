using System.Collections.Immutable;
using DataPackage.Generator.Diagnostics;
using DataPackage.Generator.Emission;
using DataPackage.Generator.Model;
using DataPackage.Generator.Schema;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator;

/// <summary>Seeds in, typed C# out. How the data flow: read each file, read the schema or infer it, bind each file to it, verify what it quotes, link it to the others, emit.</summary>
/// <remarks>Diagnostics leave on forks of their own, so that a moved line reports anew but generates nothing anew. For each step that a seed goes through, an edit
/// makes the compiler walk a table of all seeds: steps that can be merged are.</remarks>
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
        // Two values for all seeds: whatever is edited, names are the same objects, and are not folded again.
        context.Report(allSeeds.Select((files, _) => files.Select(file => file.SeedPath).ToEquatableArray())
            .Select(Stages.CheckNames));
        var documents = seeds.Select(Stages.Read).WithTrackingName(Steps.Read);

        var hasArticles = allSeeds.Select((files, _) => files.Any(file => SeedPaths.IsInArticles(file.SeedPath)));
        var declaring = documents.Where(document => SeedPaths.IsDeclaration(document.SeedPath));
        context.Report(declaring, document => document.Diagnostics);
        var declarations = declaring.Collect();
        // What no schema declares is inferred, and read as if somebody had written it down.
        var declared = declarations.Combine(hasArticles).Select(Stages.ReadDeclared).WithTrackingName(Steps.Declared);
        var shapes = context.Fork(documents.Combine(declared).SelectMany(Stages.FindShape), Steps.Shapes);
        var inferred = context.Fork(shapes.Collect().Combine(declared).Select(Stages.Infer), Steps.Infer);
        var needsReferences = declarations.Select((documents, _) => ReferencedPackage.IsNamedIn(documents));
        var references = context.Fork(context.MetadataReferencesProvider.Combine(needsReferences).Select(Stages.ReadReference), Steps.References);
        var schema = context.Fork(declarations.Combine(hasArticles).Combine(inferred).Combine(references.Collect()).Select(Stages.CompleteSchema), Steps.Schema);

        var share = allSeeds.Select((files, _) => SeedShare.Of(files.Length));
        var bound = documents.Combine(schema.Combine(share)).SelectMany(Stages.Bind).WithTrackingName(Steps.Bind);

        // A seed's quotes depend on the articles that it cites, its links on what all seeds declare, and neither on any other value.
        var withArticles = bound.Where(seed => seed.HasArticle);
        var articles = context.Fork(withArticles.SelectMany(ArticlePart.Of).Collect().Combine(schema).Select(Stages.Shelve), Steps.Articles);
        var verified = bound.Combine(articles).Select(CitingSeed.Of).Select(Stages.Verify).WithTrackingName(Steps.Verify);
        context.Report(verified, seed => seed.AllDiagnostics);
        var allBound = bound.Collect();
        context.Report(allBound.Combine(articles).Select(Stages.FindStaleArticles));

        var protectedArticles = articles.Select((shelf, _) => shelf.Protected).WithTrackingName(Steps.Protected);
        var rights = documents.Combine(protectedArticles.Combine(schema).Select(Rights.Of))
            .SelectMany(Stages.CheckRights);
        context.Report(rights);

        var index = context.Fork(bound.Select(SeedDeclarations.Of).Collect().Combine(schema).Select(Stages.Index), Steps.Index);
        var all = allBound.Combine(index);
        context.Report(all.Select(Stages.FindConflicts));
        context.Report(all.Combine(declarations).Select(Stages.CheckAssertions));
        var linked = context.Fork(verified.Combine(index).Select(Stages.Link), Steps.Link);
        var allLinked = linked.Collect();

        // The names of all seeds count here, but only where an article says whom it names.
        var mentions = withArticles.SelectMany(DeclaringArticle.Of).Collect().Combine(articles);
        context.Report(mentions.Combine(allLinked.Combine(index)).Select(Stages.VerifyMentions));

        var prerequisites = context.ParseOptionsProvider.Combine(context.MetadataReferencesProvider.Collect()).Select(Prerequisites.Of);
        var hasNoSeeds = allSeeds.Select((files, _) => files.IsEmpty);
        context.RegisterSourceOutput(hasNoSeeds.Combine(prerequisites), Prerequisites.Report);
        var measured = allBound.Combine(declarations).Select(Stages.Measure);
        context.Report(measured.Select((found, _) => found.Diagnostics));
        var isWithinLimits = measured.Select((found, _) => found.Value);
        var target = context.AnalyzerConfigOptionsProvider.Combine(schema)
            .Combine(prerequisites.Combine(isWithinLimits))
            .Select(EmissionTarget.Choose).WithTrackingName(Steps.Target);

        var types = schema.Combine(target).SelectMany(Stages.LayOutTypes).WithTrackingName(Steps.Types);
        context.RegisterSourceOutput(types, Stages.Write);
        var (files, groups, package) = Pack(context, schema.Combine(target), index, linked, allLinked);

        var description = declarations.Combine(schema).Select(Stages.Describe);
        var fingerprints = linked.Combine(schema).Select(Stages.Fingerprint).WithTrackingName(Steps.Fingerprints).Collect();
        context.Report(fingerprints.Select((seeds, _) => seeds.SelectMany(seed => seed.Diagnostics).ToEquatableArray()));
        var info = fingerprints.Combine(index).Combine(description.Combine(target)).SelectMany(Stages.LayOutInfo)
            .WithTrackingName(Steps.Info);
        context.RegisterSourceOutput(info, Stages.Write);

        var ids = index.Combine(target).SelectMany(Stages.LayOutIds).WithTrackingName(Steps.Ids);
        context.RegisterSourceOutput(ids, Stages.Write);

        // Where entities are written is the one thing in generated code that a moved line changes.
        var options = context.AnalyzerConfigOptionsProvider.Select(PlaceOptions.Of);
        var places = context.Fork(bound.Select(PlacedSeed.Of).Collect().Combine(index).Select(Stages.Locate), Steps.Places);
        var placeFiles = places.Combine(options.Combine(target)).SelectMany(Stages.LayOutPlaces)
            .WithTrackingName(Steps.PlaceFiles);
        context.RegisterSourceOutput(placeFiles, Stages.Write);
        var lines = places.Combine(options).Select((input, _) => input.Right.HasLines ? input.Left : default);
        context.RegisterSourceOutput(files.Combine(lines).Select((input, _) => input.Left.At(input.Right)).WithTrackingName(Steps.Data), Stages.Write);
        Search(context, rights.Collect().Combine(protectedArticles), package.Combine(protectedArticles.Combine(schema)),
            types, files, groups, info, ids, placeFiles);
    }

    /// <summary>Looks in what is generated for what no seed should have brought there. Where no article is protected,
    /// there is nothing to look for.</summary>
    private static void Search(
        IncrementalGeneratorInitializationContext context,
            IncrementalValueProvider<(ImmutableArray<EquatableArray<SeedDiagnostic>> Reported,
            ProtectedArticles Protected)> rights,
        IncrementalValueProvider<(LinkedPackage Package,
            (ProtectedArticles Protected, PackageSchema Schema) Rights)> package,
            params IncrementalValuesProvider<GeneratedFile>[] files)
    {
        var articles = rights.Select((all, _) => all.Protected);
        var inEntities = context.Fork(package.SelectMany(Stages.SplitBlocks)
            .Select(Stages.SearchEntities), Steps.SearchedEntities).Collect();
        var inFiles = files.Select(each =>
            context.Fork(each.Combine(articles).SelectMany(Stages.SearchFile), Steps.SearchedFiles).Collect())
            .Aggregate((left, right) => left.Combine(right).Select((both, _) => both.Left.AddRange(both.Right)));
        context.Report(inEntities.Combine(inFiles).Combine(rights).Select(Stages.ReportLeaks));
    }

    /// <summary>Linked seeds to files of generated data: what an edited value leaves as it was is neither packed nor laid out anew.</summary>
    private static (IncrementalValuesProvider<GeneratedFile> Files, IncrementalValuesProvider<GeneratedFile> Groups,
        IncrementalValueProvider<LinkedPackage> Package) Pack(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<(PackageSchema Schema, EmissionTarget Target)> schema,
        IncrementalValueProvider<PackageIndex> index, IncrementalValuesProvider<LinkedSeed> linked, IncrementalValueProvider<ImmutableArray<LinkedSeed>> allLinked)
    {
        var traits = linked.Select(SeedTraits.Of).Collect();
        var languages = traits.Select(Stages.MergeLanguages);
        var packing = schema.Combine(languages).Select(PackingContext.Of).WithTrackingName(Steps.Packing);

        var package = context.Fork(allLinked.Combine(index).Select(Stages.Assemble), Steps.Package);
        var groups = context.Fork(package.Combine(schema).Select(Stages.LayOutGroups), Steps.Groups)
            .SelectMany((all, _) => all);
        context.RegisterSourceOutput(groups, Stages.Write);
        var packed = package.Combine(packing).SelectMany(Stages.SplitPackage).Select(Stages.Pack).WithTrackingName(Steps.Pack);
        var parts = context.Fork(packed.Select((entity, _) => entity.Keys).Collect().Combine(index).Select(Stages.SplitIndexes), Steps.IndexParts);
        var written = parts.SelectMany((all, _) => all).Select(Stages.WriteIndexes).WithTrackingName(Steps.WrittenIndexParts);
        var indexes = context.Fork(written.Collect().Combine(index).Select(Stages.GatherIndexes), Steps.Indexes);

        var reverses = context.Fork(traits.Combine(index).Select(Stages.Reverse), Steps.Reverses);
        var reverseRows = context.Fork(reverses.Combine(packing).Select(Stages.PackReverses), Steps.ReverseRows);

        var files = context.Fork(packed.Collect().Combine(indexes.Combine(reverseRows)).Combine(packing).Select(Stages.LayOutData), Steps.Layout);
        return (files.SelectMany((all, _) => all), groups, package);
    }
}
