using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>A part, as the runtime reads it.</summary>
internal sealed record WrittenIndexPart(EquatableArray<IndexChunk> Chunks)
{
    public static WrittenIndexPart Of(IndexPart part) =>
        new(
            part.Chunks.Select(chunk => new IndexChunk(chunk.Index, PackedIndexWriter.Write(chunk.Entries)))
                .ToEquatableArray()
        );

    /// <summary>Keeps the places of chunks that could not be written: other generated code names them.</summary>
    public static WrittenIndexPart Empty(IndexPart part) =>
        new(part.Chunks.Select(chunk => new IndexChunk(chunk.Index, PackedRowWriter.NoRow)).ToEquatableArray());
}

internal sealed record IndexChunk(IndexName Index, PackedBytes Bytes);
