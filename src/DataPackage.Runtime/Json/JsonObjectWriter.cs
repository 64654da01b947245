using System.ComponentModel;
using System.Text.Json;

namespace DataPackage.Runtime.Json;

/// <summary>Writes the properties of an object, without null values. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct JsonObjectWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly int _levels;

    internal JsonObjectWriter(Utf8JsonWriter writer, int levels)
    {
        _writer = writer;
        _levels = levels;
    }

    /// <summary>Writes a property unless it is null.</summary>
    public void Write<T>(string name, T? value, ValueJsonConverter<T> converter)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (value is null)
            return;
        _writer.WritePropertyName(name);
        converter.Write(_writer, value, _levels);
    }

    /// <summary>Writes a property of a type that the caller does not know.</summary>
    internal void Write(string name, object value, IDescribedConverter converter)
    {
        _writer.WritePropertyName(name);
        converter.WriteValue(_writer, value, _levels);
    }

    /// <inheritdoc cref="Write{T}(string, T, ValueJsonConverter{T})"/>
    public void Write<T>(string name, T? value, ValueJsonConverter<T> converter)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (value is not { } stated)
            return;
        _writer.WritePropertyName(name);
        converter.Write(_writer, stated, _levels);
    }

    /// <summary>Writes a list unless it is empty.</summary>
    public void Write<T>(string name, IReadOnlyList<T> values, ValueJsonConverter<T> converter)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(converter);
        if (values.Count == 0)
            return;
        _writer.WriteStartArray(name);
        foreach (var value in values)
            converter.Write(_writer, value, _levels);
        _writer.WriteEndArray();
    }

    /// <summary>Writes a list or a map unless it is null.</summary>
    public void Write<T>(string name, T? value, JsonItemWriter<T> write)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is null)
            return;
        _writer.WritePropertyName(name);
        write(_writer, value, _levels);
    }
}
