namespace DataPackage.Generator.Syntax;

/// <summary>What a single seed may ask of the compiler. Each breach is DP0003 at its place, never a crash or a hang.</summary>
internal static class SeedLimits
{
    /// <summary>Characters in one file.</summary>
    public const int FileLength = 64 * 1024 * 1024;

    /// <summary>Mappings and lists within one another. The parser's time grows with the square of the depth of flow collections.</summary>
    public const int Depth = 64;

    /// <summary>Scalars, lists and mappings in one file.</summary>
    public const int Nodes = 5_000_000;

    /// <summary>Nodes that aliases repeat in one file: 450 bytes of nested aliases can stand for a billion nodes.</summary>
    public const int AliasedNodes = 5_000;

    /// <summary>Characters in one scalar.</summary>
    public const int ScalarLength = 16 * 1024 * 1024;

    /// <summary>Characters in one key.</summary>
    public const int KeyLength = 1_024;
}
