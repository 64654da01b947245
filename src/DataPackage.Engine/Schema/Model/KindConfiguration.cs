using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>What <c>datapackage.yaml</c> says of one kind under <c>kinds</c>, whether or not a schema declares the
/// kind. It has no positions, and can be read before the kinds are complete.</summary>
internal sealed record KindConfiguration
{
    /// <summary>The name of the kind, which starts with a capital letter, or of its collection.</summary>
    public required string Name { get; init; }

    /// <summary>The files that hold its entities; null for those of its collection.</summary>
    public required SeedSource? Source { get; init; }

    /// <summary>The path in a file to the list or mapping of entities; null if that is the whole file.</summary>
    public required KeyPath? Items { get; init; }

    /// <summary>How ids are made; null if they are the keys, the files' names or the values of <c>id</c>.</summary>
    public required NamePattern? Id { get; init; }

    /// <summary>How accessors are named; null if by the id.</summary>
    public required NamePattern? CSharpName { get; init; }

    /// <summary>Null if not stated.</summary>
    public required string? Label { get; init; }

    /// <summary>Null if not stated.</summary>
    public required string? Plural { get; init; }

    /// <summary>The properties whose texts name entities.</summary>
    public required EquatableArray<ConfiguredReference> References { get; init; }

    /// <summary>The keys that become properties of another name.</summary>
    public required EquatableArray<RenamedKey> Renamed { get; init; }

    /// <summary>The paths of values that the package leaves out.</summary>
    public required EquatableArray<KeyPath> Ignored { get; init; }

    /// <summary>The paths whose texts are lists.</summary>
    public required EquatableArray<SeparatedList> Lists { get; init; }

    /// <summary>The types of values that are not to be inferred.</summary>
    public required EquatableArray<ConfiguredType> Types { get; init; }

    /// <summary>Null if not stated.</summary>
    public required AccessorPolicy? Accessors { get; init; }

    /// <summary>Whether the name is that of a kind, not of a collection.</summary>
    public bool IsNamedByKind => Names.IsTypeName(Name) && char.IsUpper(Name[0]);

    private Derived<Dictionary<string, int>> _renamed;

    /// <summary>The property that a key of a record is renamed to; null if it is not renamed.</summary>
    public string? PropertyOf(string key) =>
        Places.Find(ref _renamed, Renamed, key, static each => each.Key) is >= 0 and var place
            ? Renamed[place].Property
            : null;
}

/// <param name="Property">The property, or its key in seeds, whose texts name entities.</param>
/// <param name="Kind">The kind of these entities.</param>
/// <param name="By">The property of that kind whose value the texts are; null for the id.</param>
internal readonly record struct ConfiguredReference(string Property, string Kind, string? By);

/// <param name="Path">The path of the values in a record, with dots between its keys.</param>
/// <param name="Type">A scalar type, or <c>any</c>, <c>map</c> or <c>localized</c>.</param>
internal readonly record struct ConfiguredType(string Path, string Type)
{
    public const string Any = "any";
    public const string Map = "map";
    public const string Localized = "localized";

    /// <summary>All types that can be said.</summary>
    public static readonly string[] Names = [Any, Map, Localized, .. ScalarTypes.All.Select(type => type.Name)];
}

/// <param name="Key">The key in seeds.</param>
internal readonly record struct RenamedKey(string Key, string Property);

/// <summary>The entities of a kind that have an accessor; in lower case in schemas.</summary>
internal enum AccessorPolicy
{
    All,
    None,

    /// <summary>Those that say <c>featured: true</c>.</summary>
    Featured,

    /// <summary>Those whose accessor no other entity would have. Inferred kinds have them so.</summary>
    Distinct,
}
