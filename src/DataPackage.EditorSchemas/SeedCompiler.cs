using System.Text;
using DataPackage.BuildTasks;
using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Delivery;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Tool.Packages;

namespace DataPackage.EditorSchemas;

/// <summary>Compiles the seeds of a large package before the compiler starts.</summary>
internal static class SeedCompiler
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the results beside the request. A file is rewritten only if it differs, so the compiler does not
    /// run again after an edit that changes nothing for it.</summary>
    /// <returns>Why the compiler must read the seeds itself; null if it need not.</returns>
    public static string? Write(string requestPath)
    {
        var start = DateTime.UtcNow;
        var request = CompileRequest.Read(File.ReadAllBytes(requestPath));
        SeedInput[] seeds = [.. request.Files.Select(file => SeedOnDisk.At(file.SeedPath, file.FullPath))];
        var references = ReferencesOf(request, seeds);
        if (references.Contains(ExternalKind.Unreadable))
            return "a referenced package is newer than this generator";
        var options = new CompilerOptions(
            request.RootNamespace,
            references.ToEquatableArray(),
            new PlaceOptions(request.SeedsName, request.HasLines)
        );
        var package = PackageCompiler.Deliver(seeds, options);
        var folder = new OwnFolder(Path.GetDirectoryName(requestPath)!);
        folder.WriteWhereItDiffers(CompiledPackage.FileName, Utf8.GetBytes(package.Compiled.Write()));
        folder.WriteWhereItDiffers(CompiledFiles.Resource, package.Resource);
        folder.WriteWhereItDiffers(
            CompiledFiles.Documentation,
            Utf8.GetBytes(string.Concat(package.Documentation.Select(run => $"{run.First}\0{run.Others}\0")))
        );
        folder.WriteAnew(CompiledFiles.Stamp, [], start);
        return null;
    }

    /// <summary>The kinds of other packages. Reads them only if a schema may name one.</summary>
    private static List<ExternalKind> ReferencesOf(CompileRequest request, SeedInput[] seeds) =>
        seeds.Any(seed => SeedPaths.IsDeclaration(seed.SeedPath) && seed.Text?.Contains('@') == true)
            ? [.. request.References.Where(File.Exists).SelectMany(ReferencedKinds.In)]
            : [];
}
