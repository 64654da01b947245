namespace DataPackage.Engine.Text;

/// <summary>A part of a text.</summary>
/// <param name="Start">The offset of its first UTF-16 unit.</param>
/// <param name="Length">The number of UTF-16 units.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset after its last unit.</summary>
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    /// <summary>Whether the other part lies within this one.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
