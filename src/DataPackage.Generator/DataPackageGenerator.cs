using DataPackage.Engine.Syntax;
using DataPackage.Generator.Incremental;
using DataPackage.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator;

/// <summary>Runs the engine in the compiler: seeds in, typed C# out.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DataPackageGenerator : IIncrementalGenerator
{
    private readonly CutLengths _lengths;

    /// <summary>The generator as the compiler makes it.</summary>
    public DataPackageGenerator()
        : this(CutLengths.Default) { }

    /// <param name="lengths">The lengths by which seeds are cut. The result is the same for all.</param>
    internal DataPackageGenerator(CutLengths lengths) => _lengths = lengths;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Each call is one screen in Pipeline/. It reports its own messages, and its results have no positions.
        var steps = new StepRegistry(context);
        var build = BuildSteps.Read(steps, context);
        CompiledSteps.HandOver(steps, context, build);

        var found = SeedSteps.Find(steps, context, build);
        var declared = KindSteps.Declare(steps, found);
        var seeds = SeedSteps.Read(steps, found, declared.Schema, _lengths);
        var inferred = KindSteps.Infer(steps, seeds, declared);
        var schema = KindSteps.Complete(steps, context, declared, inferred);

        var bound = EntitySteps.Bind(steps, seeds, schema);
        var size = EntitySteps.Measure(steps, bound, declared);
        var articles = ArticleSteps.Shelve(steps, bound, schema);
        var verified = ArticleSteps.Verify(steps, bound, articles);
        var rights = RightsSteps.CheckSeeds(steps, seeds, declared, articles, schema);

        var index = EntitySteps.Index(steps, bound, schema);
        var releases = EntitySteps.ReadReleases(steps, declared);
        EntitySteps.Check(steps, bound, declared, releases, index);
        var linked = EntitySteps.Link(steps, verified, index);
        ArticleSteps.VerifyMentions(steps, articles, linked, index);

        var target = BuildSteps.Choose(steps, build, found, size, schema);
        var packed = TableSteps.Pack(steps, linked, index, schema, target);
        var types = CodeSteps.WriteTypes(steps, schema, target);
        var groups = CodeSteps.WriteGroups(steps, packed, schema, target);
        var retired = CodeSteps.WriteRetired(steps, releases, index, schema, target);
        var info = CodeSteps.WriteInfo(steps, linked, declared, index, schema, target);
        var ids = CodeSteps.WriteIds(steps, packed, index);
        var placed = CodeSteps.WritePlaces(steps, build, bound, seeds.Origins, index, target);
        CodeSteps.WriteEntities(steps, build, packed, placed);
        RightsSteps.CheckFiles(steps, rights, packed, schema, types, groups, retired, info, ids, placed.Files);
        steps.Report(seeds.Origins);
    }
}
