using DataPackage.Engine.Releases;
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
            if (RandomVersions.Of(seed) is not { Before.Published: var before, After.Published: var after })
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
            if (RandomVersion.WithoutErrors(seed) is not { Published: var published })
                continue;

            Assert.Equal(published, FactsFile.Read(FactsFile.Write(published)));
            Assert.Empty(ReleaseComparison.Of(published, published));
        }
    }

    private static bool IsOfTheWhole(ReleaseChange change) => change.Type is ChangeType.Member or ChangeType.Package;
}
