using System.Text;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Engine.Releases;

/// <summary>Spells a value in exactly one way, so that two versions are compared as texts.</summary>
internal static class FactText
{
    private static readonly char[] Structure = ['{', '}', '[', ']', ',', ':', '"', '\\', '\n'];

    /// <summary>A single value as its text; one with parts as JSON, members without a value left out.</summary>
    public static string Of(Value value, Property property, PackageSchema schema) =>
        value switch
        {
            ScalarValue scalar => scalar.Exact,
            EnumItemValue item => property.Values[item.Index].Name,
            ReferenceValue reference => $"{reference.Target.Kind}/{reference.Target.Id}",
            ExternalValue external => external.Target.Id,
            _ => Nested(value, property, schema),
        };

    private static string Nested(Value? value, Property property, PackageSchema schema) =>
        value switch
        {
            null => "null",
            LocalizedValue localized => Object(localized.Entries.Select(entry => (entry.Language, Quoted(entry.Text)))),
            MapValue map => Object(map.Entries.Select(entry => (entry.Key, Nested(entry.Value, property, schema)))),
            EmbeddedValue embedded => Object(Members(embedded, schema[property.Range], schema)),
            ListValue list => $"[{string.Join(", ", list.Items.Select(item => Nested(item, property, schema)))}]",
            // Without quotes, so that 1 and "1" differ in a value without a type.
            IntegerValue or DecimalValue or BooleanValue => Of(value, property, schema),
            UntypedText { IsPlain: true } plain when plain.Text.IndexOfAny(Structure) < 0 => plain.Text,
            UntypedText text => Quoted(text.Text),
            _ => Quoted(Of(value, property, schema)),
        };

    private static IEnumerable<(string Name, string Text)> Members(
        EmbeddedValue embedded,
        Kind kind,
        PackageSchema schema
    )
    {
        for (var i = 0; i < embedded.Values.Count; i++)
            if (embedded.Values[i] is { } value)
                yield return (kind.Properties[i].Name, Nested(value, kind.Properties[i], schema));
    }

    private static string Object(IEnumerable<(string Name, string Text)> members)
    {
        var texts = members
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{Quoted(member.Name)}: {member.Text}");
        return $"{{ {string.Join(", ", texts)} }}";
    }

    /// <summary>The text in JSON.</summary>
    public static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
            json.Append(
                c is '"' or '\\' ? $"\\{c}"
                : c == '\n' ? "\\n"
                : $"{c}"
            );
        return json.Append('"').ToString();
    }
}
