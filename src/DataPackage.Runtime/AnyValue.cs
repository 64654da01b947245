using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using DataPackage.Runtime.Json;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime;

/// <summary>The form of an <see cref="AnyValue"/>.</summary>
public enum AnyValueKind
{
    /// <summary>A text; it may spell a number, a truth value or a date.</summary>
    Text,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>A mapping from texts to values.</summary>
    Map,
}

/// <summary>A value without a regular type, exactly as the seed writes it: a text, a list or a mapping. An empty value
/// or <c>null</c> in a seed is a null reference. Immutable; compared by value.</summary>
/// <remarks>Texts are equal if their characters are equal and both are plain or both quoted: <c>1</c>, <c>"1"</c> and
/// <c>1.0</c> are three values. Lists compare in order, mappings regardless of order.</remarks>
[JsonConverter(typeof(AnyValueJsonConverter))]
public sealed class AnyValue : IEquatable<AnyValue>
{
    private readonly string? _text;
    private readonly IReadOnlyList<AnyValue?>? _items;
    private readonly IReadOnlyDictionary<string, AnyValue?>? _entries;

    /// <summary>A text.</summary>
    /// <param name="text">Any text; not null.</param>
    /// <param name="isPlain">Whether the text is without quotes. Only a plain text can be a number or a truth
    /// value.</param>
    public AnyValue(string text, bool isPlain = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        IsPlain = isPlain;
    }

    /// <summary>A list; copies the items, which may be null.</summary>
    public AnyValue(IReadOnlyList<AnyValue?> items)
    {
        _items = EntityValues.Copy(items);
        Kind = AnyValueKind.List;
    }

    /// <summary>A mapping; copies the entries, whose values may be null.</summary>
    public AnyValue(IReadOnlyDictionary<string, AnyValue?> entries)
    {
        _entries = EntityValues.Copy(entries);
        Kind = AnyValueKind.Map;
    }

    /// <summary>Owns its argument: a list, or else a map.</summary>
    private AnyValue(IReadOnlyList<AnyValue?>? items, ValueMap<AnyValue?>? entries)
    {
        _items = items;
        _entries = entries;
        Kind = items is null ? AnyValueKind.Map : AnyValueKind.List;
    }

    /// <summary>Whether this is a text, a list or a mapping.</summary>
    public AnyValueKind Kind { get; }

    /// <summary>Whether this is a text without quotes.</summary>
    public bool IsPlain { get; }

    /// <summary>The text, exactly as written; null if this is a list or a mapping.</summary>
    public string? Text => _text;

    /// <summary>The items of the list, in the order of the seed; an item is null if the seed has no value for it. Empty
    /// if this is not a list.</summary>
    public IReadOnlyList<AnyValue?> Items => _items ?? [];

    /// <summary>The entries of the mapping, in the order of the seed; a value is null if the seed has none. Empty if
    /// this is not a mapping.</summary>
    public IReadOnlyDictionary<string, AnyValue?> Entries => _entries ?? EntityValues.NoEntries<AnyValue?>();

    /// <summary>The item at an index, counted from 0; null if this is not a list or the index is out of
    /// range.</summary>
    public AnyValue? this[int index] => _items is { } items && (uint)index < (uint)items.Count ? items[index] : null;

    /// <summary>The value of a key, compared ordinally; null if this is not a mapping or has no such key.</summary>
    public AnyValue? this[string key] =>
        _entries is { } entries && entries.TryGetValue(key, out var value) ? value : null;

    /// <summary>The 64-bit whole number that a plain text spells; null if it spells none or is out of range.</summary>
    public long? AsInteger() =>
        IsPlain && long.TryParse(_text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The number that a plain text spells, perhaps with an exponent; null if it spells none or exceeds the
    /// range of <see cref="decimal"/>. Rounded to the 28 to 29 digits of that type.</summary>
    public decimal? AsDecimal() =>
        IsPlain
        && decimal.TryParse(
            _text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>The truth value that a plain text spells: <c>true</c>, <c>True</c>, <c>TRUE</c> or the same forms of
    /// <c>false</c> (YAML 1.2). Null for all else, including <c>yes</c> and <c>no</c>.</summary>
    public bool? AsBoolean() =>
        !IsPlain
            ? null
            : _text switch
            {
                "true" or "True" or "TRUE" => true,
                "false" or "False" or "FALSE" => false,
                _ => null,
            };

    /// <summary>The date that a text spells in EDTF, plain or quoted; null if it spells none.</summary>
    public EdtfDate? AsDate() => _text is not null && EdtfDate.TryParse(_text, out var date) ? date : null;

    /// <summary>Whether both are equal texts (both plain or both quoted), equal lists or equal mappings.</summary>
    public bool Equals(AnyValue? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Kind == other.Kind
            && IsPlain == other.IsPlain
            && _text == other._text
            && EntityValues.AreEqual(_items, other._items)
            && EntityValues.AreEqual(_entries, other._entries)
        );

    /// <inheritdoc cref="Equals(AnyValue)"/>
    public override bool Equals(object? obj) => Equals(obj as AnyValue);

    /// <summary>A hash of the text, or of the number of items; differs between processes.</summary>
    public override int GetHashCode() =>
        _text is not null ? HashCode.Combine(_text, IsPlain) : HashCode.Combine(Kind, Items.Count + Entries.Count);

    /// <summary>A text for people: the text itself, a list as <c>[a, b]</c>, a mapping as <c>{a = b}</c>.</summary>
    public override string ToString()
    {
        if (_text is not null)
            return _text;
        var text = new StringBuilder();
        EntityValues.Append(text, (object?)_items ?? _entries);
        return text.ToString();
    }

    /// <summary>Whether both are null or equal.</summary>
    public static bool operator ==(AnyValue? left, AnyValue? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ, or exactly one is null.</summary>
    public static bool operator !=(AnyValue? left, AnyValue? right) => !(left == right);

    /// <summary>Reads a value of <see cref="PackedFormat"/>; null if there are no bytes.</summary>
    /// <param name="depth">The most levels of lists and mappings that it may have.</param>
    internal static AnyValue? Read(ReadOnlySpan<byte> bytes, int depth)
    {
        if (bytes.IsEmpty)
            return null;
        var form = bytes[0] - PackedFormat.Zero;
        bytes = bytes[1..];
        if (form is PackedFormat.UntypedPlain or PackedFormat.UntypedQuoted)
            return new AnyValue(PackedText.Decode(bytes), form == PackedFormat.UntypedPlain);
        if (form is not (PackedFormat.UntypedList or PackedFormat.UntypedMap) || depth == 0)
            throw new InvalidDataException(
                "The packed data are corrupted: a value without a type is none of its forms, or too deep."
            );

        var keys = form == PackedFormat.UntypedMap ? PackedValue.NewItems<string>(ref bytes) : null;
        var values = keys is null ? PackedValue.NewItems<AnyValue?>(ref bytes) : new AnyValue?[keys.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (keys is not null)
                keys[i] = PackedText.Decode(PackedNumber.ReadBlock(ref bytes));
            values[i] = Read(PackedNumber.ReadBlock(ref bytes), depth - 1);
        }

        return keys is null
            ? new AnyValue(Array.AsReadOnly(values), null)
            : new AnyValue(null, new ValueMap<AnyValue?>(keys, values));
    }
}
