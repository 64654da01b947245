using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using DataPackage.Runtime.Dates;

namespace DataPackage.Runtime.Packed;

/// <summary>Reads the item of a list from its bytes. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T PackedItemReader<T>(ReadOnlySpan<byte> item, PackedTable table);

/// <summary>The fields of one entity or embedded value, read from packed bytes when asked for. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct PackedRow
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly PackedTable _table;

    /// <summary>The row that starts at the first of these bytes.</summary>
    public PackedRow(ReadOnlySpan<byte> bytes, PackedTable table)
    {
        _bytes = bytes;
        _table = table;
    }

    /// <summary>The text of a field, or null.</summary>
    public string? Text(int field) => TryGet(field, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The localized text of a field, or null.</summary>
    public LocalizedText? Localized(int field) => TryGet(field, out var bytes) ? ReadLocalized(bytes, _table) : null;

    /// <summary>The whole number of a field, or null.</summary>
    public long? Integer(int field) => TryGet(field, out var bytes) ? ReadInteger(bytes, _table) : null;

    /// <summary>The decimal number of a field, or null.</summary>
    public decimal? Decimal(int field) => TryGet(field, out var bytes) ? ReadDecimal(bytes, _table) : null;

    /// <summary>The truth value of a field, or null.</summary>
    public bool? Boolean(int field) => TryGet(field, out var bytes) ? ReadBoolean(bytes, _table) : null;

    /// <summary>The place of an enumeration's value, or null.</summary>
    public int? Enum(int field) => TryGet(field, out var bytes) ? PackedNumber.ReadInt(ref bytes) : null;

    /// <summary>The date of a field, or null.</summary>
    public EdtfDate? Date(int field) => TryGet(field, out var bytes) ? ReadDate(bytes, _table) : null;

    /// <summary>The amount of a field, or null.</summary>
    public Money? Money(int field) => TryGet(field, out var bytes) ? ReadMoney(bytes, _table) : null;

    /// <summary>The address of a field, or null.</summary>
    public Uri? Url(int field) => TryGet(field, out var bytes) ? ReadUrl(bytes, _table) : null;

    /// <summary>The entity that a field refers to, or null.</summary>
    public T? Reference<T>(int field, PackedTable<T> target)
        where T : class, IEntity =>
        TryGet(field, out var bytes) ? target.At(PackedNumber.ReadInt(ref bytes)) : null;

    /// <summary>The entity that a field refers to through an abstract kind, or null.</summary>
    public T? AbstractReference<T>(int field)
        where T : class, IEntity =>
        TryGet(field, out var bytes) ? (T)_table.EntityAt(PackedNumber.ReadInt(ref bytes), PackedNumber.ReadInt(ref bytes)) : null;

    /// <summary>The entities that a field refers to; empty where it is absent.</summary>
    public IReadOnlyList<T> References<T>(int field, PackedTable<T> target)
        where T : class, IEntity
    {
        if (!TryGet(field, out var bytes)) return ReadOnlyCollection<T>.Empty;
        var items = new T[PackedNumber.ReadInt(ref bytes)];
        for (var i = 0; i < items.Length; i++) items[i] = target.At(PackedNumber.ReadInt(ref bytes));
        return Array.AsReadOnly(items);
    }

    /// <summary>The entities that a field refers to through an abstract kind; empty where it is absent.</summary>
    public IReadOnlyList<T> AbstractReferences<T>(int field)
        where T : class, IEntity
    {
        if (!TryGet(field, out var bytes)) return ReadOnlyCollection<T>.Empty;
        var items = new T[PackedNumber.ReadInt(ref bytes)];
        for (var i = 0; i < items.Length; i++) items[i] = (T)_table.EntityAt(PackedNumber.ReadInt(ref bytes), PackedNumber.ReadInt(ref bytes));
        return Array.AsReadOnly(items);
    }

    /// <summary>The embedded value of a field, or null.</summary>
    public T? Embedded<T>(int field, PackedItemReader<T> read)
        where T : class =>
        TryGet(field, out var bytes) ? read(bytes, _table) : null;

    /// <summary>The items of a field; empty where it is absent.</summary>
    public IReadOnlyList<T> List<T>(int field, PackedItemReader<T> read)
    {
        if (!TryGet(field, out var bytes)) return ReadOnlyCollection<T>.Empty;
        var items = new T[PackedNumber.ReadInt(ref bytes)];
        for (var i = 0; i < items.Length; i++) items[i] = read(PackedNumber.ReadBlock(ref bytes), _table);
        return Array.AsReadOnly(items);
    }

    /// <summary>The citations in a field; empty where it is absent.</summary>
    public IReadOnlyList<Citation> Citations(int field) => List(field, ReadCitation);

    /// <summary>Reads an item of a list of texts.</summary>
    public static string ReadText(ReadOnlySpan<byte> item, PackedTable table) => Encoding.UTF8.GetString(item);

    /// <summary>Reads an item of a list of localized texts.</summary>
    public static LocalizedText ReadLocalized(ReadOnlySpan<byte> item, PackedTable table)
    {
        var count = 0;
        for (var rest = item; rest.Length > 0; count++)
        {
            PackedNumber.Read(ref rest);
            PackedNumber.ReadBlock(ref rest);
        }

        var languages = new string[count];
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            languages[i] = table.Languages[PackedNumber.ReadInt(ref item)];
            texts[i] = Encoding.UTF8.GetString(PackedNumber.ReadBlock(ref item));
        }

        return new LocalizedText(languages, texts);
    }

    /// <summary>Reads an item of a list of whole numbers.</summary>
    public static long ReadInteger(ReadOnlySpan<byte> item, PackedTable table) =>
        long.Parse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Reads an item of a list of decimal numbers.</summary>
    public static decimal ReadDecimal(ReadOnlySpan<byte> item, PackedTable table) =>
        decimal.Parse(item, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>Reads an item of a list of truth values.</summary>
    public static bool ReadBoolean(ReadOnlySpan<byte> item, PackedTable table) => PackedNumber.Read(ref item) != 0;

    /// <summary>Reads an item of a list of an enumeration's values.</summary>
    public static int ReadEnum(ReadOnlySpan<byte> item, PackedTable table) => PackedNumber.ReadInt(ref item);

    /// <summary>Reads an item of a list of dates.</summary>
    public static EdtfDate ReadDate(ReadOnlySpan<byte> item, PackedTable table)
    {
        var flags = PackedNumber.ReadInt(ref item);
        long? earliest = (flags & 1) != 0 ? PackedNumber.ReadSigned(ref item) : null;
        long? latest = (flags & 2) != 0 ? PackedNumber.ReadSigned(ref item) : null;
        return new EdtfDate(Encoding.UTF8.GetString(item), earliest, latest, (EdtfFlags)(flags >> 2));
    }

    /// <summary>Reads an item of a list of amounts.</summary>
    public static Money ReadMoney(ReadOnlySpan<byte> item, PackedTable table) =>
        new(ReadDecimal(item[3..], table), Encoding.UTF8.GetString(item[..3]));

    /// <summary>Reads an item of a list of addresses.</summary>
    public static Uri ReadUrl(ReadOnlySpan<byte> item, PackedTable table) => new(Encoding.UTF8.GetString(item), UriKind.Absolute);

    private static Citation ReadCitation(ReadOnlySpan<byte> item, PackedTable table)
    {
        var row = new PackedRow(item, table);
        return new Citation
        {
            Article = row.AbstractReference<IArticle>(PackedFormat.CitationArticle)!,
            Quote = row.Text(PackedFormat.CitationQuote),
            For = row.List(PackedFormat.CitationFor, ReadText),
            Paragraph = row.Enum(PackedFormat.CitationParagraph) ?? 0,
            Start = row.Enum(PackedFormat.CitationStart) ?? 0,
            End = row.Enum(PackedFormat.CitationEnd) ?? 0,
        };
    }

    /// <summary>The bytes of a field; false where the row does not have it.</summary>
    private bool TryGet(int field, out ReadOnlySpan<byte> value)
    {
        var rest = _bytes;
        var present = 0;
        var before = 0;
        var isPresent = false;
        for (var first = 0; ; first += PackedFormat.BitsPerDigit)
        {
            var digit = rest[0] - PackedFormat.Zero;
            rest = rest[1..];
            var bits = (uint)digit & (PackedFormat.More - 1);
            present += BitOperations.PopCount(bits);
            var place = field - first;
            if (place >= PackedFormat.BitsPerDigit)
            {
                before = present;
            }
            else if (place >= 0)
            {
                isPresent = (bits >> place & 1) != 0;
                before += BitOperations.PopCount(bits & ((1u << place) - 1));
            }

            if ((digit & PackedFormat.More) == 0) break;
        }

        value = default;
        if (!isPresent) return false;
        int start = 0, length = 0;
        for (var i = 0; i < present; i++)
        {
            var size = PackedNumber.ReadInt(ref rest);
            if (i < before) start += size;
            else if (i == before) length = size;
        }

        value = rest.Slice(start, length);
        return true;
    }
}
