using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataPackage.Runtime.Json;

/// <summary>A converter for callers that do not know its type. It can say what it writes.</summary>
internal interface IDescribedConverter
{
    /// <summary>The type that it converts.</summary>
    Type Described { get; }

    /// <summary>How many levels of entities it writes as objects.</summary>
    int Levels { get; }

    /// <summary>How many levels of entities it reads as objects.</summary>
    int LevelsRead { get; }

    /// <summary>The name of its schema for so many levels; null if that is described where it is used.</summary>
    string? SchemaName(int levels);

    /// <summary>A new schema for so many levels.</summary>
    JsonObject Schema(JsonSchemas schemas, int levels);

    /// <summary>Writes one value of the type.</summary>
    void WriteValue(Utf8JsonWriter writer, object value, int levels);

    /// <inheritdoc cref="ValueJsonConverter{T}.Read(JsonElement, JsonScope)"/>
    object ReadValue(JsonElement element, JsonScope scope);
}
