using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;

namespace DataPackage.Runtime;

/// <summary>A value of an enumeration of a data package whose text is its name in the schema: <c>bulk-carrier</c>. For
/// code that reads enumerations by their names in C# alone, such as parameters in the route or the query of a minimal
/// API. Converts to and from the value implicitly.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="Value">The value.</param>
public readonly record struct EnumName<T>(T Value) : IParsable<EnumName<T>>
    where T : struct, Enum
{
    private static EnumJsonConverter<T> Names => Cache.Names ?? throw NotOfAPackage();

    /// <summary>The value of a name.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The alternative is the property Value.")]
    public static implicit operator T(EnumName<T> name) => name.Value;

    /// <summary>The name of a value.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The alternative is the constructor.")]
    public static implicit operator EnumName<T>(T value) => new(value);

    /// <summary>The value with this name in the schema, exactly, or else in C#, in any case.</summary>
    /// <exception cref="FormatException">There is no such value; the message names the nearest.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "IParsable requires it.")]
    public static EnumName<T> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Names.FromText(text);
    }

    static EnumName<T> IParsable<EnumName<T>>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads a name as <see cref="Parse"/> does. Ignores the provider.</summary>
    /// <returns>False if the text is null or no name of a value.</returns>
    [SuppressMessage("Design", "CA1000", Justification = "IParsable requires it.")]
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EnumName<T> result)
    {
        var isKnown = Names.TryParse(s, out var value);
        result = value;
        return isKnown;
    }

    /// <summary>The name in the schema.</summary>
    public override string ToString() => Names.ToText(Value);

    private static NotSupportedException NotOfAPackage() =>
        new($"{typeof(T).Name} is not an enumeration of a data package.");

    private static class Cache
    {
        public static readonly EnumJsonConverter<T>? Names = typeof(T)
            .GetCustomAttribute<JsonConverterAttribute>(inherit: false)
            ?.ConverterType
            is { } type
            ? Activator.CreateInstance(type) as EnumJsonConverter<T>
            : null;
    }
}
