using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Tests.Fuzz;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>What holds for the comparison of any two versions.</summary>
public class ComparisonPropertyTests
{
    private const int Packages = 50;

    [Fact]
    public void The_changes_make_the_new_version_of_the_old_and_backwards()
    {
        var compared = 0;
        foreach (var seed in FuzzRun.FromEnvironment(Packages).Seeds)
        {
            if (Versions(seed) is not var (before, after))
                continue;

            var (forwards, backwards) = (ReleaseComparison.Of(before, after), ReleaseComparison.Of(after, before));

            Assert.Equal(AppliedChanges.Spell(after), AppliedChanges.Of(before, forwards));
            Assert.Equal(AppliedChanges.Spell(before), AppliedChanges.Of(after, backwards));
            Assert.Equal(
                forwards.Where(IsOfTheWhole).Select(change => (change.Subject, change.Before, change.After)).Order(),
                backwards.Where(IsOfTheWhole).Select(change => (change.Subject, change.After, change.Before)).Order()
            );
            compared++;
        }

        Assert.NotEqual(0, compared);
    }

    [Fact]
    public void What_a_version_publishes_is_read_as_it_was_written()
    {
        foreach (var seed in FuzzRun.FromEnvironment(Packages).Seeds)
        {
            var compiler = Compile(SeedsOf(seed));
            if (HasErrors(compiler))
                continue;
            var published = compiler.Published;

            Assert.Equal(published, FactsFile.Read(FactsFile.Write(published)));
            Assert.Empty(ReleaseComparison.Of(published, published));
        }
    }

    private static bool IsOfTheWhole(ReleaseChange change) => change.Type is ChangeType.Member or ChangeType.Package;

    /// <summary>A random package before and after random edits; null if all that were tried bring errors.</summary>
    private static (PublishedPackage Before, PublishedPackage After)? Versions(int seed)
    {
        var seeds = SeedsOf(seed);
        var before = Compile(seeds);
        if (HasErrors(before))
            return null;
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var after = Compile(RandomEdit.Of(seeds, seed + (attempt * 7919)));
            if (!HasErrors(after) && !after.Published.Equals(before.Published))
                return (before.Published, after.Published);
        }

        return null;
    }

    private static Dictionary<string, string> SeedsOf(int seed) =>
        RandomPackage.Make(seed).Texts.ToDictionary(text => text.Path, text => text.GetText()!.ToString());

    private static bool HasErrors(PackageCompiler compiler) =>
        compiler.Check().Any(message => message.Rule.Severity == RuleSeverity.Error);

    private static PackageCompiler Compile(IReadOnlyDictionary<string, string> seeds) =>
        new(
            seeds.Select(seed => new SeedInput(seed.Key, seed.Key, seed.Value)),
            CompilerOptions.None with
            {
                RootNamespace = "Random",
            }
        );
}
