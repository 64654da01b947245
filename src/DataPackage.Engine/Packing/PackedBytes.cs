namespace DataPackage.Engine.Packing;

/// <summary>Bytes that never change, compared by value.</summary>
internal sealed class PackedBytes(byte[] bytes) : IEquatable<PackedBytes>
{
    public int Length => bytes.Length;

    public byte[] Array => bytes;

    public bool Equals(PackedBytes? other) =>
        ReferenceEquals(this, other) || (other is not null && bytes.AsSpan().SequenceEqual(other.Array));

    public override bool Equals(object? obj) => Equals(obj as PackedBytes);

    public override int GetHashCode() => bytes.Length;
}
