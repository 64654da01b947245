using DataPackage.Generator.Emission;
using DataPackage.Generator.Syntax;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator;

/// <summary>Seeds in, typed C# out. How the data flow: read each file, read the schema, bind each file to it, link all, emit.</summary>
/// <remarks>Diagnostics leave at each stage on a fork of their own, so that a moved line reports anew but generates nothing anew.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class DataPackageGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var seeds = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(SeedFile.FromTaggedFile).WithTrackingName(Steps.Seeds);

        var documents = seeds.Select(Stages.Read).WithTrackingName(Steps.Read);
        context.Report(documents.Select((document, _) => document.Diagnostics));

        var hasArticles = seeds.Collect().Select((files, _) => files.Any(file => SeedPaths.IsInArticles(file.SeedPath)));
        var readSchema = documents.Where(document => SeedPaths.IsDeclaration(document.SeedPath)).Collect().Combine(hasArticles).Select(Stages.ReadSchema);
        var schema = readSchema.Select((read, _) => read.Schema).WithTrackingName(Steps.Schema);
        context.Report(readSchema.Select((read, _) => read.Diagnostics));

        var bound = documents.Where(document => !SeedPaths.IsDeclaration(document.SeedPath)).Combine(schema)
            .Select(Stages.Bind).WithTrackingName(Steps.Bind);
        context.Report(bound.Select((seed, _) => seed.Diagnostics));

        var linked = bound.Collect().Combine(schema).Select(Stages.Link);
        var package = linked.Select((link, _) => link.Package).WithTrackingName(Steps.Link);
        context.Report(linked.Select((link, _) => link.Diagnostics));

        var prerequisites = context.ParseOptionsProvider.Combine(context.MetadataReferencesProvider.Collect()).Select(Prerequisites.Of);
        var hasNoSeeds = seeds.Collect().Select((files, _) => files.IsEmpty);
        context.RegisterSourceOutput(hasNoSeeds.Combine(prerequisites), Prerequisites.Report);

        var target = context.AnalyzerConfigOptionsProvider.Combine(schema).Combine(prerequisites)
            .Select(EmissionTarget.Choose).WithTrackingName(Steps.Target);
        var types = schema.Combine(target).SelectMany(Stages.LayOutTypes).WithTrackingName(Steps.Types);
        context.RegisterSourceOutput(types, Stages.Write);

        var packing = schema.Combine(target).Combine(package.Select(Stages.CollectLanguages)).Select(PackingContext.Of).WithTrackingName(Steps.Packing);
        var packed = package.SelectMany(Stages.SplitPackage).Combine(packing).Select(Stages.Pack).WithTrackingName(Steps.Pack);
        var data = packed.Collect().Combine(package).Combine(packing).SelectMany(Stages.LayOutData).WithTrackingName(Steps.Data);
        context.RegisterSourceOutput(data, Stages.Write);
    }
}
