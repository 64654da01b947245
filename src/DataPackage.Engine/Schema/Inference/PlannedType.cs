namespace DataPackage.Engine.Schema.Inference;

/// <summary>The type of the values at one place, before its kinds have names.</summary>
internal abstract class PlannedType
{
    /// <summary>The number of embedded kinds that it needs.</summary>
    public abstract int Kinds { get; }

    /// <summary>The types of the values within these values, with their paths below it.</summary>
    public abstract IEnumerable<PlannedPart> Parts { get; }
}

/// <param name="name">The name in schemas: text, integer, decimal, boolean, date, url; any, if the values have nothing
/// in common.</param>
internal sealed class PlannedScalar(string name) : PlannedType
{
    public static readonly PlannedScalar Text = new("text");

    public static readonly PlannedScalar Any = new("any");

    public string Name { get; } = name;

    public override int Kinds => 0;

    public override IEnumerable<PlannedPart> Parts => [];
}

/// <summary>Texts by language.</summary>
internal sealed class PlannedTexts : PlannedType
{
    public override int Kinds => 0;

    public override IEnumerable<PlannedPart> Parts => [];
}

/// <summary>A list, or a mapping whose keys cannot be listed: languages, dates, ids.</summary>
/// <param name="hasNulls">Whether some of its items are null.</param>
internal sealed class PlannedItems(PlannedType items, bool isMap, bool hasNulls) : PlannedType
{
    public PlannedType Items { get; set; } = items;

    public bool IsMap { get; } = isMap;

    public bool HasNulls { get; } = hasNulls;

    public override int Kinds => Items.Kinds;

    public override IEnumerable<PlannedPart> Parts => [new("", Items, type => Items = type)];
}

/// <summary>A record, which gets a kind.</summary>
internal sealed class PlannedRecord(IReadOnlyList<PlannedProperty> properties) : PlannedType
{
    public IReadOnlyList<PlannedProperty> Properties { get; } = properties;

    public override int Kinds => 1 + Properties.Sum(property => property.Type.Kinds);

    public override IEnumerable<PlannedPart> Parts =>
        Properties.Select(property => new PlannedPart(property.Key, property.Type, type => property.Type = type));
}

/// <param name="key">The key in seeds.</param>
/// <param name="isRequired">Whether all records have it, and there are enough of them to expect it of the next.</param>
/// <param name="isNullable">Whether it is a collection that some records lack and others have without items.</param>
internal sealed class PlannedProperty(string key, PlannedType type, bool isRequired, bool isNullable)
{
    public string Key { get; } = key;

    public PlannedType Type { get; set; } = type;

    public bool IsRequired { get; } = isRequired;

    public bool IsNullable { get; } = isNullable;
}

/// <summary>A type within another.</summary>
/// <param name="Key">The key that leads to it; empty for the items of a list or a map.</param>
/// <param name="Replace">Puts another type into its place.</param>
internal readonly record struct PlannedPart(string Key, PlannedType Type, Action<PlannedType> Replace);
