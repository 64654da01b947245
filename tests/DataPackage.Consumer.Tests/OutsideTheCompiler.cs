extern alias Engine;

using Engine::DataPackage.Engine;
using Engine::DataPackage.Engine.CSharp;
using Engine::DataPackage.Engine.Schema.Model;
using Engine::DataPackage.Engine.Syntax;
using Engine::DataPackage.Engine.Text;

namespace DataPackage.Consumer.Tests;

/// <summary>Generates in this process for a project that the compiler has built in another one. The compiler uses the
/// engine for netstandard2.0 from the package; this process uses the engine for .NET.</summary>
internal static class OutsideTheCompiler
{
    /// <param name="project">The folder of a project that is built.</param>
    /// <returns>The text of each generated file, by its name.</returns>
    public static SortedDictionary<string, string> FilesOf(string project)
    {
        var properties = PropertiesOf(project);
        var folder = SeedsFolder.At(Uri.UnescapeDataString(properties["_DataPackageSeedsPath"]));
        var seeds = Directory
            .EnumerateFiles(Path.Combine(project, "seeds"), "*", SearchOption.AllDirectories)
            .Select(file => (SeedPath: folder.SeedPathOf(file), File: file))
            .Where(seed => seed.SeedPath is not null)
            .Select(seed => new SeedInput(seed.SeedPath!, seed.File, File.ReadAllText(seed.File)));
        var places = new PlaceOptions(
            Uri.UnescapeDataString(properties["_DataPackageSeedsFolder"]),
            properties["DataPackageSeedLines"] == "true"
        );
        var compiler = new PackageCompiler(
            seeds,
            new CompilerOptions(properties["RootNamespace"], EquatableArray<ExternalKind>.Empty, places)
        );
        return new(
            compiler.Files.ToDictionary(file => SeedNames.ForFile(file.HintName), file => file.Write()),
            StringComparer.Ordinal
        );
    }

    /// <summary>The properties of the project that the build shows to the compiler.</summary>
    private static Dictionary<string, string> PropertiesOf(string project)
    {
        const string Prefix = "build_property.";
        var written = Directory
            .EnumerateFiles(
                Path.Combine(project, "obj"),
                "*.GeneratedMSBuildEditorConfig.editorconfig",
                SearchOption.AllDirectories
            )
            .Single();
        return File.ReadLines(written)
            .Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(line => line[Prefix.Length..].Split(" = ", 2))
            // The SDK shows some properties that we show too.
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1].Trim());
    }
}
