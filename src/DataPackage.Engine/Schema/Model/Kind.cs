using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>A kind of entities, or of values within them, as its schema declares it.</summary>
internal sealed record Kind
{
    /// <summary>PascalCase. The C# record has this name; an interface has it after an I.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the catalog; empty if the kind has no entities of its own.</summary>
    public string Plural { get; init; } = "";

    public required string Label { get; init; }

    public required string Description { get; init; }

    public required KindShape Shape { get; init; }

    /// <summary>The abstract kinds that the schema names.</summary>
    public EquatableArray<string> Extends { get; init; }

    /// <summary>All abstract kinds that it extends, the nearest first.</summary>
    public EquatableArray<string> Ancestors { get; init; }

    /// <summary>The property that names an entity; null if there is none.</summary>
    public string? Caption { get; init; }

    /// <summary>The property that opens an entity's documentation; null if there is none.</summary>
    public string? Summary { get; init; }

    /// <summary>The properties by whose values an entity is found.</summary>
    public EquatableArray<string> FindBy { get; init; }

    /// <summary>The properties that the documentation of an entity lists, in this order.</summary>
    public EquatableArray<string> Featured { get; init; }

    /// <summary>The properties by which the catalog groups its entities.</summary>
    public EquatableArray<string> GroupBy { get; init; }

    /// <summary>The dates that place an entity in the kind's timeline; null if the kind has none.</summary>
    public Temporal? Temporal { get; init; }

    /// <summary>The assertions about all its entities together; null if the schema makes none.</summary>
    public Assertions? Assertions { get; init; }

    /// <summary>Inherited ones first, each in the order of its schema.</summary>
    public required EquatableArray<Property> Properties { get; init; }

    /// <summary>Ordered by name; inherited ones included.</summary>
    public EquatableArray<Reverse> Reverses { get; init; }

    /// <summary>The schema of FollowTheMoney that its entities have in an export; null if none.</summary>
    public string? Ftm { get; init; }

    /// <summary>The reason why it should not be used any more; null if it may be used.</summary>
    public string? Deprecated { get; init; }

    /// <summary>The way in which its entities are found in seeds, and which of them have accessors.</summary>
    public KindSeeding Seeding { get; init; } = KindSeeding.Default;

    /// <summary>The folder or file of its entities; null if that follows from the plural.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether part of its schema was wrong and reported: a property that it lacks may have been
    /// meant.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Whether no schema declares it.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether two entities that would have the same accessor have none, which is no mistake.</summary>
    public bool HasDistinctAccessors => IsInferred || Seeding.Accessors == AccessorPolicy.Distinct;

    private Derived<Dictionary<string, int>> _byName;
    private Derived<Dictionary<string, int>> _byKey;
    private Derived<int[]> _ordered;
    private Derived<NameList> _names;
    private Derived<NameList> _keys;

    public bool IsAbstract => Shape == KindShape.Abstract;

    public bool IsEmbedded => Shape == KindShape.Embedded;

    public bool IsArticle => Shape == KindShape.Article;

    public bool IsConcrete => Shape is KindShape.Entity or KindShape.Article;

    /// <summary>The folder or file below seeds/ that holds the kind's entities.</summary>
    public string Collection => Folder ?? Names.ToKebabCase(Plural.TrimEnd(Names.Evasion));

    /// <summary>The words of messages for one of its entities or values: an event, a ship.</summary>
    public string NounWithArticle => Nouns.WithArticle(LetterCase.ToLower(Label));

    public string TypeName => IsAbstract ? "I" + Name : Name;

    /// <summary>Whether a value of the property needs a citation, if the package demands one for each value. All do
    /// except names, by which an entity is called and found, and external ids, which identify it and are in no article.
    /// If a part of a schema could not be read, it may say which those are.</summary>
    public bool MustBeCited(Property property) =>
        property.IsCited
        ?? !(
            IsIncomplete
            || property.IsIncomplete
            || property.Type == ScalarTypes.Identifier
            || property.Name == Caption
            || FindBy.Contains(property.Name)
        );

    /// <summary>The properties by whose values the catalog looks entities up.</summary>
    public IEnumerable<Property> Lookups =>
        Properties.Where(property =>
            property is { IsMany: false, Constraints.IsUnique: true, Scalar.CanBeUnique: true }
        );

    /// <summary>The properties whose enumerations this kind declares, without those of kinds that it extends.</summary>
    public IEnumerable<Property> OwnEnums =>
        Properties.Where(property => property.Type == PropertyType.Enum && property.DeclaredBy == Name);

    public int IndexOf(string property) => Places.Find(ref _byName, Properties, property, static each => each.Name);

    /// <summary>The index of the property that has this key in seeds, or -1.</summary>
    public int IndexOfKey(string key) => Places.Find(ref _byKey, Properties, key, static each => each.Key);

    /// <summary>The indexes of the properties, ordered by name.</summary>
    public IReadOnlyList<int> OrderedByName =>
        _ordered.From(
            Properties,
            static all => [.. Enumerable.Range(0, all.Count).OrderBy(index => all[index].Name, StringComparer.Ordinal)]
        );

    /// <summary>The names of all properties, for suggestions.</summary>
    public NameList PropertyNames =>
        _names.From(Properties, static properties => NameList.Of(properties.Select(property => property.Name)));

    /// <summary>The keys of all properties in seeds, for suggestions.</summary>
    public NameList Keys =>
        _keys.From(Properties, static properties => NameList.Of(properties.Select(property => property.Key)));
}

internal enum KindShape
{
    /// <summary>A kind that has entities.</summary>
    Entity,

    /// <summary>A kind whose entities have a text and can be cited.</summary>
    Article,

    /// <summary>A kind that has entities only through the kinds that extend it; an interface in C#.</summary>
    Abstract,

    /// <summary>A kind of values without ids, within entities.</summary>
    Embedded,
}
