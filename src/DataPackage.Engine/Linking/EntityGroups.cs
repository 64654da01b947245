using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Linking;

/// <summary>The entities of a kind by the values of one property.</summary>
/// <param name="Groups">In the order of the enumeration's values or of years, then of names.</param>
internal sealed record EntityGroups(string Property, EquatableArray<EntityGroup> Groups)
{
    /// <summary>One for each property that the kind's <c>groupBy</c> lists. An entity is in the group of each of its
    /// values; without a value it is in none.</summary>
    public static EquatableArray<EntityGroups> Of(Kind kind, LinkedKind entities) =>
        kind
            .GroupBy.Select(name => new EntityGroups(
                name,
                Of(kind.Properties[kind.IndexOf(name)], kind.IndexOf(name), entities)
            ))
            .ToEquatableArray();

    private static EquatableArray<EntityGroup> Of(Property property, int index, LinkedKind entities)
    {
        var groups = new Dictionary<
            string,
            (string Caption, string Description, long Order, List<GroupedEntity> Entities)
        >(StringComparer.Ordinal);
        for (var row = 0; row < entities.Entities.Count; row++)
        {
            var entity = entities.Entities[row];
            foreach (var value in ValuesOf(entity.Values[index]))
            {
                var (name, caption, description, order) = GroupOf(value, property);
                if (!groups.TryGetValue(name, out var group))
                    groups.Add(name, group = (caption, description, order, []));
                // An entity with a duplicate value is in its group once.
                if (group.Entities.Count == 0 || group.Entities[group.Entities.Count - 1].Row != row)
                    group.Entities.Add(new GroupedEntity(row, entity.Accessor, entity.Deprecated));
            }
        }

        return groups
            .OrderBy(group => group.Value.Order)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new EntityGroup(
                group.Key,
                group.Value.Caption,
                group.Value.Description,
                group.Value.Entities.ToEquatableArray()
            ))
            .ToEquatableArray();
    }

    private static IEnumerable<Value> ValuesOf(Value? value) =>
        value switch
        {
            null => [],
            ListValue list => list.Items.OfType<Value>(),
            _ => [value],
        };

    private static (string Name, string Caption, string Description, long Order) GroupOf(
        Value value,
        Property property
    ) =>
        value switch
        {
            EnumItemValue item => (
                Names.ToMember(property.Values[item.Index].Name),
                property.Values[item.Index].Name,
                property.Values[item.Index].Description,
                item.Index
            ),
            DateValue { EarliestDay: null } => ("Undated", "without a first day", "", long.MaxValue),
            DateValue { EarliestDay: { } day } => OfYear(day),
            ReferenceValue { Target: var target } => (
                target.Accessor.Length > 0 ? target.Accessor : Named(target.Id),
                target.Id,
                "",
                0
            ),
            ScalarValue { Key: var key } => (Named(NormalForm.Of(key)), NormalForm.Of(key), "", 0),
            _ => throw new NotSupportedException($"Nothing is grouped by a {value.GetType().Name}."),
        };

    /// <summary>The group of the year of a first day. Years before 1 are counted as EDTF does, from a year 0.</summary>
    private static (string, string, string, long) OfYear(long day)
    {
        var year = EdtfCalendar.YearOf(day);
        return (
            (year < 0 ? "InMinus" : "In") + Math.Abs(year).ToString(CultureInfo.InvariantCulture),
            year.ToString(CultureInfo.InvariantCulture),
            "",
            year
        );
    }

    private static string Named(string text) => Names.ToMember(text) is { Length: > 0 } name ? name : "Other";
}
