namespace DataPackage.Engine.Packing;

/// <summary>How large the literals are that packed bytes are divided into.</summary>
/// <remarks>An edited entity makes the compiler parse its whole chunk again: that speaks for small ones. Each chunk has
/// a method that a program compiles when it first reads there, 70 microseconds, whatever the chunk's size: that speaks
/// for few. And the compiler needs 80 to 150 bytes of memory for each byte of a literal while it works on it.</remarks>
internal static class ChunkSize
{
    /// <summary>In bytes. A table that has no more stands in one file.</summary>
    public const int Least = 48_000;

    /// <summary>In bytes, of any chunk, on average.</summary>
    public const int Most = 1_000_000;

    private const int ChunksOfAnArea = 16;

    /// <summary>The size up to which chunks of an area with this many bytes are filled, on average.</summary>
    public static int Of(long bytes) => (int)Math.Min(Most, Math.Max(Least, bytes / ChunksOfAnArea));
}
