using System.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>A text by which an entity is looked up, with the bytes and the hash under which an index has it.</summary>
internal sealed class HashedKey : IEquatable<HashedKey>
{
    public HashedKey(string text)
    {
        Text = text;
        Bytes = Encoding.UTF8.GetBytes(text);
        Hash = KeyHash.Compute(Bytes);
    }

    public string Text { get; }

    public byte[] Bytes { get; }

    public ulong Hash { get; }

    public bool Equals(HashedKey? other) => ReferenceEquals(this, other) || (other is not null && Text == other.Text);

    public override bool Equals(object? obj) => Equals(obj as HashedKey);

    /// <summary>Not the hash of the index: somebody may have chosen many keys that share one.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
