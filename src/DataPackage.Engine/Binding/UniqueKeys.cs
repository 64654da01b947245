using DataPackage.Shared.Format;

namespace DataPackage.Engine.Binding;

/// <summary>The text by which a value of a unique property is compared and looked up: what is equal is written
/// alike.</summary>
internal static class UniqueKeys
{
    /// <returns>Null of what has no such text.</returns>
    public static string? Of(Value? value) =>
        value switch
        {
            TextValue text => text.Text,
            IntegerValue integer => UniqueKey.Of(integer.Number),
            DecimalValue number => UniqueKey.Of(number.Number),
            DateValue date => date.Canonical,
            _ => null,
        };
}
