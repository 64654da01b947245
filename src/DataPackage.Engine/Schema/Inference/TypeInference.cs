using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Finds the type of the values at one place, from those of all records of a kind.</summary>
/// <remarks>A value that is added later should rarely change a type: so a single number stays a text, and a property of
/// a single record is not required. A single day or address is enough, because its form is unmistakable.</remarks>
internal sealed class TypeInference(KindNames kindNames)
{
    /// <summary>The number of values that must agree before a text becomes a number or a truth value, or a property
    /// becomes required.</summary>
    private const int EnoughValues = 2;

    /// <summary>The kind of records of this shape.</summary>
    /// <param name="name">The name of the kind, which no other has.</param>
    public InferredKind KindOf(string name, Shape records, Func<string, string> nameProperty)
    {
        var properties = new List<InferredProperty>();
        foreach (var key in records.Keys)
        {
            var property = nameProperty(key.Key);
            properties.Add(PropertyOf(key.Key, property, key.Value, records, name));
        }

        return new InferredKind(name, properties.ToEquatableArray());
    }

    private InferredProperty PropertyOf(string key, string name, Shape shape, Shape records, string owner)
    {
        var type = TypeOf(shape, owner, PropertyNames.WordsOf(key), mayBeOneOrMany: true);
        // In a record that lacks a part, present values count; absent ones do not.
        var isStated = shape.Count - shape.Partial == records.Mappings - records.Incomplete && shape.Nulls == 0;
        return type is InferredList or InferredMap
            ? new InferredProperty(
                key,
                name,
                type,
                IsRequired: false,
                IsNullable: !isStated && shape.EmptyLists + shape.EmptyMappings > 0
            )
            : new InferredProperty(
                key,
                name,
                type,
                IsRequired: isStated && !HasBlanks(shape, type) && records.Mappings >= EnoughValues,
                IsNullable: false
            );
    }

    /// <summary>A required property must not be blank.</summary>
    private static bool HasBlanks(Shape shape, InferredType type) =>
        shape.BlankTexts > 0 || (type == InferredScalar.Any && shape.EmptyLists + shape.EmptyMappings > 0);

    /// <param name="mayBeOneOrMany">Whether a single value counts as a list of one, as it does in a property.</param>
    private InferredType TypeOf(Shape shape, string owner, string name, bool mayBeOneOrMany)
    {
        switch (shape)
        {
            case { Scalars: 0, Lists: 0, Mappings: 0 }:
                return InferredScalar.Text;
            case { Lists: 0, Mappings: 0 }:
                return ScalarOf(shape);
            case { Scalars: 0, Mappings: 0 }:
                return shape.Items is { } items
                    ? new InferredList(TypeOf(items, owner, name, false), items.Nulls > 0)
                    : new InferredList(InferredScalar.Text, false);
            case { Scalars: 0, Lists: 0 }:
                return shape.Keys.Count == 0 ? InferredScalar.Any
                    : OpenKeys.HasOpenKeys(shape)
                        ? new InferredMap(TypeOf(shape.Values!, owner, name, false), shape.Values!.Nulls > 0)
                    : RecordOf(shape, owner, name);
            case { Mappings: 0, Items: null or { Lists: 0, Mappings: 0, Nulls: 0 } } when mayBeOneOrMany:
                return new InferredList(
                    ScalarOf(Join(shape with { Lists = 0, EmptyLists = 0, Items = null }, shape.Items)),
                    false
                );
            case { Scalars: 0, Items: null or { Lists: 0, Scalars: 0, Nulls: 0 } }
                when mayBeOneOrMany && shape.Keys.Count > 0:
                var records = Join(shape with { Lists = 0, EmptyLists = 0, Items = null }, shape.Items);
                return OpenKeys.HasOpenKeys(records)
                    ? InferredScalar.Any
                    : new InferredList(RecordOf(records, owner, name), false);
            default:
                return InferredScalar.Any;
        }
    }

    private InferredRecord RecordOf(Shape records, string owner, string name)
    {
        var kind = kindNames.TakeEmbedded(owner, name);
        var properties = new PropertyNames(kind, isEmbedded: true);
        return new InferredRecord(KindOf(kind, records, properties.Take));
    }

    private static Shape Join(Shape one, Shape? other)
    {
        var joined = new ShapeBuilder();
        joined.Add(one);
        if (other is not null)
            joined.Add(other);
        return joined.ToShape();
    }

    private static InferredScalar ScalarOf(Shape shape) =>
        shape.Forms switch
        {
            ScalarForm.Date => new InferredScalar("date"),
            ScalarForm.Url => new InferredScalar("url"),
            _ when shape.Scalars < EnoughValues => InferredScalar.Text,
            ScalarForm.Integer => new InferredScalar("integer"),
            ScalarForm.Decimal or (ScalarForm.Integer | ScalarForm.Decimal) => new InferredScalar("decimal"),
            ScalarForm.Boolean => new InferredScalar("boolean"),
            _ => InferredScalar.Text,
        };
}
