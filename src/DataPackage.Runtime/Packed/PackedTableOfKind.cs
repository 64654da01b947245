using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using DataPackage.Shared.Format;
using DataPackage.Shared.Names;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>The entities of one kind, each created at its first use. For generated code.</summary>
/// <typeparam name="T">The kind.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PackedTable<T> : PackedTable
    where T : class, IEntity
{
    private readonly T?[] _entities;
    private EntitySet<T>? _all;

    /// <summary>A table over the chunks of the derived class, which are in this format
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

    /// <summary>All entities, ordered by id (ordinally).</summary>
    public EntitySet<T> All => _all ?? Interlocked.CompareExchange(ref _all, new EntitySet<T>(this), null) ?? _all;

    /// <summary>The entities created so far, by row. Accessors look here before they call <see cref="At"/>.</summary>
    [SuppressMessage(
        "Performance",
        "CA1819",
        Justification = "Only generated code sees it, and an accessor is to cost what reading an array costs."
    )]
    protected T?[] Entities => _entities;

    /// <summary>Creates an entity that reads its properties from this row.</summary>
    protected abstract T Create(int row);

    /// <summary>The entity in this row; always the same instance.</summary>
    /// <exception cref="InvalidDataException">There is no such row.</exception>
    public T At(int row)
    {
        var entities = _entities;
        if ((uint)row >= (uint)entities.Length)
            CorruptedData.Throw("they name an entity that is not there");
        return entities[row] ?? Publish(row);
    }

    /// <summary>The entity with this id.</summary>
    /// <exception cref="KeyNotFoundException">No entity has this id; the message names the nearest, if any.</exception>
    public T Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var row = RowOf(id, Ids);
        return row >= 0 ? At(row) : throw new KeyNotFoundException(Missing(id));
    }

    /// <summary>What became of an id that this or an earlier version of the package had.</summary>
    public Resolution<T> Resolve(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (TryGet(id, out var entity))
            return new Resolution<T>(id, entity);
        return FindRetired(id) is { } retired
            ? new Resolution<T>(id, retired, Array.ConvertAll(retired.Successors, at => EntityAt(at.Kind, at.Row)))
            : new Resolution<T>(id, Unknown(id));
    }

    /// <summary>An id that was given up; null if none was.</summary>
    protected virtual RetiredId? FindRetired(string id) => null;

    /// <summary>Looks up the entity with this id; false and null if no entity has it.</summary>
    public bool TryGet([NotNullWhen(true)] string? id, [MaybeNullWhen(false)] out T entity)
    {
        var row = id is null ? -1 : RowOf(id, Ids);
        entity = row >= 0 ? At(row) : null;
        return row >= 0;
    }

    /// <summary>The entity with this value of a unique property.</summary>
    /// <param name="index">The index of the property's values.</param>
    /// <param name="property">The name of the property in the message.</param>
    /// <param name="key">The value as <see cref="PackedKey"/> writes it.</param>
    /// <exception cref="KeyNotFoundException">No entity has the value; the message names the nearest, if
    /// any.</exception>
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

    /// <summary>Looks up the entity with this value of a unique property; false and null if no entity has it.</summary>
    protected bool TryGetBy(PackedArea index, [NotNullWhen(true)] string? key, [MaybeNullWhen(false)] out T entity)
    {
        var row = key is null ? -1 : RowOf(key, index);
        entity = row is < 0 or PackedFormat.ManyRows ? null : At(row);
        return entity is not null;
    }

    /// <summary>Like <see cref="Get"/>, but throws the exception of parsing.</summary>
    /// <exception cref="FormatException">No entity has this id; the message names the nearest, if any.</exception>
    public T Parse(string id) => TryGet(id, out var entity) ? entity : throw new FormatException(Missing(id));

    /// <summary>The only entity with this name. If several have it, the only one that spells it so, or else the only
    /// one with the same signs at the ends of words. Null if there is none.</summary>
    public T? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var row = RowOfName(name, out _);
        if (row < 0)
            row = RowOfOtherForm(name, out _);
        if (row == PackedFormat.ManyRows)
            row = RowOfSpelling(name);
        return row is < 0 or PackedFormat.ManyRows ? null : At(row);
    }

    /// <summary>All entities with this name: first those that spell it so, then those with the same signs at the ends
    /// of words; each group ordered by id. Empty if there are none.</summary>
    public IReadOnlyList<T> FindAll(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // The form without marks is that of all entities whose names differ in marks.
        ReadOnlySpan<byte> rows = default;
        var row = FormWithoutPoints(name) is { } bare ? RowOfName(bare, out rows) : -1;
        if (row < 0)
            row = RowOfName(name, out rows);
        if (row < 0)
            row = RowOfOtherForm(name, out rows);
        if (row < 0)
            return [];
        return row == PackedFormat.ManyRows ? FindMany(name, rows) : Array.AsReadOnly([At(row)]);
    }

    /// <summary>Only a name that was not found is worth looking up in another form.</summary>
    private int RowOfOtherForm(string name, out ReadOnlySpan<byte> rows)
    {
        rows = default;
        if (!NormalForm.CanDiffer(name))
            return -1;
        // Folding removes the marks of Latin letters, but does not compose Korean syllables.
        var composed = NormalForm.Of(NameFolding.Fold(NormalForm.Of(name)));
        var row = RowOfName(composed, out rows);
        return row < 0 && NameKeys.WithoutPoints(composed) is { } bare ? RowOfName(bare, out rows) : row;
    }

    private static string? FormWithoutPoints(string name) =>
        NormalForm.CanDiffer(name)
            ? NameKeys.WithoutPoints(NormalForm.Of(NameFolding.Fold(NormalForm.Of(name))))
            : null;

    private int RowOfSpelling(string name)
    {
        var row = RowOfNameKey(NameKeys.OfSpelling(name), out _);
        return row < 0 ? RowOfNameKey(NameKeys.OfSigns(name), out _) : row;
    }

    private ReadOnlyCollection<T> FindMany(string name, ReadOnlySpan<byte> all)
    {
        var rows = new List<int>();
        var seen = new HashSet<int>();
        foreach (var key in new[] { NameKeys.OfSpelling(name), NameKeys.OfSigns(name) })
        {
            var row = RowOfNameKey(key, out var several);
            if (row == PackedFormat.ManyRows)
                AddRows(several, rows, seen);
            else if (row >= 0 && seen.Add(row))
                rows.Add(row);
        }

        AddRows(all, rows, seen);
        var found = new T[rows.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = At(rows[i]);
        return Array.AsReadOnly(found);
    }

    private static void AddRows(ReadOnlySpan<byte> several, List<int> rows, HashSet<int> seen)
    {
        var count = PackedNumber.ReadInt(ref several);
        // Each has at least one byte: a larger number must not allocate its memory.
        if (count > several.Length)
            CorruptedData.Throw("a name claims more entities than it has bytes");
        for (var i = 0; i < count; i++)
            if (PackedNumber.ReadInt(ref several) is var row && seen.Add(row))
                rows.Add(row);
    }

    /// <summary>The entities whose time can have a day in this range, both ends included.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Timeline<T> During(DateOnly first, DateOnly last) => During(first, last, isKnown: false);

    /// <summary>The entities whose time can have a day between the first and the last that a date can mean, both
    /// included.</summary>
    public Timeline<T> During(EdtfDate date) => During(date, isKnown: false);

    /// <summary>The entities whose time is known to have a day in this range, both ends included.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Timeline<T> KnownDuring(DateOnly first, DateOnly last) => During(first, last, isKnown: true);

    /// <summary>The entities whose time is known to have a day between the first and the last that a date can mean,
    /// both included.</summary>
    public Timeline<T> KnownDuring(EdtfDate date) => During(date, isKnown: true);

    private Timeline<T> During(DateOnly first, DateOnly last, bool isKnown) =>
        first <= last
            ? During(PackedFormat.DayOf(first.DayNumber), PackedFormat.DayOf(last.DayNumber), isKnown)
            : throw new ArgumentException("The last day is before the first.", nameof(last));

    private Timeline<T> During(EdtfDate date, bool isKnown)
    {
        ArgumentNullException.ThrowIfNull(date);
        return During(PackedFormat.DayOf(date.FirstDay), PackedFormat.DayOf(date.LastDay), isKnown);
    }

    private Timeline<T> During(int firstDay, int lastDay, bool isKnown)
    {
        // Both the latest of the last days and the first days are ascending.
        var from = FirstMoment(0, PackedFormat.MomentLatestDay, firstDay);
        var to = FirstMoment(from, PackedFormat.MomentFirstDay, lastDay + 1);
        return new Timeline<T>(this, new PackedMoments(from, to, firstDay, isKnown ? lastDay : -1));
    }

    internal override void Renew(PackedTable made)
    {
        base.Renew(made);
        HotReload.Forget(typeof(T), _entities);
    }

    private T Publish(int row)
    {
        var created = Create(row);
        return Interlocked.CompareExchange(ref _entities[row], created, null) ?? created;
    }

    private string Missing(string id) => Resolve(id).ToString();

    private string Unknown(string id) =>
        $"There is no {typeof(T).Name} with the id '{VisibleText.Of(id)}'."
        + DidYouMean(NearestKey.Choose(id, NearestKey.Ids(id, this)));

    private static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
