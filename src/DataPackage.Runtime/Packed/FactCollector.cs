using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;

namespace DataPackage.Runtime.Packed;

/// <summary>Makes the facts of one entity from its values, in the order in which they are added. For generated
/// code.</summary>
/// <param name="citations">All citations of the entity.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FactCollector(IReadOnlyList<Citation> citations)
{
    private readonly List<Fact> _facts = [];

    /// <summary>Of the embedded value whose properties are being added, with the dot behind it.</summary>
    private string _path = "";

    /// <summary>A value, if it is stated.</summary>
    public void Add(string property, object? value)
    {
        if (value is null)
            return;
        var path = _path + property;
        _facts.Add(
            new Fact(path, value, Array.AsReadOnly(citations.Where(citation => citation.Supports(path)).ToArray()))
        );
    }

    /// <summary>The items of a list, if it is stated.</summary>
    public void AddEach<T>(string property, IReadOnlyList<T>? items)
    {
        for (var i = 0; i < items?.Count; i++)
            Add(Item(property, i), items[i]);
    }

    /// <summary>The values of a map, if it is stated.</summary>
    public void AddEach<T>(string property, IReadOnlyDictionary<string, T>? values)
    {
        foreach (var (key, value) in values ?? ReadOnlyDictionary<string, T>.Empty)
            Add(Item(property, key), value);
    }

    /// <summary>The properties of an embedded value, if it is stated.</summary>
    /// <param name="add">Adds them.</param>
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

    /// <summary>The properties of each embedded value of a list, if it is stated.</summary>
    /// <param name="add">Adds those of one.</param>
    public void AddEachEmbedded<T>(string property, IReadOnlyList<T?>? items, Action<T, FactCollector> add)
        where T : class
    {
        for (var i = 0; i < items?.Count; i++)
            AddEmbedded(Item(property, i), items[i], add);
    }

    /// <summary>The properties of each embedded value of a map, if it is stated.</summary>
    /// <param name="add">Adds those of one.</param>
    /// <typeparam name="T">The embedded kind.</typeparam>
    /// <typeparam name="TValue">The same, or the same that may be null: a dictionary of the one is none of the
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

    /// <summary>What was added; nobody else can change it.</summary>
    public IReadOnlyList<Fact> ToList() => new ReadOnlyCollection<Fact>(_facts);

    private static string Item(string property, string key) => $"{property}[{key}]";

    private static string Item(string property, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{property}[{place}]");
}
