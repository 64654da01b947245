using DataPackage.Generator.Incremental;
using DataPackage.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator;

/// <summary>Runs the engine in the compiler: seeds in, typed C# out.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DataPackageGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Each call is one screen in Pipeline/. It reports its own messages, and its results have no positions.
        var steps = new StepRegistry(context);
        var build = BuildSteps.Read(steps, context);

        var seeds = SeedSteps.Read(steps, context, build);
        var declared = KindSteps.Declare(steps, seeds);
        var inferred = KindSteps.Infer(steps, seeds, declared);
        var schema = KindSteps.Complete(steps, context, declared, inferred);

        var bound = EntitySteps.Bind(steps, seeds, schema);
        var size = EntitySteps.Measure(steps, bound, declared);
        var articles = ArticleSteps.Shelve(steps, bound, schema);
        var verified = ArticleSteps.Verify(steps, bound, articles);
        var rights = RightsSteps.CheckSeeds(steps, seeds, articles, schema);

        var index = EntitySteps.Index(steps, bound, schema);
        var releases = EntitySteps.ReadReleases(steps, declared);
        EntitySteps.Check(steps, bound, declared, releases, index);
        var linked = EntitySteps.Link(steps, verified, index);
        ArticleSteps.VerifyMentions(steps, articles, linked, index);

        var target = BuildSteps.Choose(steps, build, seeds, size, schema);
        var packed = TableSteps.Pack(steps, linked, index, schema, target);
        var types = CodeSteps.WriteTypes(steps, schema, target);
        var groups = CodeSteps.WriteGroups(steps, packed, schema, target);
        var retired = CodeSteps.WriteRetired(steps, releases, index, schema, target);
        var info = CodeSteps.WriteInfo(steps, linked, declared, index, schema, target);
        var ids = CodeSteps.WriteIds(steps, packed, index);
        var placed = CodeSteps.WritePlaces(steps, build, bound, index, target);
        CodeSteps.WriteEntities(steps, build, packed, placed);
        RightsSteps.CheckFiles(steps, rights, packed, schema, types, groups, retired, info, ids, placed.Files);
    }
}
