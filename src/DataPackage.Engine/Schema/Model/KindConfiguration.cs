using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>What <c>datapackage.yaml</c> says of one kind under <c>kinds</c>, whether a schema declares it or not;
/// without positions. Readable before the kinds are complete.</summary>
/// <param name="Name">The kind, which starts with a capital letter, or its collection.</param>
/// <param name="Source">The files that hold its entities; null where its collection says that.</param>
/// <param name="Items">Where in a file the list or the mapping of entities is; null where it is the whole file.</param>
/// <param name="Id">Where in a record its id is; null where that is the key, the file's name or the value of
/// <c>id</c>.</param>
/// <param name="CSharpName">What the accessors are made of; null where that is the id.</param>
/// <param name="Accessors">Null where it does not say.</param>
internal sealed record KindConfiguration(
    string Name,
    SeedSource? Source,
    KeyPath? Items,
    KeyPath? Id,
    NamePattern? CSharpName,
    string? Label,
    string? Plural,
    EquatableArray<ConfiguredReference> References,
    EquatableArray<RenamedKey> Renamed,
    EquatableArray<KeyPath> Ignored,
    AccessorPolicy? Accessors
)
{
    /// <summary>Whether the name is a kind's and not that of a collection.</summary>
    public bool IsNamedByKind => Name.Length > 0 && Name[0] is >= 'A' and <= 'Z';

    private Derived<Dictionary<string, int>> _renamed;

    /// <summary>The property that a key of a record becomes, where it is not called by the key itself.</summary>
    public string? PropertyOf(string key) =>
        Places.Find(ref _renamed, Renamed, key, static each => each.Key) is >= 0 and var place
            ? Renamed[place].Property
            : null;
}

/// <param name="Property">The property, or the key of it, whose texts name entities.</param>
/// <param name="Kind">The kind of these.</param>
/// <param name="By">The property of that kind whose value the texts are; null for the id.</param>
internal readonly record struct ConfiguredReference(string Property, string Kind, string? By);

/// <param name="Key">As the seeds spell it.</param>
internal readonly record struct RenamedKey(string Key, string Property);

/// <summary>Which entities of a kind have an accessor; spelled in lower case in schemas.</summary>
internal enum AccessorPolicy
{
    All,
    None,

    /// <summary>Those whose seed says <c>featured: true</c>.</summary>
    Featured,
}
