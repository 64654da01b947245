using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Entities;

/// <summary>Shows values to people.</summary>
internal static class ValueText
{
    /// <summary>A value on one line.</summary>
    /// <param name="nameOf">How an entity is called that a reference names; by its id if null.</param>
    public static string Of(
        Value value,
        Property property,
        PackageSchema schema,
        Func<EntityLink, string>? nameOf = null
    ) =>
        value switch
        {
            ScalarValue scalar => scalar.Exact,
            UntypedText text => text.Text,
            EnumItemValue item => property.Values[item.Index].Name,
            ReferenceValue reference => nameOf?.Invoke(reference.Target) ?? reference.Target.Id,
            ExternalValue external => external.Target.Id,
            UnlinkedReference unlinked => unlinked.Text,
            LocalizedValue localized => string.Join(
                "; ",
                localized.Entries.Select(entry => $"{entry.Language}: {entry.Text}")
            ),
            EmbeddedValue embedded => $"{{ {string.Join(", ", Members(embedded, property, schema, nameOf))} }}",
            ListValue list => string.Join(", ", list.Items.Select(item => OrNull(item, property, schema, nameOf))),
            MapValue map => string.Join(
                ", ",
                map.Entries.Select(entry => $"{entry.Key}: {OrNull(entry.Value, property, schema, nameOf)}")
            ),
            _ => throw new NotSupportedException($"A {value.GetType().Name} cannot be shown."),
        };

    private static IEnumerable<string> Members(
        EmbeddedValue embedded,
        Property property,
        PackageSchema schema,
        Func<EntityLink, string>? nameOf
    ) =>
        EntityValues
            .Of(schema[property.Range], embedded.Values)
            .Select(member => $"{member.Property.Name}: {Of(member.Value, member.Property, schema, nameOf)}");

    private static string OrNull(
        Value? value,
        Property property,
        PackageSchema schema,
        Func<EntityLink, string>? nameOf
    ) => value is null ? "null" : Of(value, property, schema, nameOf);

    /// <summary>The single texts in a value, by which a filter asks for it.</summary>
    public static IEnumerable<string> Texts(Value? value, Property property, PackageSchema schema) =>
        value switch
        {
            null => [],
            LocalizedValue localized => localized.Entries.Select(entry => entry.Text),
            ListValue list => list.Items.SelectMany(item => Texts(item, property, schema)),
            MapValue map => map.Entries.SelectMany(entry => Texts(entry.Value, property, schema)),
            EmbeddedValue embedded => EntityValues
                .Of(schema[property.Range], embedded.Values)
                .SelectMany(member => Texts(member.Value, member.Property, schema)),
            _ => [Of(value, property, schema)],
        };
}
