using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>The schemas that a build infers for files without one, as pinning stores them.</summary>
internal static class Inferred
{
    public static IReadOnlyList<InferredSchema> Of(IEnumerable<(string Path, string Text)> files) =>
        [
            .. new PackageCompiler(
                files.Select(file => new SeedInput(file.Path, file.Path, file.Text)),
                CompilerOptions.None
            ).Pinned,
        ];
}
