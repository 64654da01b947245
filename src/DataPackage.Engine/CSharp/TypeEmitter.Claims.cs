using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Format;

namespace DataPackage.Engine.CSharp;

/// <summary>The part for the claims of entities. A program that asks for none compiles none of it.</summary>
internal sealed partial class TypeEmitter
{
    private const string ClaimType = CSharpTypes.Runtime + "Claim";

    private void WriteClaims()
    {
        if (Claimed.Count == 0)
            return;
        _writer.Line();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line(
            $"public {CSharpTypes.List(ClaimType)} AllClaims {{ get => _claims_ ??= _row_ >= 0 ? "
                + $"{CSharpTypes.Packed}PackedClaims.Read({Field("Source", PackedFormat.SourceClaims)}, {Table}, "
                + "ClaimValue_) : []; "
                + $"init => _claims_ = {CSharpTypes.Packed}EntityValues.Copy(value); }}"
        );
        WriteClaimReader();
        WriteClaimsOf();
        WriteDescriptors();
    }

    private List<(Property Property, int Index)> Claimed =>
        _properties.Where(pair => ClaimKeys.MayBeFor(_kind, pair.Property)).ToList();

    private void WriteClaimReader()
    {
        _writer.Line();
        _writer.Block(
            "private static object? ClaimValue_(int property, global::System.ReadOnlySpan<byte> item, "
                + $"{CSharpTypes.Packed}PackedTable table) => property switch",
            () =>
            {
                foreach (var (property, index) in Claimed)
                {
                    var number = index.ToString(CultureInfo.InvariantCulture);
                    _writer.Line($"{number} => {_types.ReadItem(property, "item", "table")},");
                }

                _writer.Line("_ => null,");
            },
            "};"
        );
    }

    private void WriteClaimsOf()
    {
        if (Name == "Claims" || HasMember("Claims"))
            return;
        _writer.Line();
        _writer.Summary(
            $"All claims for a property: <c>Claims({Name}.{DescriptorsName}.{Claimed[0].Property.CSharpName})</c>."
        );
        _writer.Line(
            $"public {CSharpTypes.Runtime}PropertyClaims<T> Claims<T>("
                + $"{CSharpTypes.Runtime}Property<{_types.Of(_kind)}, T> property) => property.ClaimsOf(this);"
        );
    }

    /// <summary>The class of the descriptors. It gives way to a kind or a property of its name.</summary>
    private string DescriptorsName =>
        Name == "Properties" || HasMember("Properties") ? "Properties" + Names.Evasion : "Properties";

    private void WriteDescriptors()
    {
        _writer.Line();
        _writer.Summary("The properties, for questions about their claims.");
        _writer.Block(
            $"public static class {DescriptorsName}",
            () =>
            {
                foreach (var (property, _) in Claimed)
                    WriteDescriptor(property);
            }
        );
    }

    private void WriteDescriptor(Property property)
    {
        var type = $"{CSharpTypes.Runtime}Property<{_types.Of(_kind)}, {_types.ClaimedType(property)}>";
        var value = "entity." + property.CSharpName;
        var items = property.IsNullable ? value + " ?? []" : value;
        var read =
            !property.IsMany ? $"one: static entity => {value}"
            : CSharpTypes.IsValueType(property) && !property.AreItemsNullable ? $"many: static entity => [.. {items}]"
            : $"many: static entity => {items}";
        _writer.Summary(CSharpText.Doc(property.Description.Length > 0 ? property.Description : property.Name));
        _writer.Obsolete(property.Deprecated);
        _writer.Line(
            $"public static {type} {property.CSharpName} => new({CSharpText.Literal(property.Name)}, {read});"
        );
    }
}
