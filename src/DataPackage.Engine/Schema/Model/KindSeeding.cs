using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The way in which seeds hold the entities of a kind, by datapackage.yaml and the schema.</summary>
/// <param name="Source">The files; null for those of the kind's collection.</param>
/// <param name="Items">The path in a file to the list or mapping of entities; null if that is the whole file.</param>
/// <param name="Id">The path in a record to its id; null if that is the key, the file's name or the value of
/// <c>id</c>.</param>
/// <param name="CSharpName">How accessors are named; null if by the id.</param>
/// <param name="Ignored">The paths of values that the package leaves out.</param>
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

    /// <summary>Whether the mapping in a file may be one of entities. A file in a folder is one entity, unless
    /// datapackage.yaml says where its entities are.</summary>
    public static bool MayBeMap(SeedDocument document, KeyPath? items, SeedSource? source) =>
        !document.IsInFolder || items is not null || source is not null;

    /// <summary>The record without the values that the package leaves out.</summary>
    public SeedNode WithoutIgnored(SeedNode record) =>
        Ignored.Count == 0
            ? record
            : _ignored.From(Ignored, static ignored => IgnoredPaths.Of(ignored)!).Without(record);
}
