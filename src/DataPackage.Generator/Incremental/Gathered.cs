using System.Collections;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Incremental;

/// <summary>The results of a step that runs for each seed: one by one and all together.</summary>
/// <remarks>Gathering is a step of the compiler that scans all results on each edit. Each step gathers once,
/// here.</remarks>
internal sealed class Gathered<T>(IncrementalValuesProvider<T> each, IncrementalValueProvider<Batch<T>> all)
{
    public IncrementalValuesProvider<T> Each { get; } = each;

    public IncrementalValueProvider<Batch<T>> All { get; } = all;
}

/// <summary>All results of a step, in the order of the seeds. Equal if nothing ran again, because the compiler then
/// keeps the same array.</summary>
internal sealed class Batch<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<Batch<T>>
{
    private readonly ImmutableArray<T> _items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Batch<T>? other) => other is not null && _items == other._items;

    public override bool Equals(object? obj) => Equals(obj as Batch<T>);

    public override int GetHashCode() => _items.GetHashCode();
}
