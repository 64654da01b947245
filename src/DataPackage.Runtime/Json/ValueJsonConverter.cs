using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DataPackage.Runtime.Json;

/// <summary>Reads and writes values of one type, alone or within an entity. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueJsonConverter<T> : JsonConverter<T>, IDescribedConverter
    where T : notnull
{
    private protected int Levels { get; set; }

    private protected int LevelsRead { get; set; }

    /// <summary>Takes the place of a required value while a type is described, because entities refuse null. Nobody
    /// reads it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2087", Justification = "No constructor runs.")]
    internal virtual T Nothing => (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    /// <summary>The name of the schema for so many levels of entities; null if it is described where it is used.
    /// </summary>
    private protected virtual string? SchemaName(int levels) => null;

    /// <summary>A new schema of what is written.</summary>
    private protected abstract JsonObject Schema(JsonSchemas schemas, int levels);

    Type IDescribedConverter.Described => typeof(T);

    int IDescribedConverter.Levels => Levels;

    int IDescribedConverter.LevelsRead => LevelsRead;

    string? IDescribedConverter.SchemaName(int levels) => SchemaName(levels);

    JsonObject IDescribedConverter.Schema(JsonSchemas schemas, int levels) => Schema(schemas, levels);

    void IDescribedConverter.WriteValue(Utf8JsonWriter writer, object value, int levels) =>
        Write(writer, (T)value, levels);

    object IDescribedConverter.ReadValue(JsonElement element, JsonScope scope) => Read(element, scope);

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
