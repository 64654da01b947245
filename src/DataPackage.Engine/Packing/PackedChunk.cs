using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>Packed bytes that become one literal, such as <c>Values_3</c>.</summary>
internal abstract record PackedChunk(string Name)
{
    public abstract byte[] ToBytes();
}

/// <summary>A chunk that is complete.</summary>
internal sealed record WrittenChunk(string Name, PackedBytes Bytes) : PackedChunk(Name)
{
    public override byte[] ToBytes() => Bytes.Array;
}

/// <summary>The rows of consecutive entities. They are joined only when the chunk is written.</summary>
internal sealed record RowChunk(string Name, EquatableArray<PackedBytes> Rows) : PackedChunk(Name)
{
    public override byte[] ToBytes()
    {
        var start = Rows.Count * PackedFormat.OffsetDigits;
        var offsets = new PackedBuffer(start);
        var length = start;
        foreach (var row in Rows)
        {
            offsets.Fixed(length, PackedFormat.OffsetDigits);
            length += row.Length;
        }

        var chunk = new byte[length];
        offsets.CopyTo(chunk);
        foreach (var row in Rows)
        {
            row.Array.CopyTo(chunk, start);
            start += row.Length;
        }

        return chunk;
    }
}
