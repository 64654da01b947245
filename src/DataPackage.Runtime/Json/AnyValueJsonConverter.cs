using System.Text.Json;

namespace DataPackage.Runtime.Json;

/// <summary>Writes values without a type as JSON strings, arrays and objects. An unquoted number, <c>true</c> or
/// <c>false</c> is written as it is, with all its digits.</summary>
/// <remarks>JSON has no texts without quotes: an unquoted <c>word</c> is read back as a quoted one.</remarks>
internal sealed class AnyValueJsonConverter : ValueJsonConverter<AnyValue>
{
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
                if (value.IsPlain && IsJsonLiteral(value.Text!))
                    writer.WriteRawValue(value.Text!, skipInputValidation: true);
                else
                    writer.WriteStringValue(value.Text);
                break;
        }
    }

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

    /// <summary>Whether JSON spells it so: true, false, or a number -?(0|[1-9][0-9]*)(\.[0-9]+)?</summary>
    private static bool IsJsonLiteral(string text)
    {
        if (text is "true" or "false")
            return true;
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return whole.Length > 0
            && (whole[0] != '0' || whole.Length == 1)
            && whole.IndexOfAnyExceptInRange('0', '9') < 0
            && (
                point < 0 || (point + 1 < digits.Length && digits[(point + 1)..].IndexOfAnyExceptInRange('0', '9') < 0)
            );
    }
}
