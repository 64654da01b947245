using System.Globalization;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Export.Tables;

namespace DataPackage.Tool.Export.TypeScript;

/// <summary>Tells which numbers JavaScript can hold. A property with one that it cannot hold has texts
/// instead.</summary>
internal sealed class ExactNumbers
{
    private const long LargestInteger = (1L << 53) - 1;

    private readonly HashSet<(string Kind, string Property)> _texts = [];

    public ExactNumbers(ExportSource source)
    {
        foreach (var (kind, entity) in source.Entities)
        {
            Look(Leaf.Of(kind, entity.Values, source.Schema));
            foreach (var claim in entity.Claims)
                if (claim.Value is { } value)
                    Look(Leaf.Of(kind.Properties[claim.Property], value, source.Schema));
        }
    }

    private void Look(IEnumerable<Leaf> leaves)
    {
        foreach (var leaf in leaves)
            if (!IsExact(leaf.Value))
                _texts.Add((leaf.Property.DeclaredBy, leaf.Property.Name));
    }

    /// <summary>Whether all values of the property are numbers of JavaScript.</summary>
    public bool Has(Property property) => !_texts.Contains((property.DeclaredBy, property.Name));

    private static bool IsExact(Value value) =>
        value switch
        {
            IntegerValue integer => integer.Number is >= -LargestInteger and <= LargestInteger,
            DecimalValue number => IsExact(number.Number),
            _ => true,
        };

    private static bool IsExact(decimal number) =>
        decimal.TryParse(
            BinaryNumber.Nearest(number).ToString("R", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var again
        )
        && again == number;
}
