using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.EditorSchemas;

/// <summary>The content of the seeds. Errors are left out, since the build reports them.</summary>
/// <param name="Captions">The caption of each entity, by kind and id.</param>
/// <param name="Inferred">The schemas of the kinds that no schema declares.</param>
internal sealed record Package(
    PackageSchema Schema,
    PackageIndex Index,
    IReadOnlyDictionary<(string Kind, string Id), string> Captions,
    IReadOnlyList<InferredSchema> Inferred
)
{
    public static Package Read(IEnumerable<(string SeedPath, string FullPath)> files)
    {
        var compiler = new PackageCompiler(
            files.Select(file => SeedOnDisk.At(file.SeedPath, file.FullPath)),
            CompilerOptions.None
        );
        var captions = new Dictionary<(string, string), string>();
        foreach (var entity in compiler.Bound.SelectMany(seed => seed.Entities))
            if (EntityNames.CaptionOf(compiler.Schema[entity.Kind], entity.Values) is { } caption)
                captions.TryAdd((entity.Kind, entity.Id), caption);
        return new Package(compiler.Schema, compiler.Index, captions, [.. compiler.Pinned]);
    }
}
