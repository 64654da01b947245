using DataPackage.Engine.Releases;
using DataPackage.Generator.Tests.Fuzz;

namespace DataPackage.Tool.Tests.Releases;

/// <summary>Where the SDK's comparison of assemblies finds that code breaks, so do we.</summary>
public class ApiCompatTests
{
    private const int Packages = 52;

    [Fact]
    public void The_level_of_random_edits_is_never_below_that_of_the_assemblies() =>
        AssertNeverBelow(
            FuzzRun
                .FromEnvironment(Packages)
                .Seeds.Select(seed => (What: FuzzRun.Again(seed), Versions: RandomVersions.Of(seed)))
                .Where(pair => pair.Versions is not null)
                .Select(pair => (pair.What, pair.Versions!.Before, pair.Versions.After))
        );

    [Fact]
    public void The_levels_that_are_documented_are_never_below_those_of_the_assemblies()
    {
        var fleet = RandomVersion.Of(TwoVersions.Fleet)!;
        AssertNeverBelow(
            LevelTests.EditedFleets.Select(edited => (edited.What, fleet, RandomVersion.Of(edited.Seeds)!))
        );
    }

    /// <summary>Each pair also backwards.</summary>
    private static void AssertNeverBelow(IEnumerable<(string What, RandomVersion Before, RandomVersion After)> versions)
    {
        var pairs = versions
            .SelectMany(pair =>
                new[] { pair, (What: pair.What + ", backwards", Before: pair.After, After: pair.Before) }
            )
            .ToList();
        using var assemblies = new AssemblyPairs();
        foreach (var (_, before, after) in pairs)
            assemblies.Add(before, after);

        var breaks = assemblies.Breaks();

        Assert.Contains(breaks, each => each.Count > 0);
        var below = pairs
            .Select((pair, i) => (pair.What, Level: LevelOf(pair.Before, pair.After), Breaks: breaks[i]))
            .Where(pair => pair.Level < ReleaseLevel.Major && pair.Breaks.Count > 0)
            .Select(pair => $"{pair.What}: {pair.Level}, but {string.Join(", ", pair.Breaks)}");
        Assert.True(!below.Any(), string.Join('\n', below));
    }

    private static ReleaseLevel LevelOf(RandomVersion before, RandomVersion after) =>
        ReleaseComparison.LevelOf(ReleaseComparison.Of(before.Published, after.Published));
}
