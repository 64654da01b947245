using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>The map of a property, whatever the type of its values; for printing.</summary>
internal abstract class ValueMap
{
    public abstract int Count { get; }

    public abstract string KeyAt(int place);

    public abstract object? ValueAt(int place);
}

/// <summary>The map of a property: the keys of the seed in its order, looked up ordinally. Immutable; owns both
/// arrays.</summary>
[DebuggerDisplay("Count = {Count}")]
internal sealed class ValueMap<T>(string[] keys, T[] values) : ValueMap, IReadOnlyDictionary<string, T>
{
    /// <summary>Up to this number, a scan of the keys is as fast as a hash.</summary>
    private const int FewKeys = 8;

    private Dictionary<string, int>? _places;

    public static ValueMap<T> Empty { get; } = new([], []);

    public override int Count => keys.Length;

    public IEnumerable<string> Keys => Array.AsReadOnly(keys);

    public IEnumerable<T> Values => Array.AsReadOnly(values);

    public T this[string key] =>
        PlaceOf(key) is >= 0 and var place
            ? values[place]
            : throw new KeyNotFoundException($"There is no key '{VisibleText.Of(key)}'.");

    public override string KeyAt(int place) => keys[place];

    public override object? ValueAt(int place) => values[place];

    public bool ContainsKey(string key) => PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var place = PlaceOf(key);
        value = place < 0 ? default : values[place];
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var i = 0; i < keys.Length; i++)
            yield return new KeyValuePair<string, T>(keys[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (keys.Length <= FewKeys)
        {
            for (var i = 0; i < keys.Length; i++)
                if (keys[i] == key)
                    return i;
            return -1;
        }

        // Threads that race make equal indexes.
        var places = _places ??= Index();
        return places.TryGetValue(key, out var place) ? place : -1;
    }

    private Dictionary<string, int> Index()
    {
        var places = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
            places[keys[i]] = i;
        return places;
    }
}
