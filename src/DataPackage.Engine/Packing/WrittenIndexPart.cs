using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>A part in the form that the runtime reads.</summary>
internal sealed record WrittenIndexPart(EquatableArray<IndexChunk> Chunks)
{
    public static WrittenIndexPart Of(IndexPart part) =>
        new(
            part.Chunks.Select(chunk => new IndexChunk(chunk.Index, PackedIndexWriter.Write(chunk.Entries)))
                .ToEquatableArray()
        );

    /// <summary>The chunks of a part that could not be written. They stay, since other generated code names
    /// them.</summary>
    public static WrittenIndexPart Empty(IndexPart part) =>
        new(part.Chunks.Select(chunk => new IndexChunk(chunk.Index, PackedRowWriter.NoRow)).ToEquatableArray());
}

internal sealed record IndexChunk(IndexName Index, PackedBytes Bytes);
