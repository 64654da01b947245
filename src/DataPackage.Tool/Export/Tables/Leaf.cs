using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Export.Tables;

/// <summary>A single value within an entity: a text in one language, an item of a list, a property of an embedded
/// value.</summary>
/// <param name="Path">As citations name it: <c>positions[0].title</c>.</param>
/// <param name="Language">Null if the value is not in a language.</param>
/// <param name="Value">A value that consists of no others.</param>
internal readonly record struct Leaf(string Path, Property Property, string? Language, Value Value)
{
    /// <summary>All single values that an entity states, in the order of its properties.</summary>
    public static IReadOnlyList<Leaf> Of(Kind kind, EquatableArray<Value?> values, PackageSchema schema)
    {
        var leaves = new List<Leaf>();
        Add("", kind, values, schema, leaves);
        return leaves;
    }

    /// <summary>All single values in the value of a property.</summary>
    public static IReadOnlyList<Leaf> Of(Property property, Value value, PackageSchema schema)
    {
        var leaves = new List<Leaf>();
        Add(property.Name, property, value, schema, leaves);
        return leaves;
    }

    private static void Add(
        string prefix,
        Kind kind,
        EquatableArray<Value?> values,
        PackageSchema schema,
        List<Leaf> leaves
    )
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value)
                Add(prefix + kind.Properties[i].Name, kind.Properties[i], value, schema, leaves);
    }

    private static void Add(string path, Property property, Value value, PackageSchema schema, List<Leaf> leaves)
    {
        switch (value)
        {
            case LocalizedValue localized:
                foreach (var entry in localized.Entries)
                    leaves.Add(new Leaf(path, property, entry.Language, new TextValue(entry.Text)));
                break;
            case EmbeddedValue embedded:
                Add(path + ".", schema[property.Range], embedded.Values, schema, leaves);
                break;
            case ListValue list:
                for (var i = 0; i < list.Items.Count; i++)
                    if (list.Items[i] is { } item)
                        Add(ItemPath(path, i), property, item, schema, leaves);
                break;
            case MapValue map:
                foreach (var entry in map.Entries)
                    if (entry.Value is { } item)
                        Add(EntryPath(path, entry.Key), property, item, schema, leaves);
                break;
            default:
                leaves.Add(new Leaf(path, property, null, value));
                break;
        }
    }

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
