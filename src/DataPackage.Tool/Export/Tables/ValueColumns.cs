using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Reports;

namespace DataPackage.Tool.Export.Tables;

/// <summary>The columns that hold one value of a property.</summary>
internal sealed class ValueColumns
{
    private const string Kind = "_kind";

    private readonly Property _property;
    private readonly PackageSchema _schema;
    private readonly bool _isJson;

    /// <param name="layer">How many lists and maps of the property are around the value.</param>
    /// <param name="name">The name of the first column.</param>
    private ValueColumns(Property property, int layer, string name, UniqueNames names, TableNames tables)
    {
        (_property, _schema) = (property, tables.Schema);
        _isJson = property.Form == ValueForm.Any || layer < property.Layers.Count;
        var columns = new List<ExportColumn>();
        var keys = new List<ForeignKey>();
        string Add(string suffix, ColumnType type, string about = "")
        {
            var unique = names.Add(name + suffix);
            columns.Add(
                new(unique, type, about.Length == 0 ? property.Description : about)
                {
                    IsLocalized = property.IsLocalized && type == ColumnType.Text,
                    Values = type == ColumnType.Text ? [.. property.Values.Select(value => value.Name)] : [],
                    Property = property.Name,
                }
            );
            return unique;
        }

        if (_isJson)
            Add("", ColumnType.Json);
        else if (property.Form == ValueForm.Reference)
            AddReference(Add, keys, tables);
        else if (property.Scalar == ScalarTypes.Date)
        {
            Add("", ColumnType.Text);
            Add("_earliest", ColumnType.Date, $"The first day that {property.Name} may mean.");
            Add("_latest", ColumnType.Date, $"The last day that {property.Name} may mean.");
        }
        else if (property.Scalar == ScalarTypes.Money)
        {
            Add("_amount", ColumnType.Number);
            Add("_currency", ColumnType.Text, $"The currency of {property.Name} (ISO 4217).");
        }
        else if (property.Form is not (ValueForm.Embedded or ValueForm.Invalid))
            Add("", TypeOf(property));
        (Columns, ForeignKeys) = (columns, keys);
    }

    public static ValueColumns Of(Property property, int layer, string name, UniqueNames names, TableNames tables) =>
        new(property, layer, name, names, tables);

    public IReadOnlyList<ExportColumn> Columns { get; }

    public IReadOnlyList<ForeignKey> ForeignKeys { get; }

    private void AddReference(Func<string, ColumnType, string, string> add, List<ForeignKey> keys, TableNames tables)
    {
        if (_schema[_property.Range].IsConcrete)
        {
            keys.Add(new([add("", ColumnType.Text, "")], tables.Of(_property.Range), [TableNames.Id]));
            return;
        }

        var id = add("", ColumnType.Text, "");
        var kind = add(Kind, ColumnType.Text, $"The kind of the entity that {_property.Name} names.");
        keys.Add(new([kind, id], TableNames.Entities, [TableNames.Kind, TableNames.Id]));
    }

    private static ColumnType TypeOf(Property property) =>
        property.Scalar is not { } scalar ? ColumnType.Text
        : scalar == ScalarTypes.Integer || scalar == ScalarTypes.Int32 ? ColumnType.Integer
        : scalar == ScalarTypes.Decimal ? ColumnType.Number
        : scalar == ScalarTypes.Boolean ? ColumnType.Boolean
        : ColumnType.Text;

    /// <summary>Writes the cells of a value, one for each column.</summary>
    /// <param name="at">The place of the first.</param>
    public void Write(Value? value, object?[] cells, int at)
    {
        if (value is null || Columns.Count == 0)
            return;
        if (_isJson)
        {
            cells[at] = JsonText.Line(json => ValueJson.Write(value, _property, _schema, json));
            return;
        }

        cells[at] = value switch
        {
            MoneyValue money => money.Number,
            IntegerValue integer => integer.Number,
            DecimalValue number => number.Number,
            BooleanValue boolean => boolean.IsTrue,
            LocalizedValue localized => localized.Entries[0].Text,
            _ => ValueText.Of(value, _property, _schema),
        };
        switch (value)
        {
            case DateValue date:
                cells[at + 1] = Day(date.EarliestDay);
                cells[at + 2] = Day(date.LatestDay);
                break;
            case MoneyValue money:
                cells[at + 1] = money.Currency;
                break;
            case ReferenceValue reference when Columns.Count > 1:
                cells[at + 1] = reference.Target.Kind;
                break;
        }
    }

    /// <summary>The day; null if there is none, or if it is in no year from 1 to 9999.</summary>
    public static DateOnly? Day(long? day) =>
        day is >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;
}
