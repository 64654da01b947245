using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Json;

/// <summary>Writes a value without an id as an object of its properties. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EmbeddedJsonConverter<T> : ValueJsonConverter<T>
    where T : class
{
    private readonly string[] _names;

    /// <summary>Takes the names of the properties.</summary>
    protected EmbeddedJsonConverter(params string[] names) => _names = names;

    /// <summary>Writes all properties of the value.</summary>
    protected abstract void WriteProperties(JsonObjectWriter json, T value);

    /// <summary>Creates a value from the properties of an object.</summary>
    protected abstract T ReadProperties(JsonObjectReader json);

    /// <summary>Entities within the value are objects where the entity around it is one of several levels.</summary>
    private protected override string SchemaName(int levels) => EntityJson.SchemaName(typeof(T).Name, levels + 1);

    private protected override JsonObject Schema(JsonSchemas schemas, int levels)
    {
        var shape = new JsonObjectShape(schemas, levels);
        ReadProperties(new JsonObjectReader(shape));
        return shape.ToSchema();
    }

    /// <inheritdoc/>
    protected internal override void Write(Utf8JsonWriter writer, T value, int levels)
    {
        writer.WriteStartObject();
        WriteProperties(new JsonObjectWriter(writer, levels), value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected internal override T Read(JsonElement element, JsonScope scope) =>
        ReadProperties(new JsonObjectReader(Nouns.WithArticle(typeof(T).Name), element, _names, scope));
}
