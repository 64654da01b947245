using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using DataPackage.Runtime.Packed;

namespace DataPackage.Runtime;

/// <summary>All entities of one kind, ordered by id (ordinally). Each entity is created at its first use and is the
/// same instance from then on.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <remarks>Immutable and safe to share between threads; needs no initialization. <c>foreach</c> allocates no memory
/// for the enumeration.</remarks>
public sealed class EntitySet<T> : IReadOnlyList<T>
    where T : class, IEntity
{
    private readonly PackedTable<T> _table;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EntitySet(PackedTable<T> table) => _table = table;

    internal PackedTable<T> Table => _table;

    /// <summary>The number of entities.</summary>
    public int Count => _table.Count;

    /// <summary>The entity at an index in the order of ids, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or not below
    /// <see cref="Count"/>.</exception>
    public T this[int index] =>
        (uint)index < (uint)_table.Count ? _table.At(index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The entity with this id, compared ordinally; always the same instance.</summary>
    /// <exception cref="KeyNotFoundException">No entity has this id; the message names the nearest, if any.</exception>
    public T Get(string id) => _table.Get(id);

    /// <summary>Looks up the entity with this id; false and null if no entity has it.</summary>
    public bool TryGet([NotNullWhen(true)] string? id, [MaybeNullWhen(false)] out T entity) =>
        _table.TryGet(id, out entity);

    /// <summary>The only entity with this name or alias in any of its languages, ignoring case, accents and
    /// punctuation. Null if no entity has it, or several do: use <see cref="FindAll"/> for those.</summary>
    public T? Find(string nameOrAlias) => _table.Find(nameOrAlias);

    /// <summary>All entities with this name or alias, ordered by id; compared as in <see cref="Find"/>. Empty if no
    /// entity has it.</summary>
    public IReadOnlyList<T> FindAll(string nameOrAlias) => _table.FindAll(nameOrAlias);

    /// <summary>Enumerates in the order of ids.</summary>
    public Enumerator GetEnumerator() => new(_table);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates an <see cref="EntitySet{T}"/> in the order of ids.</summary>
    [SuppressMessage(
        "Design",
        "CA1034",
        Justification = "An enumerator is part of its collection, as in the collections of .NET."
    )]
    public struct Enumerator : IEnumerator<T>
    {
        private readonly PackedTable<T> _table;
        private int _row;

        internal Enumerator(PackedTable<T> table)
        {
            _table = table;
            _row = -1;
        }

        /// <inheritdoc/>
        public readonly T Current => _table.At(_row);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_row < _table.Count;

        /// <inheritdoc/>
        public void Reset() => _row = -1;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
