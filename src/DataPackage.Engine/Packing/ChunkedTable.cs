using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>The packed data of one kind, divided into chunks.</summary>
internal sealed record ChunkedTable
{
    /// <summary>The name of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>How many entities there are.</summary>
    public required int Count { get; init; }

    /// <summary>Differs if the ids do, or their order.</summary>
    public required ulong HashOfIds { get; init; }

    /// <summary>The sets of languages that texts of the package have, each joined by commas.</summary>
    public required EquatableArray<string> Languages { get; init; }

    public required TableAreas Areas { get; init; }

    /// <summary>For each lookup of the kind, the area of its index.</summary>
    public required EquatableArray<TableArea> Lookups { get; init; }

    /// <summary>All chunks in the order of their numbers.</summary>
    public required EquatableArray<PackedChunk> Chunks { get; init; }

    /// <summary>Whether all rows fit in one chunk.</summary>
    public required bool IsSmall { get; init; }
}

/// <summary>The areas that every table has. <c>TableEmitter</c> writes them in the order in which the runtime's
/// <c>PackedTable</c> takes them.</summary>
internal sealed record TableAreas
{
    public required TableArea Values { get; init; }

    public required TableArea Details { get; init; }

    public required TableArea Sources { get; init; }

    public required TableArea Reverses { get; init; }

    public required TableArea Ids { get; init; }

    public required TableArea Names { get; init; }

    public required TableArea Timeline { get; init; }
}

/// <summary>The chunks of one area.</summary>
/// <param name="FirstChunk">The number of its first chunk; -1 if it has none.</param>
/// <param name="Size">For rows: how many bits of a row's number count the rows of one chunk. For an index: how many
/// bits of a hash select the chunk. For a timeline: how many entities have a time.</param>
internal sealed record TableArea(int FirstChunk, int Size)
{
    /// <summary>An area in which no entity has a value.</summary>
    public static TableArea Absent => new(-1, 0);
}
