using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;

namespace DataPackage.Tool.Export.JsonLd;

/// <summary>Writes values as JSON-LD has them, each with its type or language.</summary>
internal sealed partial class ValueNodes(PackageSchema schema, Terms terms, ExactNumbers numbers, Utf8JsonWriter json)
{
    private static readonly string[] Starts = ["from", "start", "startDate", "since"];
    private static readonly string[] Ends = ["to", "end", "endDate", "until"];

    /// <summary>Writes values with the terms of their properties. The order of a list is kept by the package's own
    /// term; the properties of schema.org have no order.</summary>
    public void WriteMembers(Kind kind, IReadOnlyList<Value?> values)
    {
        foreach (var (property, value) in EntityValues.Of(kind, values))
        {
            var term = terms.Of(kind, property);
            if (IsList(value, property))
            {
                if (term != Terms.OwnOf(property))
                    WriteUnordered(term, value, property);
                json.WritePropertyName(Terms.OwnOf(property));
                WriteList((ListValue)value, property);
                continue;
            }

            json.WritePropertyName(term);
            Write(value, property);
        }
    }

    /// <summary>Whether the value is a list whose items are nodes or literals of JSON-LD.</summary>
    private static bool IsList(Value value, Property property) =>
        value is ListValue && property is { Layers.Count: 1, AreItemsNullable: false, Form: not ValueForm.Any };

    private void WriteList(ListValue list, Property property)
    {
        json.WriteStartObject();
        json.WriteStartArray("@list");
        foreach (var item in list.Items)
            if (item is LocalizedValue { Entries.Count: > 1 } localized)
            {
                // One item, so that the languages of two items are not mixed.
                json.WriteStartObject();
                json.WritePropertyName($"{Terms.Rdf}:value");
                Write(localized, property);
                json.WriteEndObject();
            }
            else
                WriteItem(item!, property);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteUnordered(string term, Value value, Property property)
    {
        json.WritePropertyName(term);
        if (!IsList(value, property))
        {
            Write(value, property);
            return;
        }

        json.WriteStartArray();
        foreach (var item in ((ListValue)value).Items)
            WriteItem(item!, property);
        json.WriteEndArray();
    }

    /// <summary>An item within an array, where an array of its own would be refused.</summary>
    private void WriteItem(Value item, Property property)
    {
        if (item is LocalizedValue localized)
            WriteTexts(localized);
        else
            Write(item, property);
    }

    private void WriteTexts(LocalizedValue localized)
    {
        foreach (var entry in localized.Entries)
            Literal(entry.Text, "@language", entry.Language);
    }

    private void Write(Value value, Property property)
    {
        switch (value)
        {
            case ListValue or MapValue or UntypedText:
                WriteJson(value, property);
                break;
            case LocalizedValue localized:
                json.WriteStartArray();
                WriteTexts(localized);
                json.WriteEndArray();
                break;
            case EmbeddedValue embedded:
                Write(embedded, property);
                break;
            case ReferenceValue reference:
                Node(terms.Of(reference.Target));
                break;
            case ExternalValue external:
                Node(Terms.OfExternal(property.Range, external.Target.Id));
                break;
            case BooleanValue boolean:
                json.WriteBooleanValue(boolean.IsTrue);
                break;
            case MoneyValue money:
                Write(money);
                break;
            default:
                var text = ValueText.Of(value, property, schema);
                if (TypeOf(value, property) is { } type)
                    Literal(text, "@type", type);
                else
                    json.WriteStringValue(text);
                break;
        }
    }

    /// <summary>What JSON-LD has no form for is JSON.</summary>
    private void WriteJson(Value value, Property property)
    {
        json.WriteStartObject();
        json.WriteString("@type", "@json");
        json.WritePropertyName("@value");
        ValueJson.Write(value, property, schema, json, terms.Of, numbers.Has);
        json.WriteEndObject();
    }

    private void Write(MoneyValue money)
    {
        json.WriteStartObject();
        json.WriteString("@type", $"{Terms.Schema}:MonetaryAmount");
        json.WritePropertyName($"{Terms.Schema}:value");
        Literal(money.Number.ToString(CultureInfo.InvariantCulture), "@type", "xsd:decimal");
        json.WriteString($"{Terms.Schema}:currency", money.Currency);
        json.WriteEndObject();
    }

    /// <summary>A value that names an entity is a role: the property leads to it, and from it to the entity. What the
    /// role is called and when it is held have the terms of schema.org too.</summary>
    private void Write(EmbeddedValue value, Property property)
    {
        var kind = schema[property.Range];
        var role = kind.Properties.FirstOrDefault(each => each.Form == ValueForm.Reference);
        json.WriteStartObject();
        json.WriteStartArray("@type");
        if (role is not null)
            json.WriteStringValue($"{Terms.Schema}:Role");
        foreach (var type in Terms.Of(kind))
            json.WriteStringValue(type);
        json.WriteEndArray();
        WriteMembers(kind, value.Values);
        if (role is not null)
        {
            // An embedded kind may have a property of the name by which it is embedded.
            if (kind.IndexOf(property.Name) < 0)
                Again(Terms.OwnOf(property), role);
            var title = kind.Properties.FirstOrDefault(each => each.Name is "title" or "role" or "name");
            Again($"{Terms.Schema}:roleName", title);
            Again($"{Terms.Schema}:startDate", DateNamed(kind, Starts));
            Again($"{Terms.Schema}:endDate", DateNamed(kind, Ends));
        }

        json.WriteEndObject();

        void Again(string term, Property? from)
        {
            if (from is not null && value.Values[kind.IndexOf(from.Name)] is { } again)
                WriteUnordered(term, again, from);
        }
    }

    private static Property? DateNamed(Kind kind, string[] names) =>
        kind.Properties.FirstOrDefault(each =>
            each.Scalar == ScalarTypes.Date && !each.IsMany && names.Contains(each.Name, StringComparer.Ordinal)
        );

    private static string? TypeOf(Value value, Property property) =>
        value switch
        {
            DateValue date => DateType(date.Canonical),
            IntegerValue => "xsd:integer",
            DecimalValue => "xsd:decimal",
            DurationValue => "xsd:duration",
            TextValue when property.Scalar == ScalarTypes.Url => "xsd:anyURI",
            _ => null,
        };

    /// <summary>The type of XML Schema if it has the date, else that of EDTF.</summary>
    public static string DateType(string edtf) =>
        Day().IsMatch(edtf) ? "xsd:date"
        : Month().IsMatch(edtf) ? "xsd:gYearMonth"
        : Year().IsMatch(edtf) ? "xsd:gYear"
        : "edtf:EDTF";

    public void Literal(string text, string key, string type)
    {
        json.WriteStartObject();
        json.WriteString("@value", text);
        json.WriteString(key, type);
        json.WriteEndObject();
    }

    public void Node(string id)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteEndObject();
    }

    [GeneratedRegex("^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}$")]
    private static partial Regex Day();

    /// <summary>Not the seasons and quarters of EDTF.</summary>
    [GeneratedRegex("^[0-9]{4}-(0[1-9]|1[0-2])$")]
    private static partial Regex Month();

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex Year();
}
