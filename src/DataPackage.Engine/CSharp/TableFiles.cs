using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>Divides the generated code about the entities of each kind into files, so an edited entity changes few
/// files.</summary>
internal static class TableFiles
{
    /// <summary>The accessors in one file. Their documentation is about as large as a chunk.</summary>
    private const int AccessorsPerFile = 128;

    /// <summary>The files of one kind.</summary>
    /// <param name="accessors">In the order of rows.</param>
    public static IEnumerable<GeneratedFile> Of(
        Kind kind,
        ChunkedTable packed,
        List<AccessorSource> accessors,
        PackageSchema schema,
        CodeTarget target
    )
    {
        var table = CSharpTypes.TableName(kind);
        yield return new TableFile(
            kind,
            schema,
            packed,
            packed.Chunks.Select(chunk => chunk.Name).ToEquatableArray(),
            packed.IsSmall && target.HasBytes ? packed.Chunks : default,
            target
        );
        if (!packed.IsSmall && target.HasBytes)
            foreach (var chunk in packed.Chunks)
                yield return new ChunkFile(kind.Name, table, chunk, target);

        var example = accessors.Find(accessor => accessor.Name.Length > 0)?.Name ?? "";
        yield return new CatalogFile(kind, schema, target)
        {
            Count = accessors.Count,
            Example = example,
            Accessors = accessors.Take(AccessorsPerFile).ToEquatableArray(),
        };
        for (var first = AccessorsPerFile; first < accessors.Count; first += AccessorsPerFile)
        {
            var inFile = accessors.GetRange(first, Math.Min(AccessorsPerFile, accessors.Count - first));
            if (!inFile.Exists(accessor => accessor.Name.Length > 0))
                continue;
            yield return new AccessorsFile(kind, schema, first, inFile.ToEquatableArray(), target);
        }
    }
}
