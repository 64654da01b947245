using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The places where the entities of one kind are written. They have a file of their own, since a moved line
/// changes them.</summary>
internal sealed record PlacesFile(
    string Kind,
    string Table,
    EquatableArray<EntityPlace> Entities,
    PlaceOptions Options,
    CodeTarget Target
) : GeneratedFile(Kind + ".Places.g.cs", Target)
{
    /// <summary>Where the package's resource lists the places; null if this code holds them.</summary>
    public int? Directory { get; init; }

    protected override void Write(SourceWriter writer) => TableEmitter.WritePlaces(this, writer);
}

/// <summary>The class that gives packed bytes to the runtime.</summary>
/// <param name="ChunkNames">All chunks in the order of their numbers.</param>
/// <param name="Chunks">The chunks in this file: all of them if the kind is small, else none.</param>
internal sealed record TableFile(
    Kind Kind,
    PackageSchema Schema,
    ChunkedTable Table,
    EquatableArray<string> ChunkNames,
    EquatableArray<PackedChunk> Chunks,
    CodeTarget Target
) : GeneratedFile(Kind.Name + ".Data.g.cs", Target)
{
    /// <summary>Where the package's resource lists the chunks; null if code holds them.</summary>
    public int? Directory { get; init; }

    // Chunks in files of their own change those files, not this one.
    public bool Equals(TableFile? other) =>
        other is not null
        && Kind.Equals(other.Kind)
        && Schema.Equals(other.Schema)
        && Target.Equals(other.Target)
        && Table.Count == other.Table.Count
        && Table.HashOfIds == other.Table.HashOfIds
        && Table.Languages.Equals(other.Table.Languages)
        && Table.Areas.Equals(other.Table.Areas)
        && Table.Lookups.Equals(other.Table.Lookups)
        && Directory == other.Directory
        && ChunkNames.Equals(other.ChunkNames)
        && Chunks.Equals(other.Chunks);

    public override int GetHashCode() => ChunkNames.GetHashCode();

    protected override void Write(SourceWriter writer) => TableEmitter.Write(this, writer);
}

/// <summary>One chunk of the class that <see cref="TableFile"/> declares.</summary>
internal sealed record ChunkFile(string Kind, string Table, PackedChunk Chunk, CodeTarget Target)
    : GeneratedFile($"{Kind}.{Chunk.Name.Replace('_', '.')}.g.cs", Target)
{
    protected override void Write(SourceWriter writer) =>
        writer.Block($"partial class {Table}", () => TableEmitter.WriteChunk(Chunk, writer));
}
