using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DataPackage.Runtime.Json;

/// <summary>Reads and writes values that are strings in JSON and can be keys of a dictionary. For generated
/// code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TextJsonConverter<T> : ValueJsonConverter<T>
    where T : notnull
{
    /// <summary>The expected value in words, for messages: <c>an EDTF date</c>.</summary>
    private protected abstract string Expected { get; }

    /// <summary>The text of a value.</summary>
    /// <exception cref="JsonException">The value has no text.</exception>
    private protected abstract string Format(T value);

    /// <summary>The value of a text.</summary>
    /// <exception cref="JsonException">The text is not such a value.</exception>
    private protected abstract T Parse(string text);

    /// <summary>The text of a value, outside of JSON.</summary>
    /// <exception cref="FormatException">The value has no text: it is a changed copy of an entity.</exception>
    public string ToText(T value)
    {
        try
        {
            return Format(value);
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <summary>The value of a text of <see cref="ToText"/>.</summary>
    /// <exception cref="FormatException">The text is not such a value; the message may suggest the intended
    /// one.</exception>
    public T FromText(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, T value, int levels) =>
        writer.WriteStringValue(Format(value));

    /// <inheritdoc/>
    protected internal override T Read(JsonElement element, JsonScope scope) =>
        element.ValueKind == JsonValueKind.String
            ? Parse(element.GetString()!)
            : throw JsonScope.Unexpected(Expected, element);

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(
        Utf8JsonWriter writer,
        [DisallowNull] T value,
        JsonSerializerOptions options
    ) => writer.WritePropertyName(Format(value));

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Parse(reader.GetString()!);
}
