using System.Text;
using DataPackage.BuildTasks;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.History;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Writes what a package publishes into a file that is packed with it, and checks the version against the last
/// release.</summary>
internal static class PackedFacts
{
    /// <param name="request">The seeds; the target is the file.</param>
    /// <param name="rootNamespace">That of the project.</param>
    /// <param name="version">The version that is packed.</param>
    /// <returns>The rule and the message why the package must not be packed; null if it may be.</returns>
    public static string? Write(EditorRequest request, string rootNamespace, string version)
    {
        var compiler = new PackageCompiler(
            request.Files.Select(file => SeedOnDisk.At(file.SeedPath, file.FullPath)),
            CompilerOptions.None with
            {
                RootNamespace = rootNamespace,
            }
        );
        var published = compiler.Published;
        File.WriteAllText(request.Target, FactsFile.Write(published), new UTF8Encoding(false));
        return Refuse(request.Seeds, published, version);
    }

    /// <summary>A package whose releases nobody records may have any version.</summary>
    private static string? Refuse(string seeds, PublishedPackage published, string version)
    {
        var path = Path.Combine(seeds, SeedPaths.Ledger);
        if (!File.Exists(path))
            return null;
        try
        {
            var last = Ledger.Read(File.ReadAllText(path)).Version;
            var facts = FactsFile.Read(File.ReadAllText(Path.Combine(seeds, FactsFile.Path)));
            return ReleaseGate.Refuse(last, ReleaseComparison.Of(facts, published), version) is { } reason
                ? $"{Rules.VersionTooLow.Id}: {reason}"
                : null;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException)
        {
            return $"{Rules.InvalidReleaseFile.Id}: The files of the last release cannot be read: {wrong.Message}";
        }
    }
}
