using System.Buffers.Binary;
using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DataPackage.Shared.Dates;
using DataPackage.Shared.Format;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Packed;

/// <summary>Reads an item of a list from its bytes. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T PackedItemReader<T>(ReadOnlySpan<byte> item, PackedTable table);

/// <summary>Reads values from the bytes of a field or of an item. A field that the row does not have is null, or empty
/// if it is a list or map. For generated code.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> if the bytes are corrupted.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedValue
{
    /// <summary>The text of a field, or null.</summary>
    public static string? Text(ReadOnlySpan<byte> field) =>
        // A text that is present but empty points into its row; an absent one points nowhere.
        Unsafe.IsNullRef(in MemoryMarshal.GetReference(field))
            ? null
            : PackedText.Decode(field);

    /// <summary>The localized text of a field, or null.</summary>
    public static LocalizedText? Localized(ReadOnlySpan<byte> field, PackedTable table)
    {
        if (field.IsEmpty && IsAbsent(field))
            return null;
        ArgumentNullException.ThrowIfNull(table);
        var set = PackedNumber.ReadInt(ref field);
        if (set >= table.Languages.Length)
            CorruptedData.Throw("a text is in languages that are not there");
        var languages = table.Languages[set];
        var texts = new string[languages.Length];
        var lengths = field;
        for (var i = 0; i < texts.Length; i++)
            PackedNumber.Read(ref field);
        for (var i = 0; i < texts.Length; i++)
        {
            var length = PackedNumber.ReadInt(ref lengths);
            if (length > field.Length)
                CorruptedData.Throw("a text is longer than the bytes that hold it");
            texts[i] = PackedText.Decode(field[..length]);
            field = field[length..];
        }

        return new LocalizedText(languages, texts);
    }

    /// <summary>The whole number of a field, or null.</summary>
    public static long? Integer(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty && IsAbsent(field))
            return null;
        if (!long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            CorruptedData.Throw("a whole number is none");
        return number;
    }

    /// <summary>The whole number of 32 bits of a field, or null.</summary>
    public static int? Int32(ReadOnlySpan<byte> field)
    {
        var number = Integer(field);
        if (number is < int.MinValue or > int.MaxValue)
            CorruptedData.Throw("a whole number has more than 32 bits");
        return (int?)number;
    }

    /// <summary>The decimal number of a field, or null.</summary>
    public static decimal? Decimal(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty && IsAbsent(field))
            return null;
        if (
            !decimal.TryParse(
                field,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            CorruptedData.Throw("a decimal number is none");
        return number;
    }

    /// <summary>The truth value of a field, or null.</summary>
    public static bool? Boolean(ReadOnlySpan<byte> field) =>
        field.IsEmpty && IsAbsent(field) ? null : PackedNumber.Read(ref field) != 0;

    /// <summary>The number of an enumeration's value in a field, or null.</summary>
    public static int? Enum(ReadOnlySpan<byte> field) =>
        field.IsEmpty && IsAbsent(field) ? null : PackedNumber.ReadInt(ref field);

    /// <summary>The date of a field, or null.</summary>
    public static EdtfDate? Date(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty && IsAbsent(field))
            return null;
        var notation = (EdtfNotation)(field[0] - PackedFormat.Zero);
        if (notation == EdtfNotation.InFull)
            return DateInFull(field[1..]);
        var isDay = (notation & EdtfNotations.Precision) == EdtfNotation.Day;
        if (
            notation > EdtfNotations.Last
            || (notation & EdtfNotations.Precision) == 0
            || field.Length < (isDay ? 5 : 9)
        )
            CorruptedData.Throw("a date has not all of its days");
        var first = PackedNumber.DecodeFour(BinaryPrimitives.ReadUInt32LittleEndian(field[1..]));
        var last = isDay ? first : PackedNumber.DecodeFour(BinaryPrimitives.ReadUInt32LittleEndian(field[5..]));
        if (first > EdtfNotations.LastDay || last > EdtfNotations.LastDay)
            CorruptedData.Throw("a date is beyond the year 9999");
        return new EdtfDate(notation, first, last);
    }

    /// <summary>The duration of a field, or null.</summary>
    public static TimeSpan? Duration(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty && IsAbsent(field))
            return null;
        if (!IsoDuration.TryParse(PackedText.Decode(field), out var length, out _))
            CorruptedData.Throw("a duration is none");
        return length;
    }

    private static EdtfDate DateInFull(ReadOnlySpan<byte> field)
    {
        var flags = PackedNumber.ReadInt(ref field);
        var first = (flags & 1) != 0 ? PackedNumber.ReadSigned(ref field) : EdtfDate.NoFirstDay;
        var last = (flags & 2) != 0 ? PackedNumber.ReadSigned(ref field) : EdtfDate.NoLastDay;
        return new EdtfDate(PackedText.Decode(field), first, last, (EdtfFlags)(flags >> 2));
    }

    /// <summary>The amount of money in a field, or null.</summary>
    public static Money? Money(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty && IsAbsent(field))
            return null;
        if (field.Length <= Runtime.Money.CodeLength)
            CorruptedData.Throw("an amount of money is too short");
        var currency = PackedText.Decode(field[..Runtime.Money.CodeLength]);
        if (!Runtime.Money.IsCode(currency))
            CorruptedData.Throw("a currency is none");
        return new Money(Decimal(field[Runtime.Money.CodeLength..]).GetValueOrDefault(), currency);
    }

    /// <summary>The address of a field, or null.</summary>
    public static Uri? Url(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty && IsAbsent(field))
            return null;
        if (!Uri.TryCreate(PackedText.Decode(field), UriKind.Absolute, out var url))
            CorruptedData.Throw("an address is none");
        return url;
    }

    /// <summary>The entity that a field refers to, or null.</summary>
    public static T? Reference<T>(ReadOnlySpan<byte> field, PackedTable<T> target)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(target);
        return field.IsEmpty && IsAbsent(field) ? null : target.At(PackedNumber.ReadInt(ref field));
    }

    /// <summary>The entity that a field refers to through an abstract kind, or null.</summary>
    public static T? AbstractReference<T>(ReadOnlySpan<byte> field, PackedTable table)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(table);
        return field.IsEmpty && IsAbsent(field) ? null : EntityOf<T>(ref field, table);
    }

    /// <summary>The entities that a field refers to; empty if there are none.</summary>
    public static IReadOnlyList<T> References<T>(ReadOnlySpan<byte> field, PackedTable<T> target)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(target);
        if (field.IsEmpty)
            return ReadOnlyCollection<T>.Empty;
        var items = NewItems<T>(ref field);
        for (var i = 0; i < items.Length; i++)
            items[i] = target.At(PackedNumber.ReadInt(ref field));
        return Array.AsReadOnly(items);
    }

    /// <summary>The entities that a field refers to through an abstract kind; empty if there are none.</summary>
    public static IReadOnlyList<T> AbstractReferences<T>(ReadOnlySpan<byte> field, PackedTable table)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(table);
        if (field.IsEmpty)
            return ReadOnlyCollection<T>.Empty;
        var items = NewItems<T>(ref field);
        for (var i = 0; i < items.Length; i++)
            items[i] = EntityOf<T>(ref field, table);
        return Array.AsReadOnly(items);
    }

    /// <summary>The entity of another package whose id is in a field, or null.</summary>
    /// <exception cref="KeyNotFoundException">The other package has no such entity: this package was built with another
    /// version of it.</exception>
    public static T? External<T>(ReadOnlySpan<byte> field)
        where T : class, IEntity<T>
    {
        if (Text(field) is not { } id)
            return null;
        return T.TryGet(id, out var entity)
            ? entity
            : throw new KeyNotFoundException(
                $"There is no {typeof(T).FullName} with the id '{VisibleText.Of(id)}' in "
                    + $"{typeof(T).Assembly.GetName().Name} {PackedInfo.VersionOf(typeof(T).Assembly)}, to which "
                    + "this package refers; the version that it was built with has one."
            );
    }

    /// <summary>The value without a type in a field, or null.</summary>
    public static AnyValue? Any(ReadOnlySpan<byte> field) => AnyValue.Read(field, PackedFormat.UntypedDepth);

    /// <summary>The embedded value, list or map in a field, or null.</summary>
    public static T? Embedded<T>(ReadOnlySpan<byte> field, PackedTable table, PackedItemReader<T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if (field.IsEmpty && IsAbsent(field))
            return null;
        CheckDepth();
        return read(field, table);
    }

    /// <summary>The items of a list in a field; empty if there are none.</summary>
    public static IReadOnlyList<T> List<T>(ReadOnlySpan<byte> field, PackedTable table, PackedItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (field.IsEmpty)
            return ReadOnlyCollection<T>.Empty;
        CheckDepth();
        var items = NewItems<T>(ref field);
        for (var i = 0; i < items.Length; i++)
            items[i] = read(PackedNumber.ReadBlock(ref field), table);
        return Array.AsReadOnly(items);
    }

    /// <summary>The entries of a map in a field, in the order of the seed; empty if there are none.</summary>
    public static IReadOnlyDictionary<string, T> Map<T>(
        ReadOnlySpan<byte> field,
        PackedTable table,
        PackedItemReader<T> read
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        if (field.IsEmpty)
            return ValueMap<T>.Empty;
        var keys = NewItems<string>(ref field);
        var values = new T[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = PackedText.Decode(PackedNumber.ReadBlock(ref field));
            values[i] = read(PackedNumber.ReadBlock(ref field), table);
        }

        return new ValueMap<T>(keys, values);
    }

    /// <summary>The citations in a field; empty if there are none.</summary>
    public static IReadOnlyList<Citation> Citations(ReadOnlySpan<byte> field, PackedTable table) =>
        List(field, table, ReadCitation);

    /// <summary>Reads an item of a list of texts.</summary>
    public static string ReadText(ReadOnlySpan<byte> item, PackedTable table) => PackedText.Decode(item);

    /// <summary>Reads an item of a list of localized texts.</summary>
    public static LocalizedText ReadLocalized(ReadOnlySpan<byte> item, PackedTable table) => Localized(item, table)!;

    /// <summary>Reads an item of a list of whole numbers.</summary>
    public static long ReadInteger(ReadOnlySpan<byte> item, PackedTable table) => Integer(item).GetValueOrDefault();

    /// <summary>Reads an item of a list of whole numbers of 32 bits.</summary>
    public static int ReadInt32(ReadOnlySpan<byte> item, PackedTable table) => Int32(item).GetValueOrDefault();

    /// <summary>Reads an item of a list of decimal numbers.</summary>
    public static decimal ReadDecimal(ReadOnlySpan<byte> item, PackedTable table) => Decimal(item).GetValueOrDefault();

    /// <summary>Reads an item of a list of truth values.</summary>
    public static bool ReadBoolean(ReadOnlySpan<byte> item, PackedTable table) => Boolean(item).GetValueOrDefault();

    /// <summary>Reads an item of a list of an enumeration's values.</summary>
    public static int ReadEnum(ReadOnlySpan<byte> item, PackedTable table) => Enum(item).GetValueOrDefault();

    /// <summary>Reads an item of a list of dates.</summary>
    public static EdtfDate ReadDate(ReadOnlySpan<byte> item, PackedTable table) => Date(item)!;

    /// <summary>Reads an item of a list of durations.</summary>
    public static TimeSpan ReadDuration(ReadOnlySpan<byte> item, PackedTable table) =>
        Duration(item).GetValueOrDefault();

    /// <summary>Reads an item of a list of amounts.</summary>
    public static Money ReadMoney(ReadOnlySpan<byte> item, PackedTable table) => Money(item)!;

    /// <summary>Reads an item of a list of addresses.</summary>
    public static Uri ReadUrl(ReadOnlySpan<byte> item, PackedTable table) => Url(item)!;

    /// <summary>Reads an item of a list of entities of another package.</summary>
    /// <exception cref="KeyNotFoundException">The other package has no such entity: this package was built with another
    /// version of it.</exception>
    public static T ReadExternal<T>(ReadOnlySpan<byte> item, PackedTable table)
        where T : class, IEntity<T> => External<T>(item)!;

    /// <summary>Reads an item of a list of values without a type.</summary>
    public static AnyValue ReadAny(ReadOnlySpan<byte> item, PackedTable table) => Any(item)!;

    private static Citation ReadCitation(ReadOnlySpan<byte> item, PackedTable table) =>
        new()
        {
            Article = AbstractReference<IArticle>(PackedRow.Field(item, ~PackedFormat.CitationArticle), table)!,
            Quote = Text(PackedRow.Field(item, PackedFormat.CitationQuote)),
            For = List(PackedRow.Field(item, PackedFormat.CitationFor), table, ReadText),
            Paragraph = Enum(PackedRow.Field(item, PackedFormat.CitationParagraph)).GetValueOrDefault(),
            Start = Enum(PackedRow.Field(item, PackedFormat.CitationStart)).GetValueOrDefault(),
            End = Enum(PackedRow.Field(item, PackedFormat.CitationEnd)).GetValueOrDefault(),
        };

    /// <summary>An array for the number of items that the field starts with. Each item has at least one byte: a larger
    /// number is corrupted, and must not allocate its memory.</summary>
    internal static T[] NewItems<T>(ref ReadOnlySpan<byte> field)
    {
        var count = PackedNumber.ReadInt(ref field);
        if (count > field.Length)
            CorruptedData.Throw("a list claims more items than it has bytes");
        return new T[count];
    }

    private static T EntityOf<T>(ref ReadOnlySpan<byte> field, PackedTable table)
        where T : class, IEntity =>
        table.EntityAt(PackedNumber.ReadInt(ref field), PackedNumber.ReadInt(ref field)) as T
        ?? throw CorruptedData.Because("a reference leads to an entity of the wrong kind");

    /// <summary>Whether the row does not have this field, which has no bytes: only texts can be present and empty.
    /// Called for such fields only, so reading others compiles no further method.</summary>
    private static bool IsAbsent(ReadOnlySpan<byte> field)
    {
        if (!Unsafe.IsNullRef(in MemoryMarshal.GetReference(field)))
            CorruptedData.Throw("a value has no bytes");
        return true;
    }

    /// <summary>Kinds can embed one another in a circle. The depth of seeds is limited, that of corrupted bytes is
    /// not.</summary>
    private static void CheckDepth()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            CorruptedData.Throw("values are nested too deep");
    }
}
