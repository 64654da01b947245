using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>The long form of a value, <c>{ value: ..., cite: ... }</c>. Embedded values have none, because <c>cite</c>
/// is a key of their own (and <c>value</c> may be a property); nor do maps and values without a type, which may have
/// both keys as data.</summary>
/// <remarks>Neither key means anything else: the keys of a localized text are languages, and neither <c>value</c> nor
/// <c>cite</c> is one; an amount has <c>amount</c> and <c>currency</c>.</remarks>
internal static class LongForm
{
    public const string ValueKey = OwnKeys.Value;
    public const string CiteKey = "cite";

    public static bool IsOf(Property property, SeedNode node) =>
        property.Form is not (ValueForm.Embedded or ValueForm.Any)
        && property.Layers.Count < 2
        && !property.IsMap
        && node is SeedMapping mapping
        && (mapping.Find(ValueKey) ?? mapping.Find(CiteKey)) is not null;

    /// <summary>The scalars that are values of a property, in long form or not.</summary>
    public static IEnumerable<SeedScalar> ScalarsOf(Property property, SeedNode node)
    {
        var value = ValueOf(property, node);
        return (
            value is SeedSequence list ? list.Items.Select(item => ValueOf(property, item)) : [value]
        ).OfType<SeedScalar>();
    }

    /// <summary>The value of a property, without its long form; null if that has none.</summary>
    public static SeedNode? ValueOf(Property property, SeedNode node) =>
        IsOf(property, node) ? ((SeedMapping)node).ValueOf(ValueKey) : node;
}
