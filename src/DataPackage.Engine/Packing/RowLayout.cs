using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.Packing;

/// <summary>The area and field of each property in a kind's table. Properties that are read of many entities (names,
/// dates, references) are close together in the area of values. Long ones, which are read of one entity at a time, are
/// in the area of details.</summary>
internal sealed class RowLayout
{
    private readonly (bool IsDetail, int Field)[] _places;

    public RowLayout(Kind kind)
    {
        var (values, details) = (new List<int>(), new List<int>());
        _places = new (bool, int)[kind.Properties.Count];
        for (var i = 0; i < _places.Length; i++)
        {
            var isDetail = IsDetail(kind, kind.Properties[i]);
            var area = isDetail ? details : values;
            // The id is the first of the values.
            _places[i] = (isDetail, isDetail ? area.Count : area.Count + 1);
            area.Add(i);
        }

        (Values, Details) = (values, details);
    }

    /// <summary>The indexes of the kind's properties in the area of values, where the id comes before them.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>The indexes of the kind's properties in the area of details.</summary>
    public IReadOnlyList<int> Details { get; }

    /// <summary>The area and field of a property.</summary>
    /// <param name="property">Its index among the properties of the kind.</param>
    public (bool IsDetail, int Field) this[int property] => _places[property];

    private static bool IsDetail(Kind kind, Property property) =>
        property.Type is ScalarType { IsLong: true }
        || property.Name == kind.Summary
        || property
            is { Form: ValueForm.Embedded, IsMany: true }
                or { IsMap: true }
                or { Layers.Count: > 1 }
                or { Form: ValueForm.Any };
}
