using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataPackage.Runtime.Json;

/// <summary>Writes an amount of money as an object: <c>{ "amount": 12.50, "currency": "EUR" }</c>. Also reads its text:
/// <c>"12.50 EUR"</c>. System.Text.Json uses it without registration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MoneyJsonConverter : ValueJsonConverter<Money>
{
    private static readonly string[] Names = ["amount", "currency"];

    private protected override string SchemaName(int levels) => nameof(Money);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels)
    {
        var currency = JsonSchemas.OfText("The code of the currency in ISO 4217.", "EUR");
        currency["pattern"] = "^[A-Z]{3}$";
        var shape = new JsonObjectShape(schemas, levels);
        shape.Add(
            Names[0],
            new JsonObject { ["type"] = "number", ["description"] = "In units of the currency, not cents." },
            isRequired: true
        );
        shape.Add(Names[1], currency, isRequired: true);
        var schema = shape.ToSchema();
        schema["description"] = "An amount of money. Its text is read too: \"12.50 EUR\".";
        schema["examples"] = new JsonArray(new JsonObject { [Names[0]] = 12.50m, [Names[1]] = "EUR" });
        return schema;
    }

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, Money value, int levels)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Names[0], value.Amount);
        writer.WriteString(Names[1], value.Currency);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected internal override Money Read(JsonElement element, JsonScope scope)
    {
        try
        {
            if (element.ValueKind == JsonValueKind.String)
                return Money.Parse(element.GetString()!);
            var json = new JsonObjectReader("an amount of money", element, Names, scope);
            return new Money(json.Required(Names[0], JsonValues.Decimal), json.Required(Names[1], JsonValues.Text));
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }
}
