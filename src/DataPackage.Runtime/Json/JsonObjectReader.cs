using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Reads the properties of an object; null is the same as absent. Each message starts with the name of its
/// property. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonObjectReader
{
    private readonly string _what;
    private readonly JsonElement _object;
    private readonly JsonScope _scope;

    /// <summary>Records what is asked for instead of reading it.</summary>
    internal JsonObjectReader(JsonShape shape)
    {
        _what = "";
        _scope = new JsonScope(new JsonSerializerOptions(), 0) { Shape = shape };
    }

    /// <param name="what">The type of the object in words, with its article.</param>
    /// <param name="names">The properties that it can have. Others are ignored, or refused if the options say so
    /// (<see cref="JsonUnmappedMemberHandling"/>).</param>
    internal JsonObjectReader(string what, JsonElement element, string[] names, JsonScope scope)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw JsonScope.Unexpected(what, element);
        (_what, _object, _scope) = (what, element, scope);
        if (scope.Options.UnmappedMemberHandling != JsonUnmappedMemberHandling.Disallow)
            return;
        foreach (var property in element.EnumerateObject())
            if (!names.Contains(property.Name))
                throw new JsonException(
                    $"{LetterCase.ToUpper(what[0])}{what[1..]} has no property "
                        + $"'{VisibleText.Of(property.Name)}'.{EntityJson.DidYouMean(property.Name, names)}"
                );
    }

    /// <summary>Reads a required property.</summary>
    /// <exception cref="JsonException">It is absent or invalid.</exception>
    public T Required<T>(string name, ValueJsonConverter<T> converter)
        where T : notnull
    {
        if (_scope.Shape is not null)
        {
            _scope.Shape.Add(name, converter, isRequired: true);
            return converter.Nothing;
        }

        return TryFind(name, out var element)
            ? Read(name, element, converter)
            : throw new JsonException($"'{name}' is missing, which {_what} must have.");
    }

    /// <summary>Reads a property; null if absent.</summary>
    public T? Optional<T>(string name, ValueJsonConverter<T> converter)
        where T : class
    {
        _scope.Shape?.Add(name, converter);
        return TryFind(name, out var element) ? Read(name, element, converter) : null;
    }

    /// <summary>Reads a property; null if absent.</summary>
    internal object? Optional(string name, IDescribedConverter converter) =>
        TryFind(name, out var element) ? Named(name, element, converter.ReadValue) : null;

    /// <summary>Reads a property; null if absent.</summary>
    public T? OptionalValue<T>(string name, ValueJsonConverter<T> converter)
        where T : struct
    {
        _scope.Shape?.Add(name, converter);
        return TryFind(name, out var element) ? Read(name, element, converter) : null;
    }

    /// <summary>Reads a list; empty if absent.</summary>
    public IReadOnlyList<T> Many<T>(string name, ValueJsonConverter<T> converter)
        where T : notnull
    {
        _scope.Shape?.AddMany(name, converter);
        if (!TryFind(name, out var element))
            return [];
        if (element.ValueKind != JsonValueKind.Array)
            throw new JsonException($"{name}: {JsonScope.Unexpected("a list", element).Message}");
        var items = new List<T>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(Read(name, item, converter));
        return items;
    }

    /// <summary>Reads a list or a map; null if absent.</summary>
    public T? Collection<T>(string name, JsonItemReader<T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        _scope.Shape?.AddCollection(name, read, _scope);
        if (!TryFind(name, out var element))
            return null;
        return Named(name, element, read.Invoke);
    }

    private bool TryFind(string name, out JsonElement element)
    {
        if (_scope.Shape is null)
            return _object.TryGetProperty(name, out element) && element.ValueKind != JsonValueKind.Null;
        element = default;
        return false;
    }

    private T Read<T>(string name, JsonElement element, ValueJsonConverter<T> converter)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(converter);
        return Named(name, element, converter.Read);
    }

    private T Named<T>(string name, JsonElement element, Func<JsonElement, JsonScope, T> read)
    {
        try
        {
            return read(element, _scope);
        }
        catch (JsonException wrong)
        {
            throw new JsonException($"{name}: {wrong.Message}", wrong);
        }
    }
}
