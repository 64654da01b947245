using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataPackage.Runtime.Json;

/// <summary>The schema of an object, from the properties that its reader asks for.</summary>
internal sealed class JsonObjectShape : JsonShape
{
    private readonly JsonSchemas _schemas;
    private readonly int _levels;
    private readonly JsonObject _properties = [];
    private readonly List<JsonNode?> _required = [];

    /// <summary>The schema of the item that was recorded last; null if it has not been yet.</summary>
    private JsonObject? _item;

    /// <param name="schemas">Where named schemas are kept.</param>
    /// <param name="levels">How many levels of entities within the object are objects.</param>
    public JsonObjectShape(JsonSchemas schemas, int levels) => (_schemas, _levels) = (schemas, levels);

    /// <summary>The schema of the object.</summary>
    public JsonObject ToSchema()
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = _properties };
        if (_required.Count > 0)
            schema["required"] = new JsonArray([.. _required]);
        return schema;
    }

    public void Add(string name, JsonObject schema, bool isRequired = false)
    {
        _properties[name] = schema;
        if (isRequired)
            _required.Add(name);
    }

    public override void Add(string name, IDescribedConverter converter, bool isRequired = false) =>
        Add(name, _schemas.Describe(converter, _levels), isRequired);

    public override void AddMany(string name, IDescribedConverter converter) =>
        Add(name, JsonSchemas.OfList(_schemas.Describe(converter, _levels)));

    public override void AddCollection(string name, Action<JsonElement> read) => Add(name, ItemOf(read));

    public override void RecordItem(IDescribedConverter converter, bool isOptional = false)
    {
        var schema = _schemas.Describe(converter, _levels);
        _item = isOptional ? JsonSchemas.OrNull(schema) : schema;
    }

    public override void RecordCollection(Action<JsonElement> read, bool isMap)
    {
        var item = ItemOf(read);
        _item = isMap ? JsonSchemas.OfMap(item) : JsonSchemas.OfList(item);
    }

    private JsonObject ItemOf(Action<JsonElement> read)
    {
        using var nothing = JsonDocument.Parse("null");
        _item = null;
        read(nothing.RootElement);
        if (_item is not null)
            return _item;
        read(default);
        return JsonSchemas.OrNull(_item!);
    }
}
