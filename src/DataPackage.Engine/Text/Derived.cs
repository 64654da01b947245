namespace DataPackage.Engine.Text;

/// <summary>A value that a record computes from one of its lists on first use. It takes no part in equality, and a copy
/// of the record with another list computes it again.</summary>
internal struct Derived<T> : IEquatable<Derived<T>>
    where T : class
{
    // Every thread makes the same value: a race costs only time.
    private Tuple<object?, T>? _made;

    public T From<TItem>(EquatableArray<TItem> items, Func<EquatableArray<TItem>, T> make)
    {
        var made = _made;
        if (made is null || !ReferenceEquals(made.Item1, items.Identity))
            _made = made = Tuple.Create(items.Identity, make(items));
        return made.Item2;
    }

    /// <summary>The value computed from a text.</summary>
    public T From(string text, Func<string, T> make)
    {
        var made = _made;
        if (made is null || !ReferenceEquals(made.Item1, text))
            _made = made = Tuple.Create((object?)text, make(text));
        return made.Item2;
    }

    public readonly bool Equals(Derived<T> other) => true;

    public override readonly bool Equals(object? obj) => obj is Derived<T>;

    public override readonly int GetHashCode() => 0;
}

/// <summary>The indexes of items by name.</summary>
internal static class Places
{
    /// <summary>Up to this number, a loop is faster than a dictionary.</summary>
    private const int Few = 8;

    /// <summary>The index of the first item that has the name, or -1.</summary>
    public static int Find<TItem>(
        ref Derived<Dictionary<string, int>> places,
        EquatableArray<TItem> items,
        string name,
        Func<TItem, string> nameOf
    )
    {
        if (items.Count > Few)
            return FindAmongMany(ref places, items, name, nameOf);
        for (var i = 0; i < items.Count; i++)
            if (nameOf(items[i]) == name)
                return i;
        return -1;
    }

    /// <summary>By itself, as a lambda that captures costs the whole method.</summary>
    private static int FindAmongMany<TItem>(
        ref Derived<Dictionary<string, int>> places,
        EquatableArray<TItem> items,
        string name,
        Func<TItem, string> nameOf
    ) => places.From(items, all => Of(all, nameOf)).TryGetValue(name, out var place) ? place : -1;

    private static Dictionary<string, int> Of<TItem>(EquatableArray<TItem> items, Func<TItem, string> nameOf)
    {
        var places = new Dictionary<string, int>(items.Count, StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
            if (nameOf(items[i]) is var name && !places.ContainsKey(name))
                places.Add(name, i);
        return places;
    }
}
