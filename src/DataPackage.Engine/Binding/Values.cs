using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Binding;

/// <param name="Entries">The texts, with the package's default language first, then ordered by tag.</param>
internal sealed record LocalizedValue(EquatableArray<LocalizedEntry> Entries) : Value;

internal sealed record LocalizedEntry(string Language, string Text);

/// <param name="Index">The index among the values of the enumeration.</param>
internal sealed record EnumItemValue(int Index) : KeyedValue
{
    public override string Key => Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A reference before the Link step: its text and its place.</summary>
internal sealed record UnlinkedReference(string Text, SeedPosition Location) : Value;

/// <param name="Values">One value for each property of the embedded kind, null where absent.</param>
internal sealed record EmbeddedValue(EquatableArray<Value?> Values) : Value;

/// <param name="Items">The items; null for an item that is null.</param>
internal sealed record ListValue(EquatableArray<Value?> Items) : Value;

/// <param name="Entries">In the order of the seed.</param>
internal sealed record MapValue(EquatableArray<MapEntry> Entries) : Value;

/// <param name="Value">Null if the map may hold null and does.</param>
internal sealed record MapEntry(string Key, Value? Value);

/// <summary>A text in a value without a type; in such a value, lists and maps may hold null too.</summary>
/// <param name="IsPlain">Whether it has no quotes, so it may be meant for a number or a truth value.</param>
internal sealed record UntypedText(string Text, bool IsPlain) : Value;
