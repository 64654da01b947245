using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Testing;

namespace DataPackage.Generator.Tests;

/// <summary>The generator composes the engine's steps so that few run again; a program runs them once. Both report and
/// write the same.</summary>
public class HostsTests
{
    private const int RandomPackages = 400;

    public static TheoryData<string> Folders =>
        new(
            "seeds",
            "samples/Countries/seeds",
            "samples/Languages/seeds",
            "samples/Legislature/seeds",
            "tests/Consumer/Broken/seeds",
            "tests/Consumer/Hostile/seeds"
        );

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_seeds_is_the_same_to_both(string folder)
    {
        var seeds = new SeedSet();
        var root = Repository.PathOf(folder);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            seeds.With(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file));

        AssertSame(seeds, folder);
    }

    [Fact]
    public void Random_packages_are_the_same_to_both()
    {
        for (var seed = 1; seed <= RandomPackages; seed++)
            AssertSame(RandomPackage.Make(seed), FuzzRun.Again(seed));
    }

    private static void AssertSame(SeedSet seeds, string what) =>
        Hosts.AssertSame(seeds.Run(SeedSet.CreateCompilation(), SeedSet.Namespace).Results[0], seeds.Texts, what);
}
