using System.Text.Json;

namespace DataPackage.Runtime.Json;

/// <summary>Records what a reader is asked for, which then reads nothing. So the code that reads an object is also its
/// description.</summary>
/// <remarks>Abstract, and without generic methods: a trimmed program that describes nothing keeps no implementation.
/// </remarks>
internal abstract class JsonShape
{
    public abstract void Add(string name, IDescribedConverter converter, bool isRequired = false);

    public abstract void AddMany(string name, IDescribedConverter converter);

    /// <param name="name">The property.</param>
    /// <param name="read">Reads a list or a map; it asks for nothing if it accepts null and is given null.</param>
    public abstract void AddCollection(string name, Action<JsonElement> read);

    public abstract void RecordItem(IDescribedConverter converter, bool isOptional = false);

    /// <param name="read">Reads an item.</param>
    /// <param name="isMap">Whether the items have keys.</param>
    public abstract void RecordCollection(Action<JsonElement> read, bool isMap);

    public void AddCollection<T>(string name, JsonItemReader<T> read, JsonScope scope) =>
        AddCollection(name, element => read(element, scope));

    public void RecordCollection<T>(JsonItemReader<T> read, JsonScope scope, bool isMap) =>
        RecordCollection(element => read(element, scope), isMap);
}
