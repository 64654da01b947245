using DataPackage.Engine.Text;

namespace DataPackage.Engine.Packing;

/// <summary>The packed data of one kind, as they are laid out in chunks.</summary>
internal sealed record ChunkedTable
{
    /// <summary>The name of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>How many entities there are.</summary>
    public required int Count { get; init; }

    /// <summary>The sets of languages that texts of the package have, each joined by commas.</summary>
    public required EquatableArray<string> Languages { get; init; }

    public required TableAreas Areas { get; init; }

    /// <summary>For each lookup of the kind the area of its index.</summary>
    public required EquatableArray<TableArea> Lookups { get; init; }

    /// <summary>All chunks in the order of their numbers.</summary>
    public required EquatableArray<PackedChunk> Chunks { get; init; }

    /// <summary>Whether all rows together are less than one chunk would hold.</summary>
    public required bool IsSmall { get; init; }
}

/// <summary>Where the areas are that every table has.</summary>
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
/// <param name="FirstChunk">The number of its first chunk; -1 where it has none.</param>
/// <param name="Size">Of rows: how many bits of a row's number count the rows of one chunk. Of an index: how many bits
/// of a hash name the chunk. Of a timeline: how many entities have a time.</param>
internal sealed record TableArea(int FirstChunk, int Size)
{
    /// <summary>Of an area in which no entity has anything.</summary>
    public static TableArea Absent => new(-1, 0);
}
