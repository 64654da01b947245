namespace DataPackage.Engine.Diagnostics;

/// <summary>The limits of what seeds may ask of the compiler. Each breach is an error at its place, never a crash or a
/// hang; docs/seeds.md lists them.</summary>
internal static class SeedLimits
{
    /// <summary>Seeds in one package.</summary>
    public const int Files = 100_000;

    /// <summary>Characters in one file.</summary>
    public const int FileLength = 64 * 1024 * 1024;

    /// <summary>Levels of mappings and lists. The parser's time grows with the square of the depth of flow
    /// collections.</summary>
    public const int Depth = 64;

    /// <summary>Scalars, lists and mappings in one file.</summary>
    public const int Nodes = 5_000_000;

    /// <summary>Nodes that aliases repeat in one file: 450 bytes of nested aliases can expand to a billion
    /// nodes.</summary>
    public const int AliasedNodes = 5_000;

    /// <summary>Characters that aliases repeat in one file: each is in the generated code, and several times in memory
    /// before that.</summary>
    public const int AliasedCharacters = 4 * 1024 * 1024;

    /// <summary>Characters of all seeds of a package, those that aliases repeat included.</summary>
    public const int PackageLength = 128 * 1024 * 1024;

    /// <summary>Scalars, lists and mappings of all seeds of a package, those that aliases repeat included.</summary>
    public const int PackageNodes = 20_000_000;

    /// <summary>Characters in one scalar.</summary>
    public const int ScalarLength = 16 * 1024 * 1024;

    /// <summary>Characters in one key.</summary>
    public const int KeyLength = 1_024;

    /// <summary>The number of faults of a file after which reading goes on.</summary>
    public const int Resumptions = 1_000;

    /// <summary>The average number of times that each character of a file with faults is read.</summary>
    public const int Rereadings = 8;

    /// <summary>Characters in the id of an entity: the compiler refuses members with names of more than 1,023 bytes
    /// (CS7013).</summary>
    public const int IdLength = 128;

    /// <summary>Characters in the name of a kind or a property: files are named by types,
    /// and paths on Windows have 260 characters.</summary>
    public const int NameLength = 64;

    /// <summary>Characters in a namespace.</summary>
    public const int NamespaceLength = 256;

    /// <summary>Kinds in one package.</summary>
    public const int Kinds = 1_000;

    /// <summary>Kinds that one kind extends directly.</summary>
    public const int Extends = 16;

    /// <summary>Properties of one kind, inherited ones included: its record compares them all in one
    /// expression.</summary>
    public const int Properties = 1_000;

    /// <summary>Values of one enumeration.</summary>
    public const int EnumValues = 10_000;

    /// <summary>Messages of one step about one seed, or about all seeds if the step has them all: a build log of a
    /// million errors helps nobody.</summary>
    public const int Messages = 100;

    /// <summary>Characters in one part of a message.</summary>
    public const int MessageLength = 1_000;
}
