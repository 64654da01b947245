using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Tests.Fuzz;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>A random package before and after random edits.</summary>
internal sealed record RandomVersions(RandomVersion Before, RandomVersion After)
{
    /// <summary>Null if the package has errors, or all edits that were tried bring some.</summary>
    public static RandomVersions? Of(int seed)
    {
        if (RandomVersion.Of(SeedsOf(seed)) is not { } before)
            return null;
        for (var attempt = 0; attempt < 20; attempt++)
            if (
                RandomVersion.Of(RandomEdit.Of(before.Seeds, seed + (attempt * 7919))) is { } after
                && !after.Published.Equals(before.Published)
            )
                return new RandomVersions(before, after);

        return null;
    }

    public static Dictionary<string, string> SeedsOf(int seed) =>
        RandomPackage.Make(seed).Texts.ToDictionary(text => text.Path, text => text.GetText()!.ToString());
}

/// <param name="Seeds">By path below the folder of the seeds; without errors.</param>
internal sealed record RandomVersion(IReadOnlyDictionary<string, string> Seeds, PublishedPackage Published)
{
    /// <summary>Null if the seeds have errors.</summary>
    public static RandomVersion? Of(IReadOnlyDictionary<string, string> seeds)
    {
        var compiler = new PackageCompiler(
            seeds.Select(seed => new SeedInput(seed.Key, seed.Key, seed.Value)),
            CompilerOptions.None with
            {
                RootNamespace = "Random",
            }
        );
        return compiler.Check().Any(message => message.Rule.Severity == RuleSeverity.Error)
            ? null
            : new RandomVersion(seeds, compiler.Published);
    }
}
