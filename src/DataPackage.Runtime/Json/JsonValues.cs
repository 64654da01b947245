using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>The converters of values whose types no package defines. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonValues
{
    /// <summary>Texts, as strings.</summary>
    public static ValueJsonConverter<string> Text { get; } = new TextConverter();

    /// <summary>Whole numbers, as numbers.</summary>
    public static ValueJsonConverter<long> Integer { get; } = new IntegerConverter();

    /// <summary>Whole numbers of 32 bits, as numbers.</summary>
    public static ValueJsonConverter<int> Int32 { get; } = new Int32Converter();

    /// <summary>Decimal numbers, as numbers with their trailing zeros.</summary>
    public static ValueJsonConverter<decimal> Decimal { get; } = new DecimalConverter();

    /// <summary>Truth values, as true and false.</summary>
    public static ValueJsonConverter<bool> Boolean { get; } = new BooleanConverter();

    /// <summary>Absolute addresses, as strings.</summary>
    public static ValueJsonConverter<Uri> Url { get; } = new UrlConverter();

    /// <summary>Dates, as EDTF strings.</summary>
    public static ValueJsonConverter<EdtfDate> Date { get; } = new EdtfDateJsonConverter();

    /// <summary>Durations, as ISO 8601 strings.</summary>
    public static ValueJsonConverter<TimeSpan> Duration { get; } = new DurationConverter();

    /// <summary>Amounts of money, as objects.</summary>
    public static ValueJsonConverter<Money> Money { get; } = new MoneyJsonConverter();

    /// <summary>Localized texts, as objects.</summary>
    public static ValueJsonConverter<LocalizedText> Localized { get; } = new LocalizedTextJsonConverter();

    /// <summary>Values without a type, as strings, numbers, truth values, arrays or objects.</summary>
    public static ValueJsonConverter<AnyValue> Any { get; } = new AnyValueJsonConverter();

    /// <summary>Citations of a package that has no articles to read.</summary>
    public static ValueJsonConverter<Citation> Citation { get; } = new CitationJsonConverter();

    private sealed class TextConverter : TextJsonConverter<string>
    {
        internal override string Nothing => "";

        private protected override JsonObject Schema(JsonSchemas schemas, int levels) => new() { ["type"] = "string" };

        private protected override string Expected => "a text in quotes";

        private protected override string Format(string value) => value;

        private protected override string Parse(string text) => text;
    }

    private sealed class UrlConverter : TextJsonConverter<Uri>
    {
        private protected override JsonObject Schema(JsonSchemas schemas, int levels) =>
            new() { ["type"] = "string", ["format"] = "uri" };

        private protected override string Expected => "an address in quotes";

        private protected override string Format(Uri value) => value.OriginalString;

        private protected override Uri Parse(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var url)
                ? url
                : throw new JsonException(
                    $"'{VisibleText.Of(text)}' is not an absolute address such as 'https://example.org/'."
                );
    }

    private sealed class DurationConverter : TextJsonConverter<TimeSpan>
    {
        private protected override JsonObject Schema(JsonSchemas schemas, int levels)
        {
            var schema = JsonSchemas.OfText("A duration in ISO 8601.", "PT1H30M");
            schema["pattern"] = $"^(?:{IsoDuration.Pattern})$";
            return schema;
        }

        private protected override string Expected => "a duration in quotes";

        private protected override string Format(TimeSpan value) => IsoDuration.Format(value);

        private protected override TimeSpan Parse(string text) =>
            IsoDuration.TryParse(text, out var length, out var error)
                ? length
                : throw new JsonException($"'{VisibleText.Of(text)}' is not a duration of ISO 8601: {error.Message}.");
    }

    private sealed class IntegerConverter : ValueJsonConverter<long>
    {
        private protected override JsonObject Schema(JsonSchemas schemas, int levels) =>
            new() { ["type"] = "integer", ["format"] = "int64" };

        protected internal override void Write(Utf8JsonWriter writer, long value, int levels) =>
            writer.WriteNumberValue(value);

        protected internal override long Read(JsonElement element, JsonScope scope) =>
            element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number)
                ? number
                : throw JsonScope.Unexpected("a whole number of 64 bits", element);
    }

    private sealed class Int32Converter : ValueJsonConverter<int>
    {
        private protected override JsonObject Schema(JsonSchemas schemas, int levels) =>
            new() { ["type"] = "integer", ["format"] = "int32" };

        protected internal override void Write(Utf8JsonWriter writer, int value, int levels) =>
            writer.WriteNumberValue(value);

        protected internal override int Read(JsonElement element, JsonScope scope) =>
            element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number)
                ? number
                : throw JsonScope.Unexpected("a whole number of 32 bits", element);
    }

    private sealed class DecimalConverter : ValueJsonConverter<decimal>
    {
        private protected override JsonObject Schema(JsonSchemas schemas, int levels) => new() { ["type"] = "number" };

        protected internal override void Write(Utf8JsonWriter writer, decimal value, int levels) =>
            writer.WriteNumberValue(value);

        protected internal override decimal Read(JsonElement element, JsonScope scope) =>
            element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number)
                ? number
                : throw JsonScope.Unexpected("a number within the range of decimal", element);
    }

    private sealed class BooleanConverter : ValueJsonConverter<bool>
    {
        private protected override JsonObject Schema(JsonSchemas schemas, int levels) => new() { ["type"] = "boolean" };

        protected internal override void Write(Utf8JsonWriter writer, bool value, int levels) =>
            writer.WriteBooleanValue(value);

        protected internal override bool Read(JsonElement element, JsonScope scope) =>
            element.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? element.GetBoolean()
                : throw JsonScope.Unexpected("true or false", element);
    }
}
