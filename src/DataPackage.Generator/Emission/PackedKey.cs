using System.Text;
using DataPackage.Runtime.Text;

namespace DataPackage.Generator.Emission;

/// <summary>A text by which an entity is looked up, with the bytes and the hash under which an index has it.</summary>
internal sealed class PackedKey(string text) : IEquatable<PackedKey>
{
    public string Text => text;

    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(text);

    public ulong Hash => _hash ??= KeyHash.Compute(Bytes);

    private ulong? _hash;

    public bool Equals(PackedKey? other) => ReferenceEquals(this, other) || (other is not null && text == other.Text);

    public override bool Equals(object? obj) => Equals(obj as PackedKey);

    public override int GetHashCode() => (int)Hash;
}
