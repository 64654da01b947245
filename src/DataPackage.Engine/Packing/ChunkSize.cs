namespace DataPackage.Engine.Packing;

/// <summary>The size of the literals into which packed bytes are divided.</summary>
/// <remarks>Small chunks make edits fast, since the compiler parses the whole chunk of an edited entity again. Few
/// chunks make programs fast, since each has a method that is compiled at its first use, in 70 to 200 microseconds for
/// any size. The compiler needs 80 to 150 bytes of memory for each byte of a literal while it works on it.</remarks>
internal static class ChunkSize
{
    /// <summary>The size, in bytes, up to which a chunk is not divided. A table of at most this size is in one
    /// file.</summary>
    public const int Least = 48_000;

    /// <summary>The largest average size of chunks, in bytes. The runtime loads the fields of all literals of a
    /// package at the first one, in a microsecond each, so it should have few.</summary>
    public const int Most = 1_000_000;

    private const int ChunksOfAnArea = 16;

    /// <summary>The average size of a chunk in an area of this many bytes. Programs read chunks of any size.</summary>
    public static int Of(long bytes) => (int)Math.Min(Most, Math.Max(Least, bytes / ChunksOfAnArea));
}
