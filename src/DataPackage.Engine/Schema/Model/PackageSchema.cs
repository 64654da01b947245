using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>What <c>datapackage.yaml</c> and <c>schema/</c> declare: the kinds, complete with what they inherit,
/// ordered by name.</summary>
/// <param name="Configurations">What datapackage.yaml says of kinds, in its order.</param>
/// <param name="ExternalKinds">The kinds of other packages that properties refer to.</param>
/// <param name="IsIncomplete">A schema could not be read or named, and was reported: what no kind claims may be
/// its.</param>
internal sealed record PackageSchema(
    PackageFacts Facts,
    EquatableArray<Kind> Kinds,
    EquatableArray<KindConfiguration> Configurations = default,
    EquatableArray<ExternalKind> ExternalKinds = default,
    bool IsIncomplete = false
)
{
    private Dictionary<string, Kind>? _byName;
    private Dictionary<string, Kind[]>? _byCollection;
    private Dictionary<string, HashSet<string>>? _lookups;
    private Dictionary<string, List<Kind>>? _concrete;
    private Dictionary<string, ExternalKind>? _external;
    private List<Kind>? _withSource;
    private List<KindConfiguration>? _configurationsWithSource;
    private Derived<Dictionary<string, int>> _configurationsByName;
    private Dictionary<string, int>? _configurationsOfCollections;
    private NameList? _collections;

    /// <summary>Of declarations that could not be read: nothing that seeds say is held against it.</summary>
    public static PackageSchema Unread { get; } = new(PackageFacts.Default, default, IsIncomplete: true);

    public bool IsUnread => ReferenceEquals(this, Unread);

    /// <summary>The same, of which a part is missing.</summary>
    public PackageSchema AsIncomplete() => this with { IsIncomplete = true };

    public Kind? Find(string name)
    {
        // Built on first use and the same whoever builds it: a race costs time only.
        var byName = _byName ??= Kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        return byName.TryGetValue(name, out var kind) ? kind : null;
    }

    /// <summary>The kinds whose entities stand in this folder, or file of many: one, but where several have the same
    /// plural, which was reported; then the one that got the catalog stands first.</summary>
    public IReadOnlyList<Kind> FindByCollection(string collection)
    {
        var byCollection = _byCollection ??= ConcreteKinds
            .OrderBy(kind => kind.Plural.Length)
            .GroupBy(kind => kind.Collection, StringComparer.Ordinal)
            .ToDictionary(kinds => kinds.Key, kinds => kinds.ToArray(), StringComparer.Ordinal);
        return byCollection.TryGetValue(collection, out var kinds) ? kinds : [];
    }

    /// <summary>The kinds that claim a seed: those whose source names it, else the one whose collection it is in. One,
    /// where nobody made a mistake.</summary>
    public IReadOnlyList<Kind> FindFor(string seedPath, string collection)
    {
        var withSource = _withSource ??= Kinds.Where(kind => kind.Seeding.Source is not null).ToList();
        var bySource = withSource.FindAll(kind => kind.Seeding.Source is { } source && source.IsMatch(seedPath));
        return bySource.Count > 0
            ? bySource
            : FindByCollection(collection).Where(kind => kind.Seeding.Source is null).ToList();
    }

    /// <summary>The properties of a kind by whose values references name its entities.</summary>
    public IReadOnlyCollection<string> LookupsOf(string kind)
    {
        var lookups = _lookups ??= Kinds
            .SelectMany(owner => owner.Properties)
            .Where(property => property.By is not null)
            .GroupBy(property => property.Range, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new HashSet<string>(group.Select(property => property.By!), StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        return lookups.TryGetValue(kind, out var found) ? found : [];
    }

    public Kind this[string name] => Find(name) ?? throw new KeyNotFoundException(name);

    /// <summary>The kind of another package that an external reference names; null where nobody knows it.</summary>
    public ExternalKind? FindExternal(string range)
    {
        if (_external is null)
        {
            var external = new Dictionary<string, ExternalKind>(StringComparer.Ordinal);
            foreach (var kind in ExternalKinds)
                if (!external.ContainsKey(kind.Range))
                    external.Add(kind.Range, kind);
            _external = external;
        }

        return _external.TryGetValue(range, out var found) ? found : null;
    }

    public IReadOnlyList<KindConfiguration> ConfigurationsWithSource =>
        _configurationsWithSource ??= Configurations.Where(configuration => configuration.Source is not null).ToList();

    /// <summary>What datapackage.yaml says under this name.</summary>
    public KindConfiguration? FindConfiguration(string name) =>
        Places.Find(ref _configurationsByName, Configurations, name, static each => each.Name) is >= 0 and var place
            ? Configurations[place]
            : null;

    /// <summary>The first that states no source and has one of these names, or the plural.</summary>
    public KindConfiguration? FindConfiguration(string collection, string singular, string plural)
    {
        if (_configurationsOfCollections is null)
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < Configurations.Count; i++)
            {
                if (Configurations[i].Source is not null)
                    continue;
                // No name has a blank before it.
                foreach (var key in new[] { Configurations[i].Name, " " + Configurations[i].Plural })
                    if (!places.ContainsKey(key))
                        places.Add(key, i);
            }

            _configurationsOfCollections = places;
        }

        var first = int.MaxValue;
        foreach (var key in new[] { collection, singular, " " + plural })
            if (_configurationsOfCollections.TryGetValue(key, out var place) && place < first)
                first = place;
        return first == int.MaxValue ? null : Configurations[first];
    }

    /// <summary>The folders, or files of many, in which entities stand, for whoever mistypes one.</summary>
    public NameList Collections => _collections ??= NameList.Of(ConcreteKinds.Select(kind => kind.Collection));

    /// <summary>The kinds that have entities, ordered by name. Packed data names a kind by its place in this
    /// list.</summary>
    public IEnumerable<Kind> ConcreteKinds => Kinds.Where(kind => kind.IsConcrete);

    public Kind? Article => Kinds.FirstOrDefault(kind => kind.IsArticle);

    /// <summary>The kinds whose entities a reference to <paramref name="range"/> can name.</summary>
    public IReadOnlyList<Kind> ConcreteKindsOf(Kind range)
    {
        if (range.IsConcrete)
            return [range];
        if (_concrete is null)
        {
            var concrete = new Dictionary<string, List<Kind>>(StringComparer.Ordinal);
            foreach (var kind in ConcreteKinds)
            {
                foreach (var ancestor in kind.Ancestors)
                {
                    if (!concrete.TryGetValue(ancestor, out var kinds))
                        concrete.Add(ancestor, kinds = []);
                    kinds.Add(kind);
                }
            }

            _concrete = concrete;
        }

        return _concrete.TryGetValue(range.Name, out var found) ? found : [];
    }

    public bool Equals(PackageSchema? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Facts == other.Facts
            && IsIncomplete == other.IsIncomplete
            && Kinds.Equals(other.Kinds)
            && Configurations.Equals(other.Configurations)
            && ExternalKinds.Equals(other.ExternalKinds)
        );

    public override int GetHashCode() => Kinds.GetHashCode();
}

/// <param name="Namespace">Of the generated code; null where datapackage.yaml does not say.</param>
/// <param name="Language">The default language of localized text (BCP 47).</param>
/// <param name="MaxQuoteLength">The most Unicode code points that a quote, its prefix and its suffix may each
/// have.</param>
internal sealed record PackageFacts(string? Namespace, string Language, CitationPolicy Citations, int MaxQuoteLength)
{
    public const int DefaultMaxQuoteLength = 200;

    /// <summary>A quote is a passage, not a copy of the article; and what a quote that was not found costs to compare
    /// grows with its length.</summary>
    public const int LargestMaxQuoteLength = 2000;

    public static PackageFacts Default { get; } = new(null, "en", CitationPolicy.None, DefaultMaxQuoteLength);
}

/// <summary>What must be cited; spelled in lower case in datapackage.yaml.</summary>
internal enum CitationPolicy
{
    None,

    /// <summary>Every entity but articles.</summary>
    Entity,

    /// <summary>Every value of them that <see cref="Kind.MustBeCited"/> names.</summary>
    Property,
}

/// <param name="Name">PascalCase; the name of the C# record, or of the interface after an I.</param>
/// <param name="Plural">The name of the catalog; empty where the kind has no entities of its own.</param>
/// <param name="Extends">The abstract kinds named by the schema itself.</param>
/// <param name="Ancestors">All abstract kinds above, nearest first.</param>
/// <param name="Caption">The property that names an entity, if any.</param>
/// <param name="Summary">The property that opens an entity's documentation, if any.</param>
/// <param name="FindBy">The properties by whose values an entity is found.</param>
/// <param name="Featured">What the documentation of an entity lists, in this order.</param>
/// <param name="Temporal">Where an entity stands in the kind's timeline; null where the kind has none.</param>
/// <param name="Assertions">What must be true of all its entities together; null where the schema says nothing of
/// that.</param>
/// <param name="Properties">Inherited ones first, each in the order of its schema.</param>
/// <param name="Reverses">Ordered by name; inherited ones included.</param>
/// <param name="IsIncomplete">Part of its schema was at fault and reported: a property that it lacks may have been
/// meant.</param>
/// <param name="Folder">The folder, or file, of its entities, where that does not follow from the plural.</param>
/// <param name="IsInferred">No schema declares it.</param>
internal sealed record Kind(
    string Name,
    string Plural,
    string Label,
    string Description,
    KindShape Shape,
    EquatableArray<string> Extends,
    EquatableArray<string> Ancestors,
    string? Caption,
    string? Summary,
    EquatableArray<string> FindBy,
    EquatableArray<string> Featured,
    Temporal? Temporal,
    Assertions? Assertions,
    EquatableArray<Property> Properties,
    EquatableArray<Reverse> Reverses,
    string? Deprecated,
    bool IsIncomplete = false,
    string? Folder = null,
    bool IsInferred = false
)
{
    private Derived<Dictionary<string, int>> _byName;
    private Derived<Dictionary<string, int>> _byKey;
    private Derived<NameList> _names;
    private Derived<NameList> _keys;

    /// <summary>How its entities are found in seeds, and which of them have accessors.</summary>
    public KindSeeding Seeding { get; init; } = KindSeeding.Default;

    /// <summary>The properties by whose values the catalog shows its entities, too.</summary>
    public EquatableArray<string> GroupBy { get; init; }

    public bool IsAbstract => Shape == KindShape.Abstract;

    public bool IsEmbedded => Shape == KindShape.Embedded;

    public bool IsArticle => Shape == KindShape.Article;

    public bool IsConcrete => Shape is KindShape.Entity or KindShape.Article;

    /// <summary>The folder, or file, below seeds/ that holds the kind's entities.</summary>
    public string Collection => Folder ?? Names.ToKebabCase(Plural.TrimEnd(Names.Evasion));

    /// <summary>What a message calls one of its entities or values: an event, a ship.</summary>
    public string NounWithArticle => Nouns.WithArticle(LetterCase.ToLower(Label));

    public string TypeName => IsAbstract ? "I" + Name : Name;

    /// <summary>Whether a value of the property needs a passage that supports it, where the package asks for one for
    /// each value: all do but names, by which an entity is called and found, and external ids, which identify it and
    /// stand in no article. Where a part of a schema could not be read, it may say which those are.</summary>
    public bool MustBeCited(Property property) =>
        property.IsCited
        ?? !(
            IsIncomplete
            || property.IsIncomplete
            || property.Type == PropertyType.Identifier
            || property.Name == Caption
            || FindBy.Contains(property.Name)
        );

    /// <summary>The properties by whose value the catalog looks an entity up.</summary>
    public IEnumerable<Property> Lookups =>
        Properties.Where(property =>
            property
                is {
                    IsMany: false,
                    Constraints.IsUnique: true,
                    Type: PropertyType.Text
                        or PropertyType.Markdown
                        or PropertyType.Integer
                        or PropertyType.Decimal
                        or PropertyType.Date
                        or PropertyType.Url
                        or PropertyType.Language
                        or PropertyType.Identifier,
                }
        );

    /// <summary>The properties whose enumerations are declared by this kind, not by one above.</summary>
    public IEnumerable<Property> OwnEnums =>
        Properties.Where(property => property.Type == PropertyType.Enum && property.DeclaredBy == Name);

    public int IndexOf(string property) => Places.Find(ref _byName, Properties, property, static each => each.Name);

    /// <summary>The place of the property that seeds state under this key, or -1.</summary>
    public int IndexOfKey(string key) => Places.Find(ref _byKey, Properties, key, static each => each.Key);

    /// <summary>The names of all properties, for whoever mistypes one.</summary>
    public NameList PropertyNames =>
        _names.From(Properties, static properties => NameList.Of(properties.Select(property => property.Name)));

    /// <summary>Likewise what seeds call them.</summary>
    public NameList Keys =>
        _keys.From(Properties, static properties => NameList.Of(properties.Select(property => property.Key)));
}

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

/// <param name="Start">The property with the date from which on an entity is there.</param>
/// <param name="End">The property with the date until which it is there; null where the start's own span is
/// all.</param>
internal sealed record Temporal(string Start, string? End);

/// <param name="Minimum">How many entities there must be at least; null where any number will do. Likewise
/// <paramref name="Maximum"/>.</param>
internal sealed record Assertions(int? Minimum, int? Maximum, EquatableArray<FillRate> FillRates);

/// <param name="Least">The share of entities that must state the property, above 0 and at most 1.</param>
internal sealed record FillRate(string Property, decimal Least);

internal enum KindShape
{
    /// <summary>Has entities.</summary>
    Entity,

    /// <summary>Has entities that carry a text and can be cited.</summary>
    Article,

    /// <summary>Has entities only through the kinds that extend it; an interface in C#.</summary>
    Abstract,

    /// <summary>Has values without an id, within entities.</summary>
    Embedded,
}

/// <param name="Name">As schemas spell it.</param>
/// <param name="Key">As the seeds spell it.</param>
/// <param name="Type">Of the innermost values, where these stand in lists or maps.</param>
/// <param name="Range">The kind that a reference names or whose values are embedded, with the package behind an @ where
/// it is another one's; empty for other types.</param>
/// <param name="Layers">The lists and maps that the values stand in, the outermost first; none of a property that has
/// one value.</param>
/// <param name="AreItemsNullable">Whether a value in the innermost list or map may be null.</param>
/// <param name="EnumType">The C# enumeration; empty for other types.</param>
/// <param name="By">Of a reference: the property of its range whose value names the entity; null for the id.</param>
/// <param name="DeclaredBy">The kind whose schema declares it.</param>
/// <param name="IsCited">Whether its values must be cited; null where the schema leaves that to
/// <see cref="Kind.MustBeCited"/>.</param>
internal sealed record Property(
    string Name,
    string Key,
    string Description,
    PropertyType Type,
    string Range,
    EquatableArray<Layer> Layers,
    bool AreItemsNullable,
    bool IsRequired,
    bool IsLocalized,
    string EnumType,
    EquatableArray<EnumValue> Values,
    Constraints Constraints,
    string? Deprecated,
    string? ReverseName,
    string? By,
    string DeclaredBy,
    bool? IsCited
)
{
    /// <summary>Part of what its schema says of it could not be read, which was reported: a value may be right that
    /// seems wrong.</summary>
    public bool IsIncomplete { get; init; }

    private Derived<Dictionary<string, int>> _places;
    private Derived<NameList> _valueNames;

    public string CSharpName => Names.ToPascalCase(Name);

    /// <summary>The place of a value among those of an enumeration, or -1.</summary>
    public int IndexOfValue(string value) => Places.Find(ref _places, Values, value, static each => each.Name);

    /// <summary>The values of an enumeration as seeds spell them, for whoever mistypes one.</summary>
    public NameList ValueNames =>
        _valueNames.From(Values, static values => NameList.Of(values.Select(value => value.Name)));

    /// <summary>Whether it has any number of values, in a list or a map.</summary>
    public bool IsMany => Layers.Count > 0;

    public bool IsMap => Layers.Count > 0 && Layers[0].IsMap;

    /// <summary>Whether it is a list or a map that is null, not empty, where a seed does not state it.</summary>
    public bool IsNullable => Layers.Count > 0 && Layers[0].IsNullable;

    /// <summary>Whether its values are entities, of this package or of another.</summary>
    public bool IsReference => Type is PropertyType.Reference or PropertyType.External;

    /// <summary>Whether it is a plain list of references, which is packed as the rows that they lead to.</summary>
    public bool IsReferenceList =>
        Type == PropertyType.Reference
        && Layers.Count == 1
        && Layers[0] is { IsMap: false, IsNullable: false }
        && !AreItemsNullable;

    /// <summary>Whether what stands within the lists and maps up to this depth may be null.</summary>
    public bool IsNullableAt(int depth) => depth < Layers.Count ? Layers[depth].IsNullable : AreItemsNullable;
}

/// <summary>A list, or a map from texts, whose items are the values of a property or further lists and maps.</summary>
internal sealed record Layer(bool IsMap, bool IsNullable);

/// <param name="Name">As the seeds spell it.</param>
internal sealed record EnumValue(string Name, string Description, string? Deprecated)
{
    public string CSharpName => Names.ToPascalCase(Name);
}

/// <summary>What a value must satisfy beyond its type. Lengths are in UTF-16 code units, bounds inclusive.</summary>
/// <param name="AllowsBidi">Whether its texts may hold bidirectional controls.</param>
internal sealed record Constraints(
    string? Format,
    string? Pattern,
    decimal? Minimum,
    decimal? Maximum,
    int? MaxLength,
    bool IsUnique,
    bool AllowsBidi = false
)
{
    private Derived<PatternMatcher> _matcher;

    public static Constraints None { get; } = new(null, null, null, null, null, false);

    /// <summary>The pattern, ready to match; null where there is none.</summary>
    public PatternMatcher? MatcherFor(PatternPatience patience)
    {
        if (Pattern is null)
            return null;
        var matcher = _matcher.From(Pattern, pattern => Patterns.MatcherOf(pattern, patience.OfMatch));
        if (matcher.IsLinear || matcher.Patience == patience.OfMatch)
            return matcher;
        // There are more seeds than there were, or fewer.
        _matcher = default;
        return _matcher.From(Pattern, pattern => Patterns.MatcherOf(pattern, patience.OfMatch));
    }
}

/// <summary>The list, on the kind that a reference names, of the entities that refer to it.</summary>
/// <param name="From">The kind that declares the reference.</param>
/// <param name="Property">The property of <paramref name="From"/> that is the reference.</param>
/// <param name="DeclaredOn">The range of the reference: this kind or one that it extends.</param>
internal sealed record Reverse(string Name, string Description, string From, string Property, string DeclaredOn)
{
    public string CSharpName => Names.ToPascalCase(Name);
}

internal enum PropertyType
{
    /// <summary>The schema is at fault and was reported: takes anything and yields nothing.</summary>
    Invalid,
    Text,
    Markdown,
    Integer,
    Decimal,
    Boolean,
    Date,
    Url,
    Money,
    Language,
    Identifier,
    Enum,
    Reference,

    /// <summary>A reference to an entity of another package.</summary>
    External,
    Embedded,

    /// <summary>Whatever the seed says: a text, a list or a mapping.</summary>
    Any,
}
