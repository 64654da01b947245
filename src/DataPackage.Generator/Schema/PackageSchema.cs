using DataPackage.Generator.Model;

namespace DataPackage.Generator.Schema;

/// <summary>What <c>datapackage.yaml</c> and <c>schema/</c> declare: the kinds, complete with what they inherit, ordered by name.</summary>
/// <param name="IsIncomplete">A schema could not be read or named, and was reported: what no kind claims may be its.</param>
internal sealed record PackageSchema(PackageFacts Facts, EquatableArray<Kind> Kinds, bool IsIncomplete = false)
{
    private Dictionary<string, Kind>? _byName;
    private Dictionary<string, Kind>? _byCollection;

    public Kind? Find(string name)
    {
        // Built on first use and the same whoever builds it: a race costs time only.
        var byName = _byName ??= Kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        return byName.TryGetValue(name, out var kind) ? kind : null;
    }

    /// <summary>The kind whose entities stand in this folder, or file of many.</summary>
    public Kind? FindByCollection(string collection)
    {
        // Of two kinds that want one catalog, which was reported, the seeds are those of the kind that got it.
        var byCollection = _byCollection ??= ConcreteKinds.OrderBy(kind => kind.Plural.Length)
            .GroupBy(kind => kind.Collection, StringComparer.Ordinal).ToDictionary(kinds => kinds.Key, kinds => kinds.First(), StringComparer.Ordinal);
        return byCollection.TryGetValue(collection, out var kind) ? kind : null;
    }

    public Kind this[string name] => Find(name) ?? throw new KeyNotFoundException(name);

    /// <summary>The kinds that have entities, ordered by name. Packed data names a kind by its place in this list.</summary>
    public IEnumerable<Kind> ConcreteKinds => Kinds.Where(kind => kind.IsConcrete);

    public Kind? Article => Kinds.FirstOrDefault(kind => kind.IsArticle);

    /// <summary>The kinds whose entities a reference to <paramref name="range"/> can name.</summary>
    public IEnumerable<Kind> ConcreteKindsOf(Kind range) =>
        range.IsConcrete ? [range] : ConcreteKinds.Where(kind => kind.Ancestors.Contains(range.Name));

    public bool Equals(PackageSchema? other) => other is not null && Facts == other.Facts && IsIncomplete == other.IsIncomplete && Kinds.Equals(other.Kinds);

    public override int GetHashCode() => Kinds.GetHashCode();
}

/// <param name="Namespace">Of the generated code; null where datapackage.yaml does not say.</param>
/// <param name="Language">The default language of localized text (BCP 47).</param>
internal sealed record PackageFacts(string? Namespace, string Language, CitationPolicy Citations)
{
    public static PackageFacts Default { get; } = new(null, "en", CitationPolicy.None);
}

/// <summary>What must be cited; spelled in lower case in datapackage.yaml.</summary>
internal enum CitationPolicy
{
    None,
    Entity,
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
/// <param name="Properties">Inherited ones first, each in the order of its schema.</param>
/// <param name="Reverses">Ordered by name; inherited ones included.</param>
/// <param name="IsIncomplete">Part of its schema was at fault and reported: a property that it lacks may have been meant.</param>
internal sealed record Kind(
    string Name, string Plural, string Label, string Description, KindShape Shape,
    EquatableArray<string> Extends, EquatableArray<string> Ancestors,
    string? Caption, string? Summary, EquatableArray<string> FindBy, EquatableArray<string> Featured, Temporal? Temporal,
    EquatableArray<Property> Properties, EquatableArray<Reverse> Reverses, string? Deprecated, bool IsIncomplete = false)
{
    public bool IsAbstract => Shape == KindShape.Abstract;

    public bool IsEmbedded => Shape == KindShape.Embedded;

    public bool IsArticle => Shape == KindShape.Article;

    public bool IsConcrete => Shape is KindShape.Entity or KindShape.Article;

    /// <summary>The folder, or file, below seeds/ that holds the kind's entities.</summary>
    public string Collection => Names.ToKebabCase(Plural.TrimEnd(Names.Evasion));

    public string TypeName => IsAbstract ? "I" + Name : Name;

    /// <summary>The properties whose enumerations are declared by this kind, not by one above.</summary>
    public IEnumerable<Property> OwnEnums => Properties.Where(property => property.Type == PropertyType.Enum && property.DeclaredBy == Name);

    public int IndexOf(string property)
    {
        for (var i = 0; i < Properties.Count; i++)
            if (Properties[i].Name == property) return i;
        return -1;
    }
}

/// <param name="Start">The property with the date from which on an entity is there.</param>
/// <param name="End">The property with the date until which it is there; null where the start's own span is all.</param>
internal sealed record Temporal(string Start, string? End);

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

/// <param name="Name">As the seeds spell it.</param>
/// <param name="Range">The kind that a reference names or whose values are embedded; empty for other types.</param>
/// <param name="EnumType">The C# enumeration; empty for other types.</param>
/// <param name="DeclaredBy">The kind whose schema declares it.</param>
internal sealed record Property(
    string Name, string Description, PropertyType Type, string Range, bool IsMany, bool IsRequired, bool IsLocalized,
    string EnumType, EquatableArray<EnumValue> Values, Constraints Constraints, string? Deprecated, string? ReverseName, string DeclaredBy)
{
    public string CSharpName => Names.ToPascalCase(Name);
}

/// <param name="Name">As the seeds spell it.</param>
internal sealed record EnumValue(string Name, string Description)
{
    public string CSharpName => Names.ToPascalCase(Name);
}

/// <summary>What a value must satisfy beyond its type. Lengths are in UTF-16 code units, bounds inclusive.</summary>
internal sealed record Constraints(string? Format, string? Pattern, decimal? Minimum, decimal? Maximum, int? MaxLength, bool IsUnique)
{
    public static Constraints None { get; } = new(null, null, null, null, null, false);
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
    Embedded,
}
