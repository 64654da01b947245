using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.CSharp;

/// <summary>The catalog of one kind.</summary>
internal sealed record CatalogFile(Kind Kind, PackageSchema Schema, CodeTarget Target)
    : GeneratedFile(Kind.Plural + ".g.cs", Target)
{
    /// <summary>How many entities the kind has.</summary>
    public required int Count { get; init; }

    /// <summary>The accessor that the documentation shows; empty if there is none.</summary>
    public required string Example { get; init; }

    /// <summary>The accessors of the first entities, in the order of rows.</summary>
    public required EquatableArray<AccessorSource> Accessors { get; init; }

    /// <summary>The lines of these entities in their seeds; empty if the PDB names generated code.</summary>
    public EquatableArray<SeedLine> Lines { get; init; }

    /// <summary>Whether the package is large: what each accessor would repeat is said once, and only the first has its
    /// documentation here. That of the others is added to the compiler's file.</summary>
    public bool IsLarge { get; init; }

    public override GeneratedFile At(EquatableArray<KindPlaces> places) =>
        this with
        {
            Lines = KindPlaces.LinesOf(places, Kind.Name, 0, Accessors.Count),
        };

    protected override void Write(SourceWriter writer) => CatalogEmitter.Write(this, writer);
}

/// <summary>The methods that look up entities of one kind.</summary>
internal sealed record LookupsFile(Kind Kind, PackageSchema Schema, CodeTarget Target)
    : GeneratedFile(Kind.Plural + ".Lookups.g.cs", Target)
{
    protected override void Write(SourceWriter writer) => CatalogEmitter.Write(this, writer);
}

/// <summary>The part of a catalog that groups its entities by the values of properties.</summary>
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
/// <param name="Lines">The lines of these entities in their seeds; empty if the PDB names generated code.</param>
internal sealed record AccessorsFile(
    Kind Kind,
    PackageSchema Schema,
    int FirstRow,
    EquatableArray<AccessorSource> Accessors,
    CodeTarget Target,
    EquatableArray<SeedLine> Lines = default
) : GeneratedFile(FormattableString.Invariant($"{Kind.Plural}.{FirstRow}.g.cs"), Target)
{
    /// <inheritdoc cref="CatalogFile.IsLarge"/>
    public bool IsLarge { get; init; }

    public override GeneratedFile At(EquatableArray<KindPlaces> places) =>
        this with
        {
            Lines = KindPlaces.LinesOf(places, Kind.Name, FirstRow, Accessors.Count),
        };

    protected override void Write(SourceWriter writer) =>
        writer.Block($"partial class {Kind.Plural}", () => CatalogEmitter.WriteAccessors(this, writer));
}
