using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using DataPackage.Shared.Format;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>The entities of one kind, each created when it is first touched. For generated code.</summary>
/// <typeparam name="T">The kind.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PackedTable<T> : PackedTable
    where T : class, IEntity
{
    private readonly T?[] _entities;
    private EntitySet<T>? _all;

    /// <summary>A table over the chunks that the derived class has, in this format
    /// (<see cref="ReadsFormatAttribute"/>).</summary>
    protected PackedTable(
        int format,
        int count,
        string[][] languages,
        int chunks,
        PackedArea values,
        PackedArea details,
        PackedArea sources,
        PackedArea reverses,
        PackedArea ids,
        PackedArea names,
        PackedArea timeline
    )
        : base(format, count, languages, chunks, values, details, sources, reverses, ids, names, timeline) =>
        _entities = new T?[count];

    /// <summary>All entities, ordered by id.</summary>
    public EntitySet<T> All => _all ?? Interlocked.CompareExchange(ref _all, new EntitySet<T>(this), null) ?? _all;

    /// <summary>The entities that were touched, by row; for accessors, which look here before they ask
    /// <see cref="At"/>.</summary>
    [SuppressMessage(
        "Performance",
        "CA1819",
        Justification = "Only generated code sees it, and an accessor is to cost what reading an array costs."
    )]
    protected T?[] Entities => _entities;

    /// <summary>A new entity that reads its properties from this row.</summary>
    protected abstract T Create(int row);

    /// <summary>The entity in this row; the same instance for everybody.</summary>
    /// <exception cref="InvalidDataException">There is no such row.</exception>
    public T At(int row)
    {
        var entities = _entities;
        if ((uint)row >= (uint)entities.Length)
            CorruptedData.Throw("they name an entity that is not there");
        return entities[row] ?? Publish(row);
    }

    /// <summary>The entity with this id.</summary>
    public T Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var row = RowOf(id, Ids);
        return row >= 0 ? At(row) : throw new KeyNotFoundException(Missing(id));
    }

    /// <summary>The entity with this id, or false.</summary>
    public bool TryGet([NotNullWhen(true)] string? id, [MaybeNullWhen(false)] out T entity)
    {
        var row = id is null ? -1 : RowOf(id, Ids);
        entity = row >= 0 ? At(row) : null;
        return row >= 0;
    }

    /// <summary>The entity that has this value of a unique property.</summary>
    /// <param name="index">The index of the property's values.</param>
    /// <param name="property">What to call the property where no entity has the value.</param>
    /// <param name="key">The value as <see cref="PackedKey"/> writes it.</param>
    protected T GetBy(PackedArea index, string property, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (TryGetBy(index, key, out var entity))
            return entity;
        throw new KeyNotFoundException(
            $"There is no {typeof(T).Name} with the {property} '{VisibleText.Of(key)}'."
                + DidYouMean(NearestKey.Choose(key, NearestKey.Values(key, this, index)))
        );
    }

    /// <summary>The entity that has this value of a unique property, or false.</summary>
    protected bool TryGetBy(PackedArea index, [NotNullWhen(true)] string? key, [MaybeNullWhen(false)] out T entity)
    {
        var row = key is null ? -1 : RowOf(key, index);
        entity = row is < 0 or PackedFormat.ManyRows ? null : At(row);
        return entity is not null;
    }

    /// <summary>As <see cref="Get"/>, with the exception that parsing throws.</summary>
    public T Parse(string id) => TryGet(id, out var entity) ? entity : throw new FormatException(Missing(id));

    /// <summary>The only entity with this name, or null.</summary>
    public T? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var row = RowOfName(name, out _);
        if (row < 0 && Composed(name) is { } composed)
            row = RowOfName(composed, out _);
        return row is < 0 or PackedFormat.ManyRows ? null : At(row);
    }

    /// <summary>All entities with this name.</summary>
    public IReadOnlyList<T> FindAll(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var row = RowOfName(name, out var rows);
        if (row < 0 && Composed(name) is { } composed)
            row = RowOfName(composed, out rows);
        if (row < 0)
            return [];
        if (row != PackedFormat.ManyRows)
            return Array.AsReadOnly([At(row)]);
        var count = PackedNumber.ReadInt(ref rows);
        // Each has at least one byte: a larger number must not cost its memory.
        if (count > rows.Length)
            CorruptedData.Throw("a name claims more entities than it has bytes");
        var found = new T[count];
        for (var i = 0; i < found.Length; i++)
            found[i] = At(PackedNumber.ReadInt(ref rows));
        return Array.AsReadOnly(found);
    }

    /// <summary>The entities whose time has a day from the first of these to the last.</summary>
    public Timeline<T> During(DateOnly first, DateOnly last) =>
        first <= last
            ? During(PackedFormat.DayOf(first.DayNumber), PackedFormat.DayOf(last.DayNumber))
            : throw new ArgumentException("The last day is before the first.", nameof(last));

    /// <summary>The entities whose time has a day from the first that a date can mean to the last.</summary>
    public Timeline<T> During(EdtfDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return During(PackedFormat.DayOf(date.FirstDay), PackedFormat.DayOf(date.LastDay));
    }

    private Timeline<T> During(int firstDay, int lastDay)
    {
        // The latest of the last days never falls from one moment to the next, nor do the first days.
        var from = FirstMoment(0, PackedFormat.MomentLatestDay, firstDay);
        return new Timeline<T>(this, from, FirstMoment(from, PackedFormat.MomentFirstDay, lastDay + 1), firstDay);
    }

    /// <summary>The folded name in the normalization form of the index, where it is in another: folding takes the marks
    /// off Latin letters, but does not put the parts of a Korean syllable together. Null where there is nothing to try;
    /// only a name that was not found is worth the question.</summary>
    private static string? Composed(string name)
    {
        if (!NormalForm.CanDiffer(name))
            return null;
        var folded = NameFolding.Fold(name);
        var composed = NormalForm.Of(folded);
        return ReferenceEquals(composed, folded) ? null : composed;
    }

    private T Publish(int row)
    {
        var created = Create(row);
        return Interlocked.CompareExchange(ref _entities[row], created, null) ?? created;
    }

    private string Missing(string id) =>
        $"There is no {typeof(T).Name} with the id '{VisibleText.Of(id)}'."
        + DidYouMean(NearestKey.Choose(id, NearestKey.Ids(id, this)));

    private static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
