using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;

namespace DataPackage.Runtime.Packed;

/// <summary>Collects the facts of one entity from its values, in the order of addition. For generated code.</summary>
/// <param name="citations">All citations of the entity.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FactCollector(IReadOnlyList<Citation> citations)
{
    private readonly List<Fact> _facts = [];

    /// <summary>The path of the embedded value whose properties are being added, with a dot at the end.</summary>
    private string _path = "";

    /// <summary>Adds a value, unless it is null.</summary>
    public void Add(string property, object? value)
    {
        if (value is null)
            return;
        var path = _path + property;
        _facts.Add(
            new Fact(path, value, Array.AsReadOnly(citations.Where(citation => citation.Supports(path)).ToArray()))
        );
    }

    /// <summary>Adds the items of a list, unless it is null.</summary>
    public void AddEach<T>(string property, IReadOnlyList<T>? items)
    {
        for (var i = 0; i < items?.Count; i++)
            Add(Item(property, i), items[i]);
    }

    /// <summary>Adds the values of a map, unless it is null.</summary>
    public void AddEach<T>(string property, IReadOnlyDictionary<string, T>? values)
    {
        foreach (var (key, value) in values ?? ReadOnlyDictionary<string, T>.Empty)
            Add(Item(property, key), value);
    }

    /// <summary>Adds the properties of an embedded value, unless it is null.</summary>
    /// <param name="add">Adds the properties of the value.</param>
    public void AddEmbedded<T>(string property, T? value, Action<T, FactCollector> add)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(add);
        if (value is null)
            return;
        var before = _path;
        _path += property + ".";
        add(value, this);
        _path = before;
    }

    /// <summary>Adds the properties of each embedded value of a list, unless it is null.</summary>
    /// <param name="add">Adds the properties of one value.</param>
    public void AddEachEmbedded<T>(string property, IReadOnlyList<T?>? items, Action<T, FactCollector> add)
        where T : class
    {
        for (var i = 0; i < items?.Count; i++)
            AddEmbedded(Item(property, i), items[i], add);
    }

    /// <summary>Adds the properties of each embedded value of a map, unless it is null.</summary>
    /// <param name="add">Adds the properties of one value.</param>
    /// <typeparam name="T">The embedded kind.</typeparam>
    /// <typeparam name="TValue">The embedded kind or its nullable form: their dictionaries do not convert to each
    /// other.</typeparam>
    public void AddEachEmbedded<T, TValue>(
        string property,
        IReadOnlyDictionary<string, TValue>? values,
        Action<T, FactCollector> add
    )
        where T : class
        where TValue : class?
    {
        foreach (var (key, value) in values ?? ReadOnlyDictionary<string, TValue>.Empty)
            AddEmbedded(Item(property, key), (T?)(object?)value, add);
    }

    /// <summary>The added facts; read-only.</summary>
    public IReadOnlyList<Fact> ToList() => new ReadOnlyCollection<Fact>(_facts);

    private static string Item(string property, string key) => $"{property}[{key}]";

    private static string Item(string property, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{property}[{place}]");
}
