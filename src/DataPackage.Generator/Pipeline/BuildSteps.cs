using DataPackage.Engine.Binding;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Pipeline;

/// <summary>The facts of the build about the project.</summary>
internal sealed record Build(
    IncrementalValueProvider<SeedsFolder> Folder,
    IncrementalValueProvider<BuildOptions> Options,
    IncrementalValueProvider<Prerequisites> Prerequisites
);

/// <summary>The steps that read the properties of the project.</summary>
internal static class BuildSteps
{
    public static Build Read(StepRegistry steps, IncrementalGeneratorInitializationContext context)
    {
        var options = steps.Once(
            Steps.Options,
            context.AnalyzerConfigOptionsProvider,
            (options, _) => new Result<BuildOptions>(BuildOptions.Of(options)),
            _ => BuildOptions.None
        );
        var folder = steps.Once(
            Steps.Folder,
            options,
            (options, _) => new Result<SeedsFolder>(SeedsFolder.At(options.SeedsPath)),
            _ => SeedsFolder.At("")
        );
        var prerequisites = steps.Once(
            Steps.Prerequisites,
            context.ParseOptionsProvider,
            StepRegistry.Collect(context.MetadataReferencesProvider),
            (options, references, _) => new Result<Prerequisites>(Prerequisites.Of(options, references)),
            (_, _) => Prerequisites.Unknown
        );
        return new Build(folder, options, prerequisites);
    }

    /// <summary>The target of the generated code. Reports what the project lacks, unless it has no seeds.</summary>
    public static IncrementalValueProvider<CodeTarget> Choose(
        StepRegistry steps,
        Build build,
        Seeds seeds,
        IncrementalValueProvider<PackageSize> size,
        IncrementalValueProvider<PackageSchema> schema
    )
    {
        steps.Check(
            Steps.ReportPrerequisites,
            seeds.Overview,
            build.Prerequisites,
            (overview, prerequisites, _) => overview.HasSeeds ? prerequisites.Messages : default
        );
        return steps.Once(
            Steps.Target,
            build.Options,
            schema,
            build.Prerequisites,
            size,
            (options, schema, prerequisites, size, _) =>
                new Result<CodeTarget>(
                    CodeTarget.Choose(
                        schema.Facts,
                        options.RootNamespace,
                        prerequisites.AreMet && size.IsWithinLimits,
                        hasBytes: !options.IsForEditor
                    )
                ),
            (_, _, _, _) => new CodeTarget("", CanCompile: false)
        );
    }
}
