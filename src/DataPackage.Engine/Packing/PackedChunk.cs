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
        var offset = Rows.Count * PackedFormat.OffsetDigits;
        var chunk = new PackedBuffer(offset + Rows.Sum(row => row.Length));
        foreach (var row in Rows)
        {
            chunk.Fixed(offset, PackedFormat.OffsetDigits);
            offset += row.Length;
        }

        foreach (var row in Rows)
            chunk.Bytes(row.Array, row.Length);
        return chunk.ToBytes().Array;
    }
}
