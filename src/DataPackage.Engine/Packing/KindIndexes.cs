using DataPackage.Engine.Linking;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>The written indexes of one kind.</summary>
/// <param name="Ids">The chunks of the index from ids, former ones included, to rows.</param>
/// <param name="Names">The chunks of the index from folded names to rows.</param>
/// <param name="Unique">For each lookup of the kind, the chunks of the index from values to rows.</param>
internal sealed record KindIndexes(
    EquatableArray<PackedBytes> Ids,
    EquatableArray<PackedBytes> Names,
    EquatableArray<EquatableArray<PackedBytes>> Unique
)
{
    /// <summary>One for each concrete kind, ordered by name.</summary>
    /// <param name="chunks">Ordered by kind, then by index, then by hash.</param>
    public static EquatableArray<KindIndexes> Of(IEnumerable<IndexChunk> chunks, PackageIndex index)
    {
        var byIndex = chunks.ToLookup(chunk => chunk.Index, chunk => chunk.Bytes);
        return index
            .Kinds.Select(
                (kind, number) =>
                    new KindIndexes(
                        byIndex[IndexName.OfIds(number)].ToEquatableArray(),
                        byIndex[IndexName.OfNames(number)].ToEquatableArray(),
                        kind.Kind.Lookups.Select(
                                (_, lookup) => byIndex[IndexName.OfLookup(number, lookup)].ToEquatableArray()
                            )
                            .ToEquatableArray()
                    )
            )
            .ToEquatableArray();
    }
}
