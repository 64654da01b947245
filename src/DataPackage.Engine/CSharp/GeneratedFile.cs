using System.Globalization;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Packing;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>One file of generated code before it is written, compared by value: the compiler writes, and parses, only
/// those that changed.</summary>
/// <param name="HintName">The name of the file.</param>
internal abstract record GeneratedFile(string HintName, CodeTarget Target)
{
    public string Write()
    {
        var writer = new SourceWriter(HasTypes ? Target : null);
        writer.Line();
        Write(writer);
        return writer.ToString();
    }

    protected abstract void Write(SourceWriter writer);

    /// <summary>Whether the file has a namespace: what is said of the assembly must stand before any
    /// (CS1730).</summary>
    protected virtual bool HasTypes => true;

    /// <summary>The file with the lines of seeds that it is to name in the PDB.</summary>
    public virtual GeneratedFile At(EquatableArray<KindPlaces> places) => this;
}

/// <summary>Where the entities of one kind are written; apart from all else, since a moved line changes it.</summary>
internal sealed record PlacesFile(
    string Kind,
    string Table,
    EquatableArray<EntityPlace> Entities,
    PlaceOptions Options,
    CodeTarget Target
) : GeneratedFile(Kind + ".Places.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => TableEmitter.WritePlaces(this, writer);
}

/// <summary>The type of one kind.</summary>
internal sealed record TypeFile(Kind Kind, PackageSchema Schema, CodeTarget Target)
    : GeneratedFile(Kind.TypeName + ".g.cs", Target)
{
    protected override void Write(SourceWriter writer) => TypeEmitter.Write(this, writer);
}

/// <summary>What reads and writes one kind as JSON.</summary>
internal sealed record JsonFile(Kind Kind, PackageSchema Schema, CodeTarget Target)
    : GeneratedFile(Kind.TypeName + ".Json.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => JsonEmitter.Write(this, writer);
}

/// <summary>What finds entities by the number of their kind.</summary>
internal sealed record PackageEntitiesFile(PackageSchema Schema, CodeTarget Target)
    : GeneratedFile("Package_Entities.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => PackageEntitiesEmitter.Write(this, writer);
}

/// <summary>What finds the names of the package's entities in texts.</summary>
internal sealed record MentionsFile(PackageSchema Schema, CodeTarget Target)
    : GeneratedFile("Package_Mentions.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => MentionsEmitter.Write(this, writer);
}

/// <summary>What says what the package is.</summary>
/// <param name="Counts">How many entities each concrete kind has, ordered by its name.</param>
internal sealed record InfoFile(
    PackageSchema Schema,
    PackageDescription Description,
    EquatableArray<(string Kind, int Count)> Counts,
    string Fingerprint,
    CodeTarget Target
) : GeneratedFile("Package_Info.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => InfoEmitter.Write(this, writer);
}

/// <summary>What tells the generators of other packages which entities this one has.</summary>
/// <param name="Kinds">The kinds that have entities.</param>
internal sealed record EntityIdsFile(EquatableArray<ExternalKind> Kinds, CodeTarget Target)
    : GeneratedFile("Package_Ids.g.cs", Target)
{
    protected override bool HasTypes => false;

    protected override void Write(SourceWriter writer)
    {
        var format = PackedFormat.Version.ToString(CultureInfo.InvariantCulture);
        foreach (var kind in Kinds)
        {
            var texts = new[] { kind.Package, kind.Name, kind.Catalog, kind.Ids }.Select(CSharpText.Literal);
            writer.Line($"[assembly: {CSharpTypes.Runtime}EntityIds({format}, {string.Join(", ", texts)})]");
        }
    }
}

/// <summary>The class that hands packed bytes to the runtime.</summary>
/// <param name="ChunkNames">All chunks in the order of their numbers.</param>
/// <param name="Chunks">Those that are so small that they stand in the same file.</param>
internal sealed record TableFile(
    Kind Kind,
    PackageSchema Schema,
    ChunkedTable Table,
    EquatableArray<string> ChunkNames,
    EquatableArray<PackedChunk> Chunks,
    CodeTarget Target
) : GeneratedFile(Kind.Name + ".Data.g.cs", Target)
{
    // The chunks that stand in files of their own change those files, not this one.
    public bool Equals(TableFile? other) =>
        other is not null
        && Kind.Equals(other.Kind)
        && Schema.Equals(other.Schema)
        && Target.Equals(other.Target)
        && Table.Count == other.Table.Count
        && Table.Languages.Equals(other.Table.Languages)
        && Table.Areas.Equals(other.Table.Areas)
        && Table.Lookups.Equals(other.Table.Lookups)
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

/// <summary>The catalog of one kind.</summary>
/// <param name="Example">The accessor that the documentation shows; empty where there is none.</param>
/// <param name="Accessors">Those of the first entities.</param>
/// <param name="Lines">Where these are written; none where the PDB is to name generated code.</param>
internal sealed record CatalogFile(
    Kind Kind,
    PackageSchema Schema,
    int Count,
    string Example,
    EquatableArray<AccessorSource> Accessors,
    CodeTarget Target,
    EquatableArray<SeedLine> Lines = default
) : GeneratedFile(Kind.Plural + ".g.cs", Target)
{
    public override GeneratedFile At(EquatableArray<KindPlaces> places) =>
        this with
        {
            Lines = KindPlaces.LinesOf(places, Kind.Name, 0, Accessors.Count),
        };

    protected override void Write(SourceWriter writer) => CatalogEmitter.Write(this, writer);
}

/// <summary>The ways to look up entities of one kind.</summary>
internal sealed record LookupsFile(Kind Kind, PackageSchema Schema, CodeTarget Target)
    : GeneratedFile(Kind.Plural + ".Lookups.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => CatalogEmitter.Write(this, writer);
}

/// <summary>The part of a catalog that shows its entities by the values of properties.</summary>
internal sealed record GroupsFile(
    Kind Kind,
    PackageSchema Schema,
    EquatableArray<EntityGroups> Groups,
    CodeTarget Target
) : GeneratedFile(Kind.Plural + ".By.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => GroupsEmitter.Write(this, writer);
}

/// <summary>More accessors of a catalog.</summary>
/// <param name="FirstRow">The row of the first of them.</param>
/// <param name="Lines">Where these are written; none where the PDB is to name generated code.</param>
internal sealed record AccessorsFile(
    Kind Kind,
    PackageSchema Schema,
    int FirstRow,
    EquatableArray<AccessorSource> Accessors,
    CodeTarget Target,
    EquatableArray<SeedLine> Lines = default
) : GeneratedFile(FormattableString.Invariant($"{Kind.Plural}.{FirstRow}.g.cs"), Target)
{
    public override GeneratedFile At(EquatableArray<KindPlaces> places) =>
        this with
        {
            Lines = KindPlaces.LinesOf(places, Kind.Name, FirstRow, Accessors.Count),
        };

    protected override void Write(SourceWriter writer) =>
        writer.Block($"partial class {Kind.Plural}", () => CatalogEmitter.WriteAccessors(this, writer));
}
