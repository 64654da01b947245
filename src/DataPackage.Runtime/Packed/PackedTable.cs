using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DataPackage.Runtime.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>Where an index stands among the chunks of its table, and the power of two that is its size. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PackedIndex(int FirstChunk, int Bits);

/// <summary>The entities of one kind as packed bytes, and the indexes over them. The only place, with <see cref="PackedRow"/>, where these
/// bytes are trusted: reads are bounds-checked, so that corrupted ones throw instead of reading elsewhere. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PackedTable
{
    private const int LongestKeyOnStack = 256;

    private readonly int _rowStartsChunk;
    private readonly PackedIndex _ids;
    private readonly PackedIndex _names;

    private protected PackedTable(IReadOnlyList<string> languages, int count, int rowStartsChunk, PackedIndex ids, PackedIndex names)
    {
        Languages = languages;
        Count = count;
        _rowStartsChunk = rowStartsChunk;
        _ids = ids;
        _names = names;
    }

    /// <summary>How many entities there are.</summary>
    public int Count { get; }

    /// <summary>The languages of the kind's texts (BCP 47), in the order in which packed texts number them.</summary>
    internal IReadOnlyList<string> Languages { get; }

    /// <summary>The entity in this row of the kind with this number among the kinds of the package.</summary>
    protected internal abstract IEntity EntityAt(int kind, int row);

    /// <summary>The bytes of a chunk.</summary>
    protected abstract ReadOnlySpan<byte> Chunk(int number);

    /// <summary>The fields of the entity in this row.</summary>
    public PackedRow Row(int row)
    {
        var starts = Chunk(_rowStartsChunk + (row >> PackedFormat.RowStartsPerChunkBits));
        var start = starts[((row & (PackedFormat.RowStartsPerChunk - 1)) * PackedFormat.FixedDigits)..];
        return new PackedRow(At(PackedNumber.ReadFixed(start)), this);
    }

    /// <summary>The row of an id, or -1.</summary>
    private protected int RowOf(scoped ReadOnlySpan<char> id)
    {
        var rows = Lookup(_ids, id);
        if (rows.IsEmpty) return -1;
        PackedNumber.Read(ref rows);
        return PackedNumber.ReadInt(ref rows);
    }

    /// <summary>The rows that have a name, given in any spelling: how many (number), then each (number). Empty where there are none.</summary>
    private protected ReadOnlySpan<byte> RowsOfName(string name)
    {
        var longest = NameFolding.MaxLength(name.Length);
        if (longest > LongestKeyOnStack) return Lookup(_names, NameFolding.Fold(name));
        Span<char> folded = stackalloc char[LongestKeyOnStack];
        return Lookup(_names, folded[..NameFolding.Fold(name, folded)]);
    }

    /// <summary>What follows the key in its entry, or nothing.</summary>
    private ReadOnlySpan<byte> Lookup(PackedIndex index, scoped ReadOnlySpan<char> key)
    {
        var hash = (int)(KeyHash.Compute(key) & PackedFormat.HashMask);
        var mask = (1 << index.Bits) - 1;
        for (int probe = 0, slot = hash & mask; probe <= mask; probe++, slot = (slot + 1) & mask)
        {
            var bytes = Chunk(index.FirstChunk + (slot >> PackedFormat.SlotsPerChunkBits))
                [((slot & (PackedFormat.SlotsPerChunk - 1)) * PackedFormat.SlotLength)..];
            var address = PackedNumber.ReadFixed(bytes[PackedFormat.FixedDigits..]);
            if (address == PackedFormat.NoEntry) return default;
            if (PackedNumber.ReadFixed(bytes) != hash) continue;
            var entry = At(address);
            if (IsKey(PackedNumber.ReadBlock(ref entry), key)) return entry;
        }

        return default;
    }

    private static bool IsKey(ReadOnlySpan<byte> stored, ReadOnlySpan<char> key)
    {
        if (Ascii.Equals(stored, key)) return true;
        if (stored.Length <= key.Length || stored.Length > 3 * key.Length) return false;
        return stored.Length <= LongestKeyOnStack ? IsKeyBeyondAscii(stored, key) : Encoding.UTF8.GetString(stored).AsSpan().SequenceEqual(key);
    }

    private static bool IsKeyBeyondAscii(ReadOnlySpan<byte> stored, ReadOnlySpan<char> key)
    {
        Span<char> decoded = stackalloc char[LongestKeyOnStack];
        return Encoding.UTF8.TryGetChars(stored, decoded, out var length) && decoded[..length].SequenceEqual(key);
    }

    private ReadOnlySpan<byte> At(int address) => Chunk(address >> PackedFormat.OffsetBits)[(address & ((1 << PackedFormat.OffsetBits) - 1))..];
}

/// <summary>The entities of one kind, each created when it is first touched. For generated code.</summary>
/// <typeparam name="T">The kind.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PackedTable<T> : PackedTable
    where T : class, IEntity
{
    private readonly T?[] _entities;
    private EntitySet<T>? _all;

    /// <summary>A table over the chunks that the derived class has.</summary>
    protected PackedTable(IReadOnlyList<string> languages, int count, int rowStartsChunk, PackedIndex ids, PackedIndex names)
        : base(languages, count, rowStartsChunk, ids, names) => _entities = new T?[count];

    /// <summary>All entities, ordered by id.</summary>
    public EntitySet<T> All => _all ?? Interlocked.CompareExchange(ref _all, new EntitySet<T>(this), null) ?? _all;

    /// <summary>A new entity that reads its properties from this row.</summary>
    protected abstract T Create(int row);

    /// <summary>The entity in this row; the same instance for everybody.</summary>
    public T At(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_entities.Length, nameof(row));
        return _entities[row] ?? Publish(row);
    }

    /// <summary>The entity with this id.</summary>
    public T Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var row = RowOf(id);
        return row >= 0 ? At(row) : throw new KeyNotFoundException(Missing(id));
    }

    /// <summary>The entity with this id, or false.</summary>
    public bool TryGet([NotNullWhen(true)] string? id, [MaybeNullWhen(false)] out T entity)
    {
        var row = id is null ? -1 : RowOf(id);
        entity = row >= 0 ? At(row) : null;
        return row >= 0;
    }

    /// <summary>As <see cref="Get"/>, with the exception that parsing throws.</summary>
    public T Parse(string id) => TryGet(id, out var entity) ? entity : throw new FormatException(Missing(id));

    /// <summary>The only entity with this name, or null.</summary>
    public T? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var rows = RowsOfName(name);
        return !rows.IsEmpty && PackedNumber.Read(ref rows) == 1 ? At(PackedNumber.ReadInt(ref rows)) : null;
    }

    /// <summary>All entities with this name.</summary>
    public IReadOnlyList<T> FindAll(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var rows = RowsOfName(name);
        if (rows.IsEmpty) return [];
        var found = new T[PackedNumber.ReadInt(ref rows)];
        for (var i = 0; i < found.Length; i++) found[i] = At(PackedNumber.ReadInt(ref rows));
        return Array.AsReadOnly(found);
    }

    private T Publish(int row)
    {
        var created = Create(row);
        return Interlocked.CompareExchange(ref _entities[row], created, null) ?? created;
    }

    private string Missing(string id)
    {
        var nearest = NearestName.Find(id, All.Select(entity => entity.Id));
        return $"There is no {typeof(T).Name} with the id '{id}'." + (nearest is null ? "" : $" Did you mean '{nearest}'?");
    }
}
