using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.Packing;

/// <summary>Which area of a kind's table holds which property. What is read of many entities (names, dates, references)
/// stands close together in the area of values; what is long, and read of one entity at a time, in the area of
/// details.</summary>
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

    /// <summary>The places, among the properties of the kind, of those in the area of values; the id stands before
    /// them.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>Likewise, of those in the area of details.</summary>
    public IReadOnlyList<int> Details { get; }

    /// <summary>Where a property stands.</summary>
    /// <param name="property">Its place among the properties of the kind.</param>
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
