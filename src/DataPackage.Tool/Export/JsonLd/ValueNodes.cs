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
internal sealed partial class ValueNodes(PackageSchema schema, Terms terms, Utf8JsonWriter json)
{
    private static readonly string[] Starts = ["from", "start", "startDate", "since"];
    private static readonly string[] Ends = ["to", "end", "endDate", "until"];

    public void WriteMembers(Kind kind, IReadOnlyList<Value?> values)
    {
        foreach (var (property, value) in EntityValues.Of(kind, values))
        {
            json.WritePropertyName(terms.Of(kind, property));
            Write(value, property);
        }
    }

    public void Write(Value value, Property property)
    {
        switch (value)
        {
            case ListValue list when property is { Layers.Count: 1, AreItemsNullable: false, Form: not ValueForm.Any }:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(item!, property);
                json.WriteEndArray();
                break;
            case ListValue or MapValue or UntypedText:
                WriteJson(value, property);
                break;
            case LocalizedValue localized:
                json.WriteStartArray();
                foreach (var entry in localized.Entries)
                    Literal(entry.Text, "@language", entry.Language);
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
        ValueJson.Write(value, property, schema, json, terms.Of);
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
        var role = IsRole(kind) ? kind.Properties.First(each => each.Form == ValueForm.Reference) : null;
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
                Again(property.Name, $"{Terms.Own}:{Uri.EscapeDataString(property.Name)}", role);
            var title = kind.Properties.FirstOrDefault(each => each.Name is "title" or "role" or "name");
            Again("roleName", $"{Terms.Schema}:roleName", title);
            Again("startDate", $"{Terms.Schema}:startDate", DateNamed(kind, Starts));
            Again("endDate", $"{Terms.Schema}:endDate", DateNamed(kind, Ends));
        }

        json.WriteEndObject();

        void Again(string name, string term, Property? from)
        {
            if (from is null || value.Values[kind.IndexOf(from.Name)] is not { } again)
                return;
            json.WritePropertyName(term);
            Write(again, from);
        }
    }

    /// <summary>Whether values of the kind are roles.</summary>
    public static bool IsRole(Kind kind) => kind.Properties.Any(each => each.Form == ValueForm.Reference);

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
