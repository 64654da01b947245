using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Writes values without a type as JSON strings, arrays and objects. An unquoted number, <c>true</c> or
/// <c>false</c> is written as it is, with all its digits.</summary>
/// <remarks>JSON has no texts without quotes: an unquoted <c>word</c> is read back as a quoted one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnyValueJsonConverter : ValueJsonConverter<AnyValue>
{
    private protected override JsonObject Schema(JsonSchemas schemas, int levels) =>
        new()
        {
            ["type"] = new JsonArray("string", "number", "boolean", "array", "object"),
            ["description"] = "Any value.",
        };

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, AnyValue value, int levels)
    {
        switch (value.Kind)
        {
            case AnyValueKind.List:
                JsonCollections.WriteList(writer, value.Items, levels, WriteItem);
                break;
            case AnyValueKind.Map:
                JsonCollections.WriteMap(writer, value.Entries, levels, WriteItem);
                break;
            default:
                if (value.IsPlain && (value.Text is "true" or "false" || JsonNumber.Is(value.Text!)))
                    writer.WriteRawValue(value.Text!, skipInputValidation: true);
                else
                    writer.WriteStringValue(value.Text);
                break;
        }
    }

    /// <inheritdoc/>
    protected internal override AnyValue Read(JsonElement element, JsonScope scope) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => new AnyValue(JsonCollections.ReadList(element, scope, ReadItem)),
            JsonValueKind.Object => new AnyValue(JsonCollections.ReadMap(element, scope, ReadItem)),
            JsonValueKind.String => new AnyValue(element.GetString()!),
            _ => new AnyValue(element.GetRawText(), isPlain: true),
        };

    private void WriteItem(Utf8JsonWriter writer, AnyValue? item, int levels) =>
        JsonCollections.WriteOptional(writer, item, levels, this);

    private AnyValue? ReadItem(JsonElement element, JsonScope scope) =>
        JsonCollections.ReadOptional(element, scope, this);
}
