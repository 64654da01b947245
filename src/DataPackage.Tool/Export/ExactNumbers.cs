using System.Globalization;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Tool.Export.Tables;

namespace DataPackage.Tool.Export;

/// <summary>Tells which numbers JavaScript can hold, and JSON in JSON-LD, whose normal form has the same numbers. A
/// property with one that they cannot hold has texts instead.</summary>
internal sealed class ExactNumbers
{
    private const long LargestInteger = (1L << 53) - 1;

    private readonly HashSet<(string Kind, string Property)> _texts = [];

    private readonly PackageSchema _schema;

    public ExactNumbers(ExportSource source)
    {
        _schema = source.Schema;
        foreach (var (kind, entity) in source.Entities)
        {
            Look(kind, entity.Values);
            foreach (var claim in entity.Claims)
                Look(kind.Properties[claim.Property], claim.Value);
        }
    }

    private void Look(Kind kind, EquatableArray<Value?> values)
    {
        for (var i = 0; i < values.Count; i++)
            Look(kind.Properties[i], values[i]);
    }

    private void Look(Property property, Value? value)
    {
        switch (value)
        {
            case EmbeddedValue embedded:
                Look(_schema[property.Range], embedded.Values);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                    Look(property, item);
                break;
            case MapValue map:
                foreach (var entry in map.Entries)
                    Look(property, entry.Value);
                break;
            case IntegerValue or DecimalValue when !IsExact(value):
                _texts.Add((property.DeclaredBy, property.Name));
                break;
        }
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
