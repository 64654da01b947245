using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DataPackage.Shared.Format;
using DataPackage.Shared.Names;

namespace DataPackage.Runtime.Packed;

/// <summary>Where an area of rows, an index or a timeline is among the chunks of its table, and how it is divided. For
/// generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage(
    "Design",
    "CA1051",
    Justification = "Properties would be two more methods to compile before the first entity can be read."
)]
[SuppressMessage("Performance", "CA1815", Justification = "Nobody compares them.")]
public struct PackedArea
{
    /// <summary>The number of the first chunk; negative if there is none.</summary>
    public int FirstChunk;

    /// <summary>For an area of rows, how many bits of a row's number count the rows of one chunk. For an index, how
    /// many bits of a hash select the chunk. For a timeline, how many entities have a time.</summary>
    public int Size;
}

/// <summary>The entities of one kind as packed bytes, and the indexes over them. All reads of these bytes are here, in
/// <see cref="PackedRow"/> and in <see cref="PackedValue"/>. They are bounds-checked: corrupted bytes, and bytes of a
/// newer format, throw <see cref="InvalidDataException"/> instead of reading elsewhere. For generated code.</summary>
/// <remarks>The path to the first entity is deliberately short: in a program that has just started, each method on it
/// is compiled first, which takes far longer than running it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PackedTable
{
    private const int LongestKeyOnStack = 128;
    private const int BytesPerUnit = 3;

    private readonly int _format;

    /// <summary>The address of each chunk, 0 if it was not read yet, then its length.</summary>
    private nint[] _chunks;

    /// <summary>The address of the package's resource; 0 before it was opened.</summary>
    private nint _resource;

    private int _resourceLength;

    /// <summary>Keeps the copy in memory, if there is one.</summary>
    private byte[]? _copyOfResource;

    // Only a hot reload changes them.
    private string[][] _languages;
    private PackedArea _values;
    private PackedArea _details;
    private PackedArea _sources;
    private PackedArea _reverses;
    private PackedArea _names;
    private PackedArea _timeline;

    private protected PackedTable(
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
    {
        _format = format;
        Count = count;
        _languages = languages;
        _chunks = new nint[2 * chunks];
        _values = values;
        _details = details;
        _sources = sources;
        _reverses = reverses;
        Ids = ids;
        _names = names;
        _timeline = timeline;
    }

    /// <summary>Whether a hot reload may have replaced literals.</summary>
    internal static bool WasReloaded;

    /// <summary>The index of ids.</summary>
    internal PackedArea Ids;

    /// <summary>The number of entities.</summary>
    public int Count { get; }

    /// <summary>The sets of languages (BCP 47) of the kind's texts, in the order in which packed texts number
    /// them.</summary>
    internal string[][] Languages => _languages;

    /// <summary>The entity in a row of the kind with this number in the package.</summary>
    protected internal abstract IEntity EntityAt(int kind, int row);

    /// <summary>The bytes of a chunk: a UTF-8 literal, or a part of the package's resource. Neither moves while the
    /// assembly is loaded.</summary>
    protected abstract ReadOnlySpan<byte> ReadChunk(int number);

    /// <summary>A part of the package's resource. For the code of large packages.</summary>
    /// <param name="directory">Where the resource lists these parts: for each its start and its length, in four bytes
    /// each, the lowest first.</param>
    protected unsafe ReadOnlySpan<byte> ReadResource(int directory, int number)
    {
        if (Volatile.Read(ref _resource) is 0)
            OpenResource();
        var resource = new ReadOnlySpan<byte>((void*)_resource, _resourceLength);
        var place = directory + ((long)number * PackedFormat.DirectoryEntry);
        if (number < 0 || place > resource.Length - PackedFormat.DirectoryEntry)
            CorruptedData.Throw("the resource has not all of its parts");
        var entry = resource.Slice((int)place);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(entry);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(entry.Slice(sizeof(int)));
        if (start + (ulong)length > (uint)resource.Length)
            CorruptedData.Throw("a part is not within the resource");
        return resource.Slice((int)start, (int)length);
    }

    /// <summary>Finds the resource, which is mapped into memory with its assembly. Threads that race find the
    /// same.</summary>
    private unsafe void OpenResource()
    {
        var stream = GetType().Assembly.GetManifestResourceStream(PackedFormat.Resource);
        switch (stream)
        {
            case null:
                CorruptedData.Throw("the assembly has no resource with the data");
                break;
            case UnmanagedMemoryStream { Length: <= int.MaxValue } mapped:
                _resourceLength = (int)mapped.Length;
                Volatile.Write(ref _resource, (nint)mapped.PositionPointer);
                break;
            default:
                // A host that loads assemblies in its own way. The copy stays where it is.
                var copy = GC.AllocateUninitializedArray<byte>(checked((int)stream.Length), pinned: true);
                stream.ReadExactly(copy);
                copy = Interlocked.CompareExchange(ref _copyOfResource, copy, null) ?? copy;
                _resourceLength = copy.Length;
                Volatile.Write(ref _resource, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(copy)));
                break;
        }
    }

    /// <summary>The bytes that tell where the entities of a chunk of rows are written. Empty if unknown.</summary>
    protected virtual ReadOnlySpan<byte> ReadPlaces(int chunk) => default;

    /// <summary>Where the entity in this row, which has this id, is written; null if unknown.</summary>
    public SeedLocation? Place(int row, string id)
    {
        if ((uint)(_format - 1) >= PackedFormat.Version)
            CorruptedData.ThrowFormat(_format, GetType().Assembly);
        return PackedPlaces.Read(
            ReadPlaces(row >> PackedFormat.PlacesPerChunkBits),
            row & (PackedFormat.PlacesPerChunk - 1),
            id
        );
    }

    /// <summary>A field of the values of the entity in this row.</summary>
    public ReadOnlySpan<byte> Value(int row, int field) => PackedRow.Field(RowOf(_values, row), field);

    /// <summary>A field of the details of the entity in this row.</summary>
    public ReadOnlySpan<byte> Detail(int row, int field) => PackedRow.Field(RowOf(_details, row), field);

    /// <summary>A field of the sources of the entity in this row.</summary>
    public ReadOnlySpan<byte> Source(int row, int field) => PackedRow.Field(RowOf(_sources, row), field);

    /// <summary>A field of the reverses of the entity in this row.</summary>
    public ReadOnlySpan<byte> Reverse(int row, int field) => PackedRow.Field(RowOf(_reverses, row), field);

    private ReadOnlySpan<byte> RowOf(PackedArea area, int row)
    {
        if (area.FirstChunk < 0)
            return default;
        if (row < 0)
            ThrowNotSet();
        var chunk = ChunkAt(area.FirstChunk + (row >> area.Size));
        var place = (row & ((1 << area.Size) - 1)) * PackedFormat.OffsetDigits;
        if (place > chunk.Length - PackedFormat.OffsetDigits)
            CorruptedData.Throw("a chunk has not all of its rows");
        var start = PackedRow.Offset(chunk.Slice(place), PackedFormat.OffsetDigits);
        if ((uint)start >= (uint)chunk.Length)
            CorruptedData.Throw("a row is not within its chunk");
        return chunk.Slice(start);
    }

    /// <summary>Configuration and model binders create entities without the properties that C# requires.</summary>
    [DoesNotReturn]
    private static void ThrowNotSet() =>
        throw new InvalidOperationException(
            "A required property is read of an entity that was created without it. If the entity comes from "
                + "configuration or a request, state its id there, not a section or an object."
        );

    /// <summary>The row of an id or of a unique value; -1 if there is none.</summary>
    [SkipLocalsInit]
    private protected int RowOf(string id, PackedArea index)
    {
        Unsafe.SkipInit(out KeyBuffer buffer);
        var key =
            id.Length <= LongestKeyOnStack
                ? MemoryMarshal.CreateSpan(ref Unsafe.As<KeyBuffer, byte>(ref buffer), LongestKeyOnStack * BytesPerUnit)
                : new byte[id.Length * BytesPerUnit];
        return Lookup(index, key[..PackedText.Encode(id, key, out var hash)], hash, out _);
    }

    /// <summary>The only row with a name, in any spelling; -1 if there is none, <see cref="PackedFormat.ManyRows"/> if
    /// there are several. <paramref name="rows"/> then holds their count, then the rows (all numbers).</summary>
    [SkipLocalsInit]
    private protected int RowOfName(string name, out ReadOnlySpan<byte> rows)
    {
        var longest = NameFolding.MaxLength(name.Length);
        var isShort = longest <= LongestKeyOnStack;
        Span<char> folded = isShort ? stackalloc char[LongestKeyOnStack] : new char[longest];
        folded = folded[..NameFolding.Fold(name, folded)];
        Span<byte> key = isShort
            ? stackalloc byte[LongestKeyOnStack * BytesPerUnit]
            : new byte[folded.Length * BytesPerUnit];
        return Lookup(_names, key[..PackedText.Encode(folded, key, out var hash)], hash, out rows);
    }

    /// <summary>The only row with a key of <see cref="NameKeys"/>, and the rows if there are several, as in
    /// <see cref="RowOfName(string, out ReadOnlySpan{byte})"/>.</summary>
    private protected int RowOfNameKey(string key, out ReadOnlySpan<byte> rows)
    {
        var utf8 = Encoding.UTF8.GetBytes(key);
        return Lookup(_names, utf8, KeyHash.Compute(utf8), out rows);
    }

    /// <summary>Like <see cref="RowOf(string, PackedArea)"/>, for a key in a buffer.</summary>
    /// <param name="utf8">Room for three bytes for each UTF-16 unit of the key.</param>
    internal int RowOf(ReadOnlySpan<char> key, PackedArea index, Span<byte> utf8) =>
        Lookup(index, utf8[..PackedText.Encode(key, utf8, out var hash)], hash, out _);

    /// <summary>The id of the entity in this row; does not create the entity.</summary>
    internal string IdAt(int row) => PackedText.Decode(Value(row, ~PackedFormat.IdField));

    /// <summary>Like <see cref="RowOfName(string, out ReadOnlySpan{byte})"/>, for a name that is folded, encoded and
    /// hashed.</summary>
    internal int RowOfName(ReadOnlySpan<byte> key, ulong hash, out ReadOnlySpan<byte> rows) =>
        Lookup(_names, key, hash, out rows);

    /// <summary>The folded names of all entities, each once, in no particular order.</summary>
    internal IEnumerable<string> Names => KeysOf(_names).Where(NameKeys.IsFoldedName);

    /// <summary>All keys of an index, each once, in no particular order.</summary>
    internal IEnumerable<string> KeysOf(PackedArea index)
    {
        if (index.FirstChunk < 0)
            yield break;
        for (var chunk = 0; chunk < 1 << index.Size; chunk++)
        {
            var slots = SlotsOf(ChunkAt(index.FirstChunk + chunk));
            for (var slot = 0; slot < slots; slot++)
                if (KeyAt(ChunkAt(index.FirstChunk + chunk), slot) is { } key)
                    yield return key;
        }
    }

    private static int SlotsOf(ReadOnlySpan<byte> chunk)
    {
        var slots = chunk.IsEmpty ? 0L : 1L << ((chunk[0] - PackedFormat.Zero) & PackedFormat.SlotBits);
        if (
            slots <= 0
            || slots > chunk.Length
            || chunk.Length < PackedFormat.IndexHeader + (slots * PackedFormat.SlotLength)
        )
            CorruptedData.Throw("an index has not all of its slots");
        return (int)slots;
    }

    private static string? KeyAt(ReadOnlySpan<byte> chunk, int slot)
    {
        var place = chunk[(PackedFormat.IndexHeader + (slot * PackedFormat.SlotLength))..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(place) == PackedFormat.NoTag)
            return null;
        var start = PackedNumber.ReadFour(place[PackedFormat.RowDigits..]);
        if (start >= chunk.Length)
            CorruptedData.Throw("a key is not within its index");
        var entry = chunk[start..];
        return Encoding.UTF8.GetString(PackedNumber.ReadBlock(ref entry));
    }

    /// <summary>The row of a key; -1 if there is none.</summary>
    private int Lookup(PackedArea index, scoped ReadOnlySpan<byte> key, ulong hash, out ReadOnlySpan<byte> afterKey)
    {
        afterKey = default;
        if (index.FirstChunk < 0)
            return -1;
        var chunk = ChunkAt(index.FirstChunk + (index.Size == 0 ? 0 : (int)(hash >> (64 - index.Size))));
        var bits = chunk.IsEmpty ? 0 : chunk[0] - PackedFormat.Zero;
        var mask = (1 << (bits & PackedFormat.SlotBits)) - 1;
        if (chunk.Length < PackedFormat.IndexHeader + ((mask + 1L) * PackedFormat.SlotLength))
            CorruptedData.Throw("an index has not all of its slots");
        if (bits > PackedFormat.SlotBits)
            hash = HashBySeed(chunk, key);
        var tag = ((uint)(hash >> PackedFormat.TagShift) & PackedFormat.TagMask) + PackedFormat.TagZero;
        for (int probe = 0, slot = (int)hash & mask; probe <= mask; probe++, slot = (slot + 1) & mask)
        {
            var bytes = chunk.Slice(
                PackedFormat.IndexHeader + (slot * PackedFormat.SlotLength),
                PackedFormat.SlotLength
            );
            var found = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if ((uint)found == PackedFormat.NoTag)
                return -1;
            if ((uint)found != tag)
                continue;
            var place = PackedNumber.DecodeFour((uint)(found >> 32));
            if (place >= chunk.Length)
                CorruptedData.Throw("a key is not within its index");
            var rest = chunk.Slice(place);
            // Most keys have a length of one digit.
            var length = rest[0] - PackedFormat.Zero;
            if (length < PackedFormat.More)
                rest = rest.Slice(1);
            else
            {
                // A copy: a reference to the rest itself would keep it in memory for the sake of the few long keys.
                var longKey = rest;
                length = PackedNumber.ReadInt(ref longKey);
                rest = longKey;
            }

            if (length != key.Length || length > rest.Length || !rest.Slice(0, length).SequenceEqual(key))
                continue;
            afterKey = rest.Slice(length);
            // The row is in the slot, not with the key: a processor fetches the entity while it still waits for the
            // key.
            return PackedNumber.DecodeFour(
                BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(2 * PackedFormat.RowDigits))
            );
        }

        return -1;
    }

    /// <summary>The hash of a key in a chunk whose keys somebody has chosen for their hashes. A method of its own,
    /// because such chunks are very rare.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong HashBySeed(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> key)
    {
        ulong seed = 0;
        for (var i = PackedFormat.IndexHeader - 1; i >= PackedFormat.IndexSeed; i--)
            seed = (seed << PackedFormat.BitsPerFixedDigit) | (uint)(chunk[i] - PackedFormat.Zero);
        return KeyHash.Compute(key, seed);
    }

    /// <summary>The first moment of the timeline, from a moment on, whose number is at least the given one; the number
    /// of moments if there is none.</summary>
    private protected int FirstMoment(int from, int number, int least)
    {
        int low = from,
            high = _timeline.Size;
        // Digits compare like their number: the last digit is the most significant and in the highest byte.
        var digits = least > PackedFormat.LargestFixed ? uint.MaxValue : PackedNumber.EncodeFour(least);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var moments = MomentsFrom(middle, middle + 1);
            if (BinaryPrimitives.ReadUInt32LittleEndian(moments.Slice(number)) < digits)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The moments of a range that are in the chunk of the first.</summary>
    internal ReadOnlySpan<byte> MomentsFrom(int first, int to)
    {
        var chunk = ChunkAt(_timeline.FirstChunk + (first >> PackedFormat.MomentsPerChunkBits));
        var inChunk = first & (PackedFormat.MomentsPerChunk - 1);
        var count = Math.Min(to - first, PackedFormat.MomentsPerChunk - inChunk);
        var length = MomentLength;
        if ((inChunk + count) * length > chunk.Length)
            CorruptedData.Throw("a timeline has not all of its moments");
        return chunk.Slice(inChunk * length, count * length);
    }

    /// <summary>The bytes of each moment of the timeline.</summary>
    internal int MomentLength => _format == 1 ? PackedFormat.FirstMomentLength : PackedFormat.MomentLength;

    /// <summary>The time of the entity in this row, if it is one date; null otherwise. Read only where a date is all
    /// days of a set, which the timeline cannot hold.</summary>
    protected internal virtual EdtfDate? TimeOf(int row) => null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe ReadOnlySpan<byte> ChunkAt(int number)
    {
        var chunks = _chunks;
        var start = Volatile.Read(ref chunks[2 * number]);
        return start == 0
            ? LoadChunk(chunks, number)
            : new ReadOnlySpan<byte>((void*)start, (int)chunks[(2 * number) + 1]);
    }

    /// <summary>Remembers where a chunk is, so reading it needs no switch over all chunks. Threads that race find the
    /// same. The format is checked here, before any byte is read, because it costs nothing here, and because a
    /// constructor that throws would break the type with an exception that nobody expects.</summary>
    private unsafe ReadOnlySpan<byte> LoadChunk(nint[] chunks, int number)
    {
        if ((uint)(_format - 1) >= PackedFormat.Version)
            CorruptedData.ThrowFormat(_format, GetType().Assembly);
        var bytes = ReadChunk(number);
        if (WasReloaded)
            bytes = Keep(bytes);
        chunks[(2 * number) + 1] = bytes.Length;
        // The start comes after the length, so a thread that sees the start also sees the length.
        Volatile.Write(ref chunks[2 * number], (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)));
        return bytes;
    }

    /// <summary>A method of its own, as resolving the switch loads an assembly. Where programs are trimmed, the switch
    /// is off and the copies are left out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> Keep(ReadOnlySpan<byte> literal) =>
        MetadataUpdater.IsSupported ? HotReload.Keep(literal) : literal;

    /// <summary>Takes over what the constructor sets since a hot reload; all chunks are read again.</summary>
    /// <param name="made">A new table of the same type.</param>
    internal virtual void Renew(PackedTable made)
    {
        _languages = made._languages;
        _values = made._values;
        _details = made._details;
        _sources = made._sources;
        _reverses = made._reverses;
        Ids = made.Ids;
        _names = made._names;
        _timeline = made._timeline;
        _chunks = made._chunks;
    }

    /// <summary>Room for a key. Unlike <c>stackalloc</c>, it needs no check of the stack when the method
    /// ends.</summary>
    [InlineArray(LongestKeyOnStack * BytesPerUnit)]
    private struct KeyBuffer
    {
        private byte _first;
    }
}
