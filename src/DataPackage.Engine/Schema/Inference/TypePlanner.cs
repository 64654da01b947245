using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Engine.Schema.Inference;

/// <summary>Finds the type of the values at one place, from those of all records of a kind.</summary>
/// <remarks>A value that is added later should rarely change a type: so a single number stays a text, and a property of
/// a single record is not required. A single day or address is enough, because its form is unmistakable.</remarks>
/// <param name="configuration">The types that datapackage.yaml says; null if it says none.</param>
internal sealed class TypePlanner(KindConfiguration? configuration)
{
    /// <summary>The number of values that must agree before a text becomes a number or a truth value, or a property
    /// becomes required.</summary>
    private const int EnoughValues = 2;

    private readonly Dictionary<string, string> _configured = (configuration?.Types ?? default).ToDictionary(
        type => type.Path,
        type => type.Type,
        StringComparer.Ordinal
    );

    /// <summary>The type of records of this shape.</summary>
    /// <param name="path">The path of the records, with a dot at its end; empty for the records of a
    /// collection.</param>
    public PlannedRecord PlanRecord(Shape records, string path = "") =>
        new([.. records.Keys.Select(key => PlanProperty(key.Key, key.Value, records, path + key.Key))]);

    private PlannedProperty PlanProperty(string key, Shape shape, Shape records, string path)
    {
        var type = Plan(shape, path, mayBeOneOrMany: true);
        // In a record that lacks a part, present values count; absent ones do not. A record that is no mapping has
        // none.
        var isStated =
            shape.Count - shape.Partial == records.Mappings - records.Incomplete
            && shape.Nulls + records.Scalars + records.Lists == 0;
        return type is PlannedItems
            ? new(key, type, isRequired: false, isNullable: !isStated && shape.EmptyLists + shape.EmptyMappings > 0)
            : new(
                key,
                type,
                isRequired: isStated && !HasBlanks(shape, type) && records.Mappings >= EnoughValues,
                isNullable: false
            );
    }

    /// <summary>A required property must not be blank.</summary>
    private static bool HasBlanks(Shape shape, PlannedType type) =>
        shape.BlankTexts > 0 || (type == PlannedScalar.Any && shape.EmptyLists + shape.EmptyMappings > 0);

    /// <param name="mayBeOneOrMany">Whether a single value counts as a list of one, as it does in a property.</param>
    public PlannedType Plan(Shape shape, string path, bool mayBeOneOrMany) =>
        _configured.TryGetValue(path, out var type)
            ? PlanConfigured(shape, path, type)
            : PlanFound(shape, path, mayBeOneOrMany);

    private PlannedType PlanFound(Shape shape, string path, bool mayBeOneOrMany) =>
        shape.Mappings == 0 ? PlanUnkeyed(shape, path, mayBeOneOrMany) : PlanKeyed(shape, path, mayBeOneOrMany);

    private PlannedType PlanConfigured(Shape shape, string path, string type)
    {
        PlannedType planned = type switch
        {
            ConfiguredType.Localized => new PlannedTexts(),
            ConfiguredType.Map => MapOf(shape, path),
            _ => new PlannedScalar(type),
        };
        // The type is that of the items of a list; any takes the list too.
        return shape is { Lists: > 0, Scalars: 0, Mappings: 0 } && planned != PlannedScalar.Any && type != "any"
            ? new PlannedItems(planned, isMap: false, shape.Items?.Nulls > 0)
            : planned;
    }

    private PlannedType PlanUnkeyed(Shape shape, string path, bool mayBeOneOrMany) =>
        shape switch
        {
            { Scalars: 0, Lists: 0 } => PlannedScalar.Text,
            { Lists: 0 } => ScalarOf(shape),
            { Scalars: 0, Items: { } items } => new PlannedItems(
                Plan(items, path, mayBeOneOrMany: false),
                isMap: false,
                items.Nulls > 0
            ),
            { Scalars: 0 } => new PlannedItems(PlannedScalar.Text, isMap: false, hasNulls: false),
            { Items: null or { Lists: 0, Mappings: 0, Nulls: 0 } } when mayBeOneOrMany => new PlannedItems(
                ScalarOf(Join(shape with { Lists = 0, EmptyLists = 0, Items = null }, shape.Items)),
                isMap: false,
                hasNulls: false
            ),
            _ => PlannedScalar.Any,
        };

    private PlannedType PlanKeyed(Shape shape, string path, bool mayBeOneOrMany)
    {
        if (OpenKeys.AreTexts(shape))
            return new PlannedTexts();
        switch (shape)
        {
            case { Scalars: 0, Lists: 0 }:
                return shape.Keys.Count == 0 ? PlannedScalar.Any
                    : OpenKeys.HasOpenKeys(shape) ? MapOf(shape, path)
                    : RecordOf(shape, path);
            case { Scalars: 0, Items: null or { Lists: 0, Scalars: 0, Nulls: 0 } }
                when mayBeOneOrMany && shape.Keys.Count > 0:
                var records = Join(shape with { Lists = 0, EmptyLists = 0, Items = null }, shape.Items);
                return OpenKeys.HasOpenKeys(records) ? PlannedScalar.Any : ListOf(RecordOf(records, path));
            default:
                return PlannedScalar.Any;
        }
    }

    private static PlannedType ListOf(PlannedType record) =>
        record is PlannedRecord ? new PlannedItems(record, isMap: false, hasNulls: false) : PlannedScalar.Any;

    private PlannedItems MapOf(Shape shape, string path) =>
        new(
            shape.Values is { } values ? PlanFound(values, path, mayBeOneOrMany: false) : PlannedScalar.Any,
            isMap: true,
            shape.Values?.Nulls > 0
        );

    /// <summary>More properties than a kind can have are no properties.</summary>
    private PlannedType RecordOf(Shape records, string path) =>
        records.Keys.Count > SeedLimits.Properties ? PlannedScalar.Any : PlanRecord(records, path + ".");

    private static Shape Join(Shape one, Shape? other)
    {
        var joined = new ShapeBuilder();
        joined.Add(one);
        if (other is not null)
            joined.Add(other);
        return joined.ToShape();
    }

    private static PlannedScalar ScalarOf(Shape shape) =>
        shape.Forms switch
        {
            ScalarForm.Date => new PlannedScalar("date"),
            ScalarForm.Url => new PlannedScalar("url"),
            _ when shape.Scalars < EnoughValues => PlannedScalar.Text,
            ScalarForm.Integer => new PlannedScalar("integer"),
            ScalarForm.Decimal or (ScalarForm.Integer | ScalarForm.Decimal) => new PlannedScalar("decimal"),
            ScalarForm.Boolean => new PlannedScalar("boolean"),
            _ => PlannedScalar.Text,
        };
}
