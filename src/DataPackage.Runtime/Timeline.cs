using System.Collections;
using System.Diagnostics.CodeAnalysis;
using DataPackage.Runtime.Packed;

namespace DataPackage.Runtime;

/// <summary>The entities of one kind whose time meets, or can meet, a range of days, ordered by the first day that
/// their time can have (an open or unknown start comes first), then by id. The build computes the order, so a query is
/// a search, not a scan.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <remarks>Immutable and safe to share between threads. <c>foreach</c> allocates no memory for the enumeration. Each
/// enumeration walks the timeline again; the entities are always the same instances. The default value is
/// empty.</remarks>
[SuppressMessage(
    "Performance",
    "CA1815",
    Justification = "Two questions are compared by their answers, which SequenceEqual does."
)]
[SuppressMessage("Naming", "CA1710", Justification = "It is a view that names what it shows, as EntitySet is.")]
public readonly struct Timeline<T> : IEnumerable<T>
    where T : class, IEntity
{
    private readonly PackedTable<T>? _table;
    private readonly PackedMoments _moments;

    /// <param name="moments">Not yet enumerated.</param>
    internal Timeline(PackedTable<T> table, PackedMoments moments)
    {
        _table = table;
        _moments = moments;
    }

    /// <summary>Enumerates in the order of first days, then of ids.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates a <see cref="Timeline{T}"/> in the order of first days, then of ids.</summary>
    [SuppressMessage(
        "Design",
        "CA1034",
        Justification = "An enumerator is part of its collection, as in the collections of .NET."
    )]
    public struct Enumerator : IEnumerator<T>
    {
        private readonly Timeline<T> _timeline;
        private PackedMoments _moments;
        private T? _current;

        internal Enumerator(Timeline<T> timeline)
        {
            _timeline = timeline;
            _moments = timeline._moments;
        }

        /// <inheritdoc/>
        public readonly T Current => _current!;

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (!_moments.TryNext(_timeline._table, out var row))
                return false;
            _current = _timeline._table!.At(row);
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _moments = _timeline._moments;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
