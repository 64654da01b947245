using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Binding;

/// <summary>The value of a property, read by its type.</summary>
internal abstract record Value
{
    /// <summary>Of a single value: a text that is the same for equal values, and for no others of its type.</summary>
    public virtual string Key => throw new NotSupportedException($"Nothing compares a {GetType().Name} by its key.");
}

/// <summary>Text, Markdown, an address, a language, an identifier.</summary>
internal sealed record TextValue(string Text) : Value
{
    /// <summary>The text in the normal form in which equal texts are equal.</summary>
    public override string Key => NormalForm.Of(Text);
}

/// <param name="Entries">The package's default language first, then ordered by tag.</param>
internal sealed record LocalizedValue(EquatableArray<LocalizedEntry> Entries) : Value;

internal sealed record LocalizedEntry(string Language, string Text);

internal sealed record IntegerValue(long Number) : Value
{
    public override string Key => Number.ToString(CultureInfo.InvariantCulture);
}

internal sealed record DecimalValue(decimal Number) : Value
{
    /// <summary>Without the noughts at its end: 1.50 is 1.5.</summary>
    public override string Key => Number.ToString("0.############################", CultureInfo.InvariantCulture);
}

internal sealed record BooleanValue(bool IsTrue) : Value;

/// <param name="Canonical">The date as EDTF writes it.</param>
/// <param name="EarliestDay">Days since 0001-01-01; null where open or unknown. Likewise
/// <paramref name="LatestDay"/>.</param>
internal sealed record DateValue(string Canonical, long? EarliestDay, long? LatestDay, byte Flags) : Value
{
    public override string Key => Canonical;
}

internal sealed record MoneyValue(decimal Amount, string Currency) : Value;

/// <param name="Index">The place among the values of the enumeration.</param>
internal sealed record EnumItemValue(int Index) : Value
{
    public override string Key => Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A reference before the Link step: what the seed says, and where.</summary>
internal sealed record UnlinkedReference(string Text, SeedPosition Location) : Value;

/// <summary>A reference after the Link step.</summary>
internal sealed record ReferenceValue(EntityLink Target) : Value;

/// <summary>A reference to an entity of another package, after the Link step.</summary>
internal sealed record ExternalValue(ExternalEntity Target) : Value;

/// <param name="Values">One for each property of the embedded kind, null where absent.</param>
internal sealed record EmbeddedValue(EquatableArray<Value?> Values) : Value;

/// <param name="Items">Null where the list may hold null and does.</param>
internal sealed record ListValue(EquatableArray<Value?> Items) : Value;

/// <param name="Entries">In the order of the seed.</param>
internal sealed record MapValue(EquatableArray<MapEntry> Entries) : Value;

/// <param name="Value">Null where the map may hold null and does.</param>
internal sealed record MapEntry(string Key, Value? Value);

/// <summary>A text in a value that has no type; in such a value, lists and maps hold null too.</summary>
/// <param name="IsPlain">Whether it stands without quotes, so that it may be meant for a number or a truth
/// value.</param>
internal sealed record UntypedText(string Text, bool IsPlain) : Value;

/// <summary>Names an entity: its kind, its place among the entities of that kind, and its accessor.</summary>
internal sealed record EntityLink(string Kind, int Row, string Id, string Accessor);
