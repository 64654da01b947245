using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>What all records of a kind have at one place: the numbers of scalars, lists, mappings and nulls, and the
/// forms of scalars.</summary>
internal sealed record Shape
{
    /// <summary>The number of nulls.</summary>
    public required int Nulls { get; init; }

    /// <summary>The number of scalars that are not null.</summary>
    public required int Scalars { get; init; }

    /// <summary>The number of scalars that are empty or white space.</summary>
    public required int BlankTexts { get; init; }

    /// <summary>The forms of the scalars.</summary>
    public required ScalarForm Forms { get; init; }

    /// <summary>The number of lists.</summary>
    public required int Lists { get; init; }

    /// <summary>The number of lists without items.</summary>
    public required int EmptyLists { get; init; }

    /// <summary>The shape of the items of the lists; null if there are no items.</summary>
    public required Shape? Items { get; init; }

    /// <summary>The number of mappings.</summary>
    public required int Mappings { get; init; }

    /// <summary>The number of mappings without keys.</summary>
    public required int EmptyMappings { get; init; }

    /// <summary>The shapes of the values of the mappings, in the order in which their keys were first met.</summary>
    public required EquatableArray<KeyShape> Keys { get; init; }

    /// <summary>The number of mappings that could not be read as a whole: a key that such a mapping lacks says
    /// nothing.</summary>
    public int Incomplete { get; init; }

    /// <summary>The number of values at this place that are in such mappings.</summary>
    public int Partial { get; init; }

    /// <summary>Whether no value at this place could be read as a whole. Any other value at the place counts
    /// instead.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The number of values at the place, null included.</summary>
    public int Count => Nulls + Scalars + Lists + Mappings;

    private Derived<Shape> _values;

    /// <summary>The shape of the values of all keys; null if there are no keys.</summary>
    public Shape? Values => Keys.Count == 0 ? null : _values.From(Keys, static keys => Join(keys));

    private static Shape Join(EquatableArray<KeyShape> keys)
    {
        var values = new ShapeBuilder();
        foreach (var key in keys)
            values.Add(key.Value);
        return values.ToShape();
    }
}

/// <param name="Value">The shape of the values of the key.</param>
/// <param name="First">Where the key is first met in a piece of a file; 0 for a file, whose keys are in that
/// order.</param>
internal sealed record KeyShape(string Key, Shape Value, int First = 0);
