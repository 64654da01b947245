using System.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.Packing;

/// <summary>A text by which an entity is looked up, with its bytes and its hash in an index.</summary>
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

    /// <summary>Differs from the hash of the index, since keys may have been chosen to share one.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
