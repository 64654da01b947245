using DataPackage.Generator.Diagnostics;

namespace DataPackage.Generator.Model;

/// <summary>The value of a property, read by its type.</summary>
internal abstract record Value;

/// <summary>Text, Markdown, an address, a language, an identifier.</summary>
internal sealed record TextValue(string Text) : Value;

/// <param name="Entries">The package's default language first, then ordered by tag.</param>
internal sealed record LocalizedValue(EquatableArray<LocalizedEntry> Entries) : Value;

internal sealed record LocalizedEntry(string Language, string Text);

internal sealed record IntegerValue(long Number) : Value;

internal sealed record DecimalValue(decimal Number) : Value;

internal sealed record BooleanValue(bool IsTrue) : Value;

/// <param name="Canonical">The date as EDTF writes it.</param>
/// <param name="EarliestDay">Days since 0001-01-01; null where open or unknown. Likewise <paramref name="LatestDay"/>.</param>
internal sealed record DateValue(string Canonical, long? EarliestDay, long? LatestDay, byte Flags) : Value;

internal sealed record MoneyValue(decimal Amount, string Currency) : Value;

/// <param name="Index">The place among the values of the enumeration.</param>
internal sealed record EnumItemValue(int Index) : Value;

/// <summary>A reference before the Link stage: what the seed says, and where.</summary>
internal sealed record UnlinkedReference(string Text, SeedLocation Location) : Value;

/// <summary>A reference after the Link stage.</summary>
internal sealed record ReferenceValue(EntityLink Target) : Value;

/// <param name="Values">One for each property of the embedded kind, null where absent.</param>
internal sealed record EmbeddedValue(EquatableArray<Value?> Values) : Value;

/// <param name="Items">Null where the list may hold null and does.</param>
internal sealed record ListValue(EquatableArray<Value?> Items) : Value;

/// <param name="Entries">In the order of the seed.</param>
internal sealed record MapValue(EquatableArray<MapEntry> Entries) : Value;

/// <param name="Value">Null where the map may hold null and does.</param>
internal sealed record MapEntry(string Key, Value? Value);

/// <summary>A text in a value that has no type; in such a value, lists and maps hold null too.</summary>
/// <param name="IsPlain">Whether it stands without quotes, so that it may be meant for a number or a truth value.</param>
internal sealed record UntypedText(string Text, bool IsPlain) : Value;

/// <summary>Names an entity: its kind, its place among the entities of that kind, and its accessor.</summary>
internal sealed record EntityLink(string Kind, int Row, string Id, string Accessor);
