using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;

namespace DataPackage.Runtime;

/// <summary>Writes entities to JSON as objects with all their properties, instead of as ids. Add it to
/// <see cref="JsonSerializerOptions.Converters"/>, or name it in the <see cref="JsonConverterAttribute"/> of a single
/// property.</summary>
/// <remarks>
/// <para>Properties have the names of the schema and follow <c>kind</c> and <c>id</c>. Null values are omitted, and so
/// are empty lists, except lists of lists and lists that can hold null; an empty map is written. Citations and an
/// article's text are included. Reverses are omitted, because they follow from other entities. Reading returns the
/// package's own entity if all of this is equal, otherwise a new one.</para>
/// <para>It reads entities as they are sent. Set <see cref="ReadsIdsOnly"/> for untrusted input, or senders can invent
/// entities.</para>
/// </remarks>
public sealed class JsonWholeEntityConverter : JsonConverterFactory
{
    private readonly int _levels;

    /// <summary>Writes entities whole, and the entities that they refer to as ids.</summary>
    public JsonWholeEntityConverter()
        : this(1) { }

    /// <summary>Writes entities whole down to a level of references, and as ids below it.</summary>
    /// <param name="levels">1 for the entities alone, 2 to include those that they refer to, and so on. Each level can
    /// multiply the size of the output.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is less than 1.</exception>
    public JsonWholeEntityConverter(int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        _levels = levels;
    }

    /// <summary>Whether entities are read from ids only, as without this converter; they are still written whole. False
    /// by default.</summary>
    public bool ReadsIdsOnly { get; init; }

    /// <summary>Whether the type is a kind or an abstract kind of a data package.</summary>
    public override bool CanConvert(Type typeToConvert) =>
        typeof(IEntity).IsAssignableFrom(typeToConvert)
        && typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        var type = typeToConvert.GetCustomAttribute<JsonConverterAttribute>(inherit: false)!.ConverterType!;
        var converter = (JsonConverter)Activator.CreateInstance(type)!;
        ((IWholeEntityConverter)converter).BeWhole(_levels, ReadsIdsOnly ? 0 : _levels);
        return converter;
    }
}
