using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>How the entities of a kind stand in seeds, as datapackage.yaml and the schema say.</summary>
/// <param name="Source">The files; null for those of the kind's collection.</param>
/// <param name="Items">Where in a file the list or the mapping of entities is; null where it is the whole file.</param>
/// <param name="Id">Where in a record its id is; null where that is the key, the file's name or the value of
/// <c>id</c>.</param>
/// <param name="CSharpName">What the accessors are made of; null where that is the id.</param>
/// <param name="Ignored">What is left out of the package.</param>
internal sealed record KindSeeding(
    SeedSource? Source,
    KeyPath? Items,
    KeyPath? Id,
    NamePattern? CSharpName,
    EquatableArray<KeyPath> Ignored,
    AccessorPolicy Accessors
)
{
    private Derived<IgnoredPaths> _ignored;

    public static KindSeeding Default { get; } = new(null, null, null, null, default, AccessorPolicy.All);

    /// <summary>Whether the mapping that a file holds may be one of entities: a file in a folder is an entity itself,
    /// unless datapackage.yaml says where it has them.</summary>
    public static bool MayBeMap(SeedDocument document, KeyPath? items, SeedSource? source) =>
        !document.IsInFolder || items is not null || source is not null;

    /// <summary>The record without what is left out of the package.</summary>
    public SeedNode WithoutIgnored(SeedNode record) =>
        Ignored.Count == 0
            ? record
            : _ignored.From(Ignored, static ignored => IgnoredPaths.Of(ignored)!).Without(record);
}
