using System.Text.Json;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;

namespace DataPackage.Tool.Entities;

/// <summary>Writes values for programs: numbers and truth values are such, references are ids, all else is
/// text.</summary>
internal static class ValueJson
{
    /// <param name="nameOf">How an entity is called that a reference names; by its id if null.</param>
    /// <param name="isNumber">Whether numbers of a property are written as such; all are if null.</param>
    public static void Write(
        Value? value,
        Property property,
        PackageSchema schema,
        Utf8JsonWriter json,
        Func<EntityLink, string>? nameOf = null,
        Func<Property, bool>? isNumber = null
    )
    {
        if (value is null)
            json.WriteNullValue();
        else
            WriteStated(value, property, schema, json, nameOf, isNumber);
    }

    private static void WriteStated(
        Value value,
        Property property,
        PackageSchema schema,
        Utf8JsonWriter json,
        Func<EntityLink, string>? nameOf,
        Func<Property, bool>? isNumber
    )
    {
        switch (value)
        {
            case IntegerValue integer when isNumber?.Invoke(property) != false:
                json.WriteNumberValue(integer.Number);
                break;
            case DecimalValue number when isNumber?.Invoke(property) != false:
                json.WriteNumberValue(number.Number);
                break;
            case BooleanValue boolean:
                json.WriteBooleanValue(boolean.IsTrue);
                break;
            case LocalizedValue localized:
                Write(localized, json);
                break;
            case EmbeddedValue embedded:
                json.WriteStartObject();
                WriteMembers(schema[property.Range], embedded.Values, schema, json, nameOf, isNumber);
                json.WriteEndObject();
                break;
            case ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(item, property, schema, json, nameOf, isNumber);
                json.WriteEndArray();
                break;
            case MapValue map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                    WriteMember(entry);
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(ValueText.Of(value, property, schema, nameOf));
                break;
        }

        void WriteMember(MapEntry entry)
        {
            json.WritePropertyName(entry.Key);
            Write(entry.Value, property, schema, json, nameOf, isNumber);
        }
    }

    private static void Write(LocalizedValue value, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var entry in value.Entries)
            json.WriteString(entry.Language, entry.Text);
        json.WriteEndObject();
    }

    /// <summary>Writes the stated values as members of an object.</summary>
    public static void WriteMembers(
        Kind kind,
        IReadOnlyList<Value?> values,
        PackageSchema schema,
        Utf8JsonWriter json,
        Func<EntityLink, string>? nameOf = null,
        Func<Property, bool>? isNumber = null
    )
    {
        foreach (var (property, value) in EntityValues.Of(kind, values))
        {
            json.WritePropertyName(property.Name);
            Write(value, property, schema, json, nameOf, isNumber);
        }
    }
}
