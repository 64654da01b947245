using DataPackage.Engine;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Inference;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.EditorSchemas;

/// <summary>What the engine finds in the seeds. What is at fault is the build's to report; here it is left
/// out.</summary>
/// <param name="Captions">Of the entities of each kind: what people call an entity, by its id.</param>
/// <param name="Inferred">The schemas of the kinds that none declares.</param>
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
            files.Select(file => SeedOnDisk.Read(file.SeedPath, file.FullPath)),
            CompilerOptions.None
        );
        var captions = new Dictionary<(string, string), string>();
        foreach (var entity in compiler.Bound.SelectMany(seed => seed.Entities))
            if (EntityNames.CaptionOf(compiler.Schema[entity.Kind], entity.Values) is { } caption)
                captions.TryAdd((entity.Kind, entity.Id), caption);
        return new Package(compiler.Schema, compiler.Index, captions, compiler.Inferred);
    }
}
