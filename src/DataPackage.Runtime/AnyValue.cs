using System.Globalization;
using System.Text;
using DataPackage.Runtime.Packed;
using DataPackage.Shared.Format;

namespace DataPackage.Runtime;

/// <summary>What an <see cref="AnyValue"/> is.</summary>
public enum AnyValueKind
{
    /// <summary>A text, which may be meant for a number, a truth value or a date.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>A mapping from texts.</summary>
    Map,
}

/// <summary>A value as a seed writes it, for data that have no regular type: a text, a list or a mapping, exactly as it
/// stands there. Where a seed says <c>null</c> or nothing, there is null in place of a value. Immutable, compared by
/// value.</summary>
/// <remarks>Texts are compared exactly, and as plain or quoted: <c>1</c>, <c>"1"</c> and <c>1.0</c> are three values.
/// Lists are compared in their order, mappings without.</remarks>
public sealed class AnyValue : IEquatable<AnyValue>
{
    private readonly string? _text;
    private readonly IReadOnlyList<AnyValue?>? _items;
    private readonly IReadOnlyDictionary<string, AnyValue?>? _entries;

    /// <summary>A text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isPlain">Whether it stands without quotes: such a text can be a number or a truth value, a quoted
    /// one never is.</param>
    public AnyValue(string text, bool isPlain = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        IsPlain = isPlain;
    }

    /// <summary>A list.</summary>
    public AnyValue(IReadOnlyList<AnyValue?> items)
    {
        _items = EntityValues.Copy(items);
        Kind = AnyValueKind.List;
    }

    /// <summary>A mapping.</summary>
    public AnyValue(IReadOnlyDictionary<string, AnyValue?> entries)
    {
        _entries = EntityValues.Copy(entries);
        Kind = AnyValueKind.Map;
    }

    /// <summary>Takes what nobody else has: a list, or else a map.</summary>
    private AnyValue(IReadOnlyList<AnyValue?>? items, ValueMap<AnyValue?>? entries)
    {
        _items = items;
        _entries = entries;
        Kind = items is null ? AnyValueKind.Map : AnyValueKind.List;
    }

    /// <summary>Whether it is a text, a list or a mapping.</summary>
    public AnyValueKind Kind { get; }

    /// <summary>Whether it is a text that stands without quotes.</summary>
    public bool IsPlain { get; }

    /// <summary>The text, exactly; null where it is a list or a mapping.</summary>
    public string? Text => _text;

    /// <summary>The items of the list, null where the seed has none in a place. Empty where it is no list.</summary>
    public IReadOnlyList<AnyValue?> Items => _items ?? [];

    /// <summary>The entries of the mapping in the order of the seed. Empty where it is no mapping.</summary>
    public IReadOnlyDictionary<string, AnyValue?> Entries => _entries ?? EntityValues.NoEntries<AnyValue?>();

    /// <summary>The item in this place of the list, counted from 0; null where there is none.</summary>
    public AnyValue? this[int index] => _items is { } items && (uint)index < (uint)items.Count ? items[index] : null;

    /// <summary>The value under this key of the mapping; null where there is none.</summary>
    public AnyValue? this[string key] =>
        _entries is { } entries && entries.TryGetValue(key, out var value) ? value : null;

    /// <summary>The whole number that a plain text is; null where it is none, or beyond 64 bits.</summary>
    public long? AsInteger() =>
        IsPlain && long.TryParse(_text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The number that a plain text is, without an exponent; null where it is none, or beyond the 28 digits of
    /// <see cref="decimal"/>.</summary>
    public decimal? AsDecimal() =>
        IsPlain
        && decimal.TryParse(
            _text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>The truth value that a plain <c>true</c> or <c>false</c> is (YAML 1.2: <c>yes</c> and <c>no</c> are
    /// texts); null where it is none.</summary>
    public bool? AsBoolean() =>
        !IsPlain
            ? null
            : _text switch
            {
                "true" or "True" or "TRUE" => true,
                "false" or "False" or "FALSE" => false,
                _ => null,
            };

    /// <summary>The date that a text is (EDTF), plain or quoted; null where it is none.</summary>
    public EdtfDate? AsDate() => _text is not null && EdtfDate.TryParse(_text, out var date) ? date : null;

    /// <summary>Whether both are the same text, plain or quoted alike, or equal lists, or equal mappings.</summary>
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

    /// <summary>A hash of the text, or of how many items there are; differs from process to process.</summary>
    public override int GetHashCode() =>
        _text is not null ? HashCode.Combine(_text, IsPlain) : HashCode.Combine(Kind, Items.Count + Entries.Count);

    /// <summary>The text as it is; a list as <c>[a, b]</c>, a mapping as <c>{a = b}</c>, for people to read.</summary>
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

    /// <summary>Whether they are not equal, or one alone is null.</summary>
    public static bool operator !=(AnyValue? left, AnyValue? right) => !(left == right);

    /// <summary>Reads a value of <see cref="PackedFormat"/>; null where it has no bytes.</summary>
    /// <param name="depth">How many lists and mappings it may hold in one another at most.</param>
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
