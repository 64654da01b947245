using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;

namespace DataPackage.Runtime;

/// <summary>Makes entities objects of all their properties in JSON, where they would be their ids: add it to
/// <see cref="JsonSerializerOptions.Converters"/>, or name it in the <see cref="JsonConverterAttribute"/> of a single
/// property.</summary>
/// <remarks>
/// <para>Properties are spelled as in the schema, after <c>kind</c> and <c>id</c>; what is null or empty is left out.
/// Citations and an article's text are included, reverses are not, as they follow from the others. What is read gives
/// the package's own entity where it equals that in all of this, and a new one otherwise.</para>
/// <para>It reads what is sent. Where strangers send it, set <see cref="ReadsIdsOnly"/>, or they may make entities
/// up.</para>
/// </remarks>
public sealed class JsonWholeEntityConverter : JsonConverterFactory
{
    private readonly int _levels;

    /// <summary>Entities are whole, those that they refer to are their ids.</summary>
    public JsonWholeEntityConverter()
        : this(1) { }

    /// <summary>Entities are whole, and so are those that they refer to, down to the given level; below it they are
    /// their ids.</summary>
    /// <param name="levels">1: only the entities themselves. With each more, what is written can grow many
    /// times.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is less than 1.</exception>
    public JsonWholeEntityConverter(int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        _levels = levels;
    }

    /// <summary>Whether entities are read from their ids alone, as without this converter, and only written whole.
    /// False by default.</summary>
    public bool ReadsIdsOnly { get; init; }

    /// <summary>Whether the type is a kind, or an abstract kind, of a data package.</summary>
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
