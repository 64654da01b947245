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
    /// <summary>Null if the package has no file without errors, or all edits that were tried bring some.</summary>
    public static RandomVersions? Of(int seed)
    {
        if (RandomVersion.WithoutErrors(seed) is not { } before)
            return null;
        for (var attempt = 0; attempt < 20; attempt++)
            if (
                RandomVersion.Of(RandomEdit.Of(before.Seeds, seed + (attempt * 7919))) is { } after
                && !after.Published.Equals(before.Published)
            )
                return new RandomVersions(before, after);

        return null;
    }
}

/// <param name="Seeds">By path below the folder of the seeds; without errors.</param>
internal sealed record RandomVersion(IReadOnlyDictionary<string, string> Seeds, PublishedPackage Published)
{
    /// <summary>How often files with errors are taken out of a random package.</summary>
    private const int Repairs = 8;

    /// <summary>A random package. Nearly each has mistakes: files with errors are taken out, until none or nothing is
    /// left, which is null.</summary>
    public static RandomVersion? WithoutErrors(int seed)
    {
        var seeds = RandomPackage.Make(seed).Texts.ToDictionary(text => text.Path, text => text.GetText()!.ToString());
        for (var i = 0; i < Repairs && seeds.Count > 0; i++)
        {
            var compiler = Compile(seeds);
            var wrong = ErrorsOf(compiler).Select(error => error.Location.Path ?? "").ToHashSet();
            if (wrong.Count == 0)
                return new RandomVersion(seeds, compiler.Published);
            foreach (var path in wrong)
                seeds.Remove(path);
        }

        return null;
    }

    /// <summary>Null if the seeds have errors.</summary>
    public static RandomVersion? Of(IReadOnlyDictionary<string, string> seeds)
    {
        var compiler = Compile(seeds);
        return ErrorsOf(compiler).Any() ? null : new RandomVersion(seeds, compiler.Published);
    }

    private static IEnumerable<SeedDiagnostic> ErrorsOf(PackageCompiler compiler) =>
        compiler.Check().Where(message => message.Rule.Severity == RuleSeverity.Error);

    private static PackageCompiler Compile(IReadOnlyDictionary<string, string> seeds) =>
        new(
            seeds.Select(seed => new SeedInput(seed.Key, seed.Key, seed.Value)),
            CompilerOptions.None with
            {
                RootNamespace = "Random",
            }
        );
}
