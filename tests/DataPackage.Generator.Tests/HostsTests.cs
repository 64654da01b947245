using System.Globalization;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Generator.Tests.Fuzz;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests;

/// <summary>The generator composes the engine's steps so that few run again; a program runs them once. Both say and
/// write the same.</summary>
public class HostsTests
{
    private const int RandomPackages = 400;

    public static TheoryData<string> Folders => new("seeds", "samples/Countries/seeds", "samples/Languages/seeds",
        "samples/Legislature/seeds", "tests/Consumer/Broken/seeds", "tests/Consumer/Hostile/seeds");

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
        for (var seed = 1; seed <= RandomPackages; seed++) AssertSame(RandomPackage.Make(seed), FuzzRun.Again(seed));
    }

    private static void AssertSame(SeedSet seeds, string what)
    {
        var inCompiler = seeds.Run(SeedSet.CreateCompilation(), SeedSet.Namespace).Results[0];
        var alone = new PackageCompiler(
            seeds.Texts.Where(text => new SeedsFolder("").SeedPathOf(text.Path) is not null)
                .Select(text => new SeedInput(text.Path, text.Path, text.GetText()!.ToString())),
            CompilerOptions.None with { RootNamespace = SeedSet.Namespace, References = EquatableArray<ExternalKind>.Empty });

        Assert.Null(inCompiler.Exception);
        Assert.Equal(inCompiler.Diagnostics.Select(Print).Order(StringComparer.Ordinal),
            alone.Check().Select(message => Print(Incremental.RuleDescriptors.Of(message))).Order(StringComparer.Ordinal));
        Assert.Equal(inCompiler.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal),
            alone.Files.Select(file => SeedNames.ForFile(file.HintName)).Order(StringComparer.Ordinal));
        var texts = inCompiler.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        Assert.All(alone.Files, file => Assert.True(texts[SeedNames.ForFile(file.HintName)] == file.Write(),
            $"{what}: {file.HintName}"));
    }

    private static string Print(Diagnostic message)
    {
        var place = message.Location.GetLineSpan();
        return $"{place.Path}{place.StartLinePosition}: {message.Id} {message.GetMessage(CultureInfo.InvariantCulture)}";
    }
}
