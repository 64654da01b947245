using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataPackage.Runtime.Json;

/// <summary>Reads and writes values of one type, alone or within an entity. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueJsonConverter<T> : JsonConverter<T>
    where T : notnull
{
    private protected int Levels { get; set; }

    private protected int LevelsRead { get; set; }

    /// <summary>Writes one value.</summary>
    protected internal abstract void Write(Utf8JsonWriter writer, T value, int levels);

    /// <summary>Reads one value, which is not null.</summary>
    /// <exception cref="JsonException">The element is not such a value; the message says why and may suggest the
    /// intended one.</exception>
    protected internal abstract T Read(JsonElement element, JsonScope scope);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        Write(writer, value, Levels);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(JsonElement.ParseValue(ref reader), new JsonScope(options, LevelsRead));
}
