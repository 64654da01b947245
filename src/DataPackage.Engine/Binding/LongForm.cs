using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Binding;

/// <summary>The long form of a value, <c>{ value: ..., cite: ... }</c>, of any type but embedded ones, which have
/// <c>cite</c> as a key of their own (and may have a property called <c>value</c>), and except for maps and values
/// without a type, in which both could be anybody's keys.</summary>
/// <remarks>Neither key can be anything else: a localized text has languages for keys, of which none is registered as
/// <c>value</c> and none can be <c>cite</c>, and an amount has <c>amount</c> and <c>currency</c>.</remarks>
internal static class LongForm
{
    public const string ValueKey = "value";
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

    /// <summary>The value of a property, out of its long form where it is in that; null where that has none.</summary>
    public static SeedNode? ValueOf(Property property, SeedNode node) =>
        IsOf(property, node) ? ((SeedMapping)node).ValueOf(ValueKey) : node;
}
