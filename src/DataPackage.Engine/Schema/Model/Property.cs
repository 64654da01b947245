using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>A property of a kind.</summary>
internal sealed record Property
{
    /// <summary>The name in schemas.</summary>
    public required string Name { get; init; }

    /// <summary>The key in seeds.</summary>
    public required string Key { get; init; }

    /// <summary>The kind whose schema declares it.</summary>
    public required string DeclaredBy { get; init; }

    /// <summary>The name for people; empty if the schema has none.</summary>
    public string Label { get; init; } = "";

    public required string Description { get; init; }

    /// <summary>The type of the value, or of the innermost values in lists and maps.</summary>
    public required PropertyType Type { get; init; }

    /// <summary>The kind that a reference names or whose values are embedded, with the package after an @ if it is of
    /// another one; empty for other types.</summary>
    public string Range { get; init; } = "";

    /// <summary>The property of the range whose value a reference states; null for the id.</summary>
    public string? By { get; init; }

    public string? ReverseName { get; init; }

    /// <summary>The lists and maps around the values, the outermost first; empty for a property with one
    /// value.</summary>
    public EquatableArray<Layer> Layers { get; init; }

    /// <summary>Whether a value in the innermost list or map may be null.</summary>
    public bool AreItemsNullable { get; init; }

    public bool IsRequired { get; init; }

    public bool IsLocalized { get; init; }

    /// <summary>The C# enumeration; empty for other types.</summary>
    public string EnumType { get; init; } = "";

    public EquatableArray<EnumValue> Values { get; init; }

    public Constraints Constraints { get; init; } = Constraints.None;

    /// <summary>The property of FollowTheMoney that has its values in an export; null if that follows from the
    /// name.</summary>
    public string? Ftm { get; init; }

    /// <summary>The reason why it should not be used any more; null if it may be used.</summary>
    public string? Deprecated { get; init; }

    /// <summary>Whether its values must be cited; null if the schema leaves that to
    /// <see cref="Kind.MustBeCited"/>.</summary>
    public bool? IsCited { get; init; }

    /// <summary>Whether values may compete without a preferred one. It then has none of them.</summary>
    public bool IsDisputable { get; init; }

    /// <summary>Whether part of its schema could not be read, which was reported: a value that seems wrong may be
    /// right.</summary>
    public bool IsIncomplete { get; init; }

    private Derived<Dictionary<string, int>> _places;
    private Derived<NameList> _valueNames;

    /// <summary>The form of a value.</summary>
    public ValueForm Form => IsLocalized ? ValueForm.Localized : Type.Form;

    /// <summary>The type of a value whose form is <see cref="ValueForm.Scalar"/>; null for other forms, localized texts
    /// included.</summary>
    public ScalarType? Scalar => IsLocalized ? null : Type as ScalarType;

    public string CSharpName => Names.ToPascalCase(Name);

    /// <summary>The index of a value among those of an enumeration, or -1.</summary>
    public int IndexOfValue(string value) => Places.Find(ref _places, Values, value, static each => each.Name);

    /// <summary>The values of an enumeration in seeds, for suggestions.</summary>
    public NameList ValueNames =>
        _valueNames.From(Values, static values => NameList.Of(values.Select(value => value.Name)));

    /// <summary>Whether it has any number of values, in a list or a map.</summary>
    public bool IsMany => Layers.Count > 0;

    public bool IsMap => Layers.Count > 0 && Layers[0].IsMap;

    /// <summary>Whether it is a list or a map that is null, not empty, if a seed does not state it.</summary>
    public bool IsNullable => Layers.Count > 0 && Layers[0].IsNullable;

    /// <summary>Whether its values are entities, of this package or of another.</summary>
    public bool IsReference => Type.IsReference;

    /// <summary>Whether it is a simple list of references, which is packed as their rows.</summary>
    public bool IsReferenceList =>
        Type == PropertyType.Reference
        && Layers.Count == 1
        && Layers[0] is { IsMap: false, IsNullable: false }
        && !AreItemsNullable;

    /// <summary>Whether the items of the list or map at this depth may be null.</summary>
    public bool IsNullableAt(int depth) => depth < Layers.Count ? Layers[depth].IsNullable : AreItemsNullable;

    /// <summary>Thrown by a <c>switch</c> that misses a form of values.</summary>
    public NotSupportedException UnknownForm => new($"A value of the form {Form} is not provided for here.");
}

/// <summary>A list, or a map from texts, whose items are the values of a property or further lists and maps.</summary>
internal sealed record Layer(bool IsMap, bool IsNullable);
