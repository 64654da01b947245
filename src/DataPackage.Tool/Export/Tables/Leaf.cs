using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Export.Tables;

/// <summary>A single value within an entity: a text in one language, an item of a list, a property of an embedded
/// value.</summary>
/// <param name="Path">As citations name it: <c>positions[0].title</c>.</param>
/// <param name="Language">Null if the value is not in a language.</param>
/// <param name="Value">A value that consists of no others.</param>
internal readonly record struct Leaf(string Path, Property Property, string? Language, Value Value)
{
    /// <summary>All single values that an entity states, in the order of its properties.</summary>
    public static IEnumerable<Leaf> Of(Kind kind, IReadOnlyList<Value?> values, PackageSchema schema) =>
        Of("", kind, values, schema);

    private static IEnumerable<Leaf> Of(string prefix, Kind kind, IReadOnlyList<Value?> values, PackageSchema schema)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value)
                foreach (var leaf in Of(prefix + kind.Properties[i].Name, kind.Properties[i], value, schema))
                    yield return leaf;
    }

    /// <summary>All single values in the value of a property.</summary>
    public static IEnumerable<Leaf> Of(Property property, Value value, PackageSchema schema) =>
        Of(property.Name, property, value, schema);

    private static IEnumerable<Leaf> Of(string path, Property property, Value value, PackageSchema schema) =>
        value switch
        {
            LocalizedValue localized => localized.Entries.Select(entry => new Leaf(
                path,
                property,
                entry.Language,
                new TextValue(entry.Text)
            )),
            EmbeddedValue embedded => Of(path + ".", schema[property.Range], embedded.Values, schema),
            ListValue list => list.Items.SelectMany(
                (item, i) => item is null ? [] : Of(ItemPath(path, i), property, item, schema)
            ),
            MapValue map => map.Entries.SelectMany(entry =>
                entry.Value is null ? [] : Of(EntryPath(path, entry.Key), property, entry.Value, schema)
            ),
            _ => [new Leaf(path, property, null, value)],
        };

    public static string ItemPath(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>As citations name the entry of a map.</summary>
    public static string EntryPath(string path, string key) => $"{path}[{key}]";

    /// <summary>Whether a citation for the path supports the value: it is for the value itself, or for what the value
    /// is a part of.</summary>
    public bool IsWithin(string path) =>
        Path.StartsWith(path, StringComparison.Ordinal)
        && (Path.Length == path.Length || Path[path.Length] is '.' or '[');
}
