using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Writes an item of a list or a map. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonItemWriter<in T>(Utf8JsonWriter writer, T item, int levels);

/// <summary>Reads an item of a list or a map. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonItemReader<out T>(JsonElement element, JsonScope scope);

/// <summary>Reads and writes lists, maps and nullable items of any depth as arrays, objects and null. For generated
/// code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1062", Justification = "Generated code passes what it was given by this assembly.")]
public static class JsonCollections
{
    /// <summary>Writes an item that is not null.</summary>
    public static void Write<T>(Utf8JsonWriter writer, T item, int levels, ValueJsonConverter<T> converter)
        where T : notnull => converter.Write(writer, item, levels);

    /// <summary>Writes an item or null.</summary>
    public static void WriteOptional<T>(Utf8JsonWriter writer, T? item, int levels, ValueJsonConverter<T> converter)
        where T : class
    {
        if (item is null)
            writer.WriteNullValue();
        else
            converter.Write(writer, item, levels);
    }

    /// <inheritdoc cref="WriteOptional{T}"/>
    public static void WriteOptionalValue<T>(
        Utf8JsonWriter writer,
        T? item,
        int levels,
        ValueJsonConverter<T> converter
    )
        where T : struct
    {
        if (item is { } value)
            converter.Write(writer, value, levels);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a list or null.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T>? items, int levels, JsonItemWriter<T> write)
    {
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item, levels);
        writer.WriteEndArray();
    }

    /// <summary>Writes a map or null.</summary>
    public static void WriteMap<T>(
        Utf8JsonWriter writer,
        IReadOnlyDictionary<string, T>? entries,
        int levels,
        JsonItemWriter<T> write
    )
    {
        if (entries is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(key);
            write(writer, value, levels);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads an item that must not be null.</summary>
    public static T Read<T>(JsonElement element, JsonScope scope, ValueJsonConverter<T> converter)
        where T : notnull
    {
        if (scope.Shape is null)
            return converter.Read(element, scope);
        scope.Shape.RecordItem(converter);
        return default!;
    }

    /// <summary>Reads an item or null.</summary>
    public static T? ReadOptional<T>(JsonElement element, JsonScope scope, ValueJsonConverter<T> converter)
        where T : class
    {
        scope.Shape?.RecordItem(converter, isOptional: true);
        return IsNull(element, scope) ? null : converter.Read(element, scope);
    }

    /// <inheritdoc cref="ReadOptional{T}"/>
    public static T? ReadOptionalValue<T>(JsonElement element, JsonScope scope, ValueJsonConverter<T> converter)
        where T : struct
    {
        scope.Shape?.RecordItem(converter, isOptional: true);
        return IsNull(element, scope) ? null : converter.Read(element, scope);
    }

    private static bool IsNull(JsonElement element, JsonScope scope) =>
        scope.Shape is not null || element.ValueKind == JsonValueKind.Null;

    /// <summary>Reads a list; the caller has handled null.</summary>
    public static IReadOnlyList<T> ReadList<T>(JsonElement element, JsonScope scope, JsonItemReader<T> read)
    {
        if (scope.Shape is not null)
        {
            scope.Shape.RecordCollection(read, scope, isMap: false);
            return [];
        }

        if (element.ValueKind != JsonValueKind.Array)
            throw JsonScope.Unexpected("a list", element);
        var items = new List<T>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(read(item, scope));
        return items;
    }

    /// <summary>Reads a map, in the order of the object; the caller has handled null.</summary>
    public static IReadOnlyDictionary<string, T> ReadMap<T>(
        JsonElement element,
        JsonScope scope,
        JsonItemReader<T> read
    )
    {
        if (scope.Shape is not null)
        {
            scope.Shape.RecordCollection(read, scope, isMap: true);
            return new Dictionary<string, T>(StringComparer.Ordinal);
        }

        if (element.ValueKind != JsonValueKind.Object)
            throw JsonScope.Unexpected("an object", element);
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in element.EnumerateObject())
            if (!entries.TryAdd(entry.Name, read(entry.Value, scope)))
                throw new JsonException($"The key '{VisibleText.Of(entry.Name)}' is repeated.");
        return entries;
    }
}
