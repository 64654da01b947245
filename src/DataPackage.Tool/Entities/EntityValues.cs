using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Entities;

/// <summary>The values that an entity or an embedded value states, with their properties.</summary>
internal static class EntityValues
{
    public static IEnumerable<(Property Property, Value Value)> Of(Kind kind, IReadOnlyList<Value?> values)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value)
                yield return (kind.Properties[i], value);
    }
}
