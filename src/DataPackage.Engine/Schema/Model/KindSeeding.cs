using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The way in which seeds hold the entities of a kind, by datapackage.yaml and the schema.</summary>
/// <param name="Source">The files; null for those of the kind's collection.</param>
/// <param name="Items">The path in a file to the list or mapping of entities; null if that is the whole file.</param>
/// <param name="Id">How ids are made; null if they are the keys, the files' names or the values of <c>id</c>.</param>
/// <param name="CSharpName">How accessors are named; null if by the id.</param>
/// <param name="Ignored">The paths of values that the package leaves out.</param>
internal sealed record KindSeeding(
    SeedSource? Source,
    KeyPath? Items,
    NamePattern? Id,
    NamePattern? CSharpName,
    EquatableArray<KeyPath> Ignored,
    AccessorPolicy Accessors
)
{
    private Derived<Tuple<RecordEdits?>> _edits;

    /// <summary>The paths whose texts are lists.</summary>
    public EquatableArray<SeparatedList> Lists { get; init; }

    /// <summary>Whether the name of a file can be an id only if it is a slug.</summary>
    public bool HasSlugs { get; init; } = true;

    /// <summary>Whether the configured way to ids is wrong, which was reported: no id of the kind is known.</summary>
    public bool IsIdUnknown { get; init; }

    /// <summary>The property that has the text after the front matter of a file; null if the kind has none.</summary>
    public string? Body { get; init; }

    /// <summary>The property that has a record which is no mapping, or a whole mapping if it is a map; null if all
    /// records are mappings of properties.</summary>
    public string? Value { get; init; }

    public static KindSeeding Default { get; } = new(null, null, null, null, default, AccessorPolicy.All);

    /// <summary>Whether the mapping in a file may be one of entities. A file in a folder is one entity, unless
    /// datapackage.yaml says where its entities are.</summary>
    public static bool MayBeMap(SeedDocument document, KeyPath? items, SeedSource? source) =>
        !document.IsInFolder || items is not null || source is not null;

    /// <summary>The record as datapackage.yaml changes it: without the values that the package leaves out.</summary>
    public SeedNode Edited(SeedNode record)
    {
        if (Ignored.Count + Lists.Count == 0)
            return record;
        var lists = Lists;
        var edits = _edits.From(Ignored, ignored => Tuple.Create(RecordEdits.Of(ignored, lists)));
        return edits.Item1?.In(record) ?? record;
    }
}
