using DataPackage.Bench.Data;

namespace DataPackage.Bench;

/// <summary>One way to have the data in a program: a project below <c>bench/Peers</c>.</summary>
internal sealed record Peer(string Project, string Name)
{
    public static readonly Peer Empty = new("EmptyPeer", "empty program")
    {
        HasData = false,
        Variants = ["r2r", "aot"],
    };
    public static readonly Peer EmptyProperties = new("EmptyPropertiesPeer", "as many empty properties")
    {
        HasData = false,
        HasAccessors = true,
    };
    public static readonly Peer DataPackage = new("DataPackagePeer", "DataPackage")
    {
        HasAccessors = true,
        HasTypes = true,
        HasAliases = true,
        Variants = ["r2r", "aot"],
    };

    /// <summary>The same package with its bytes as literals where they are a resource, and the other way
    /// round.</summary>
    public static readonly Peer OtherDelivery = new("DataPackagePeer", "DataPackage, the other delivery")
    {
        HasAccessors = true,
        HasTypes = true,
        HasAliases = true,
        HasOtherDelivery = true,
        Variants = ["r2r", "aot"],
    };
    public static readonly Peer FlatBuffers = new("FlatBuffersPeer", "FlatBuffers")
    {
        HasAliases = true,
        IsPossible = FlatBuffersWriter.IsPossible,
        Variants = ["r2r", "aot"],
    };
    public static readonly Peer Sqlite = new("SqlitePeer", "SQLite file, indexed") { HasAliases = true };
    public static readonly Peer MemoryPack = new("MemoryPackPeer", "MemoryPack")
    {
        HasAliases = true,
        Variants = ["r2r", "aot"],
    };
    public static readonly Peer MessagePack = new("MessagePackPeer", "MessagePack") { HasAliases = true };
    public static readonly Peer SystemTextJson = new("SystemTextJsonPeer", "System.Text.Json")
    {
        HasAliases = true,
        Variants = ["r2r", "aot"],
    };
    public static readonly Peer YamlDotNet = new("YamlDotNetPeer", "YamlDotNet") { HasAliases = true, IsSlow = true };
    public static readonly Peer LazyObjects = new("LazyObjectsPeer", "object initialisers, lazy properties")
    {
        HasAccessors = true,
        IsSlow = true,
        MostPersons = DataFolder.MostInitialisers,
    };
    public static readonly Peer StaticObjects = new("StaticObjectsPeer", "object initialisers, static fields")
    {
        HasAccessors = true,
        HasAliases = true,
        IsSlow = true,
        MostPersons = DataFolder.MostInitialisers,
    };

    public static readonly IReadOnlyList<Peer> All =
    [
        Empty,
        EmptyProperties,
        DataPackage,
        OtherDelivery,
        FlatBuffers,
        Sqlite,
        MemoryPack,
        MessagePack,
        SystemTextJson,
        YamlDotNet,
        LazyObjects,
        StaticObjects,
    ];

    /// <summary>Whether the peer has data to read.</summary>
    public bool HasData { get; init; } = true;

    /// <summary>Whether the type of an entity has a look-up by id, apart from the class with the accessors.</summary>
    public bool HasTypes { get; init; }

    /// <summary>Whether a class has a member for each entity.</summary>
    public bool HasAccessors { get; init; }

    public bool HasAliases { get; init; }

    /// <summary>Whether the bytes of the data package are not delivered as its size says.</summary>
    public bool HasOtherDelivery { get; init; }

    /// <summary>Whether a process takes seconds, so few rounds suffice.</summary>
    public bool IsSlow { get; init; }

    public bool IsPossible { get; init; } = true;

    public int MostPersons { get; init; } = int.MaxValue;

    /// <summary>Further builds that are measured: <c>r2r</c> (ReadyToRun), <c>aot</c> (Native AOT).</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];
}
