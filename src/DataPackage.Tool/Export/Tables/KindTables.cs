using DataPackage.Engine.Articles;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;

namespace DataPackage.Tool.Export.Tables;

/// <summary>The table of a kind, and those of its lists. A kind of embedded values has a table too: a row is a value,
/// and says of which entity and at which path.</summary>
internal sealed class KindTables
{
    private readonly ExportSource _source;
    private readonly TableNames _tables;
    private readonly EmbeddedValues _embedded;
    private readonly Kind _kind;
    private readonly IReadOnlyList<ExportColumn> _owner;
    private readonly UniqueNames _names;

    private KindTables(Kind kind, ExportSource source, TableNames tables, EmbeddedValues embedded)
    {
        (_kind, _source, _tables, _embedded) = (kind, source, tables, embedded);
        _names = new UniqueNames();
        _owner = kind.IsEmbedded
            ?
            [
                Own(TableNames.EntityKind, "The kind of the entity that has the value."),
                Own(TableNames.EntityId, "The id of the entity that has the value."),
                Own(TableNames.Path, "Where the entity has it, as in positions[0]."),
            ]
            : [Own(TableNames.Id, "The id.")];
    }

    public static IEnumerable<ExportTable> Of(
        Kind kind,
        ExportSource source,
        TableNames tables,
        EmbeddedValues embedded
    )
    {
        var own = new KindTables(kind, source, tables, embedded);
        yield return own.Values();
        foreach (var property in kind.Properties.Where(HasTable))
            yield return own.Items(property);
    }

    /// <summary>Whether the items of the property are rows of a table of their own. Embedded values have
    /// theirs.</summary>
    private static bool HasTable(Property property) =>
        property.IsMany
        && property.Form != ValueForm.Invalid
        && (property.Form != ValueForm.Embedded || property.Layers.Count > 1);

    private ExportColumn Own(string name, string description) =>
        new(_names.Add(name), ColumnType.Text, description) { IsRequired = true };

    private ExportTable Values()
    {
        var columns = new List<ExportColumn>(_owner);
        var keys = OwnerKeys();
        var writers = new List<(int At, Action<Value?, object?[], int> Write)>();
        if (_kind.IsArticle)
        {
            columns.Add(new(_names.Add("text"), ColumnType.Text, "The text, if it may be redistributed."));
            columns.Add(new(_names.Add("sha256"), ColumnType.Text, "The SHA-256 of the text."));
        }

        foreach (var property in _kind.Properties)
        {
            var at = columns.Count;
            if (property.IsMany)
            {
                writers.Add((at, AddList(property, columns)));
                continue;
            }

            var single = ValueColumns.Of(property, 0, property.Name, _names, _tables);
            columns.AddRange(single.Columns);
            keys.AddRange(single.ForeignKeys);
            writers.Add((at, single.Write));
        }

        return new ExportTable
        {
            Name = _tables.Of(_kind.Name),
            Kind = _kind.Name,
            Description = _kind.Description,
            Columns = columns,
            Key = [.. _owner.Select(column => column.Name)],
            ForeignKeys = keys,
            Make = () => Owners().Select(row => Cells(row, columns.Count, writers)),
        };
    }

    private object?[] Cells(in TableOwner row, int count, List<(int At, Action<Value?, object?[], int> Write)> writers)
    {
        var cells = new object?[count];
        row.Cells.CopyTo(cells, 0);
        if (_kind.IsArticle)
            (cells[row.Cells.Length], cells[row.Cells.Length + 1]) = (row.Text?.Text, row.Text?.Sha256);
        for (var i = 0; i < writers.Count; i++)
            if (row.Values[i] is { } value)
                writers[i].Write(value, cells, writers[i].At);
        return cells;
    }

    /// <summary>Adds the columns of a list or a map: the number of its items, and those of a list.</summary>
    /// <returns>What writes the cells of a value.</returns>
    private Action<Value?, object?[], int> AddList(Property property, List<ExportColumn> columns)
    {
        var hasLists = !property.IsMap && HasTable(property);
        columns.Add(
            new(_names.Add(property.Name + "_count"), ColumnType.Integer, $"The number of {property.Name}.")
            {
                IsCount = hasLists,
                Property = property.Name,
            }
        );
        if (!hasLists)
            return (value, cells, at) => cells[at] = Count(value);
        var items = ValueColumns.Of(property, 1, property.Name, _names, _tables);
        columns.AddRange(items.Columns.Select(column => column with { IsList = true }));
        return (value, cells, at) =>
        {
            cells[at] = Count(value);
            WriteLists(((ListValue)value!).Items, items, cells, at + 1);
        };
    }

    /// <summary>Writes the items of a list into the cells of its columns.</summary>
    private static void WriteLists(EquatableArray<Value?> values, ValueColumns items, object?[] cells, int at)
    {
        var lists = new object?[items.Columns.Count][];
        for (var column = 0; column < lists.Length; column++)
            cells[at + column] = lists[column] = new object?[values.Count];
        var item = new object?[lists.Length];
        for (var i = 0; i < values.Count; i++)
        {
            Array.Clear(item);
            items.Write(values[i], item, 0);
            for (var column = 0; column < lists.Length; column++)
                lists[column][i] = item[column];
        }
    }

    private ExportTable Items(Property property)
    {
        var names = new UniqueNames();
        var place = property.IsMap ? "key" : "position";
        foreach (var own in _owner.Select(column => column.Name).Append(place))
            names.Add(own);
        var items = ValueColumns.Of(property, 1, "value", names, _tables);
        var index = _kind.IndexOf(property.Name);
        List<ForeignKey> keys =
        [
            new(
                [.. _owner.Select(column => column.Name)],
                _tables.Of(_kind.Name),
                [.. _owner.Select(column => column.Name)]
            ),
            .. items.ForeignKeys,
        ];
        return new ExportTable
        {
            Name = _tables.Add(_kind.Name, property),
            Kind = _kind.Name,
            Place = place,
            IsOfList = !property.IsMap,
            Description = property.Description,
            Columns =
            [
                .. _owner,
                new(
                    place,
                    property.IsMap ? ColumnType.Text : ColumnType.Integer,
                    property.IsMap ? "The key in the map." : "The place in the list, from 0."
                )
                {
                    IsRequired = true,
                    CanBeEmpty = property.IsMap,
                },
                .. items.Columns,
            ],
            Key = [.. _owner.Select(column => column.Name), place],
            ForeignKeys = keys,
            Make = () => ItemRows(index, items),
        };
    }

    private IEnumerable<object?[]> ItemRows(int property, ValueColumns items)
    {
        foreach (var row in Owners())
        {
            if (ListOf(row.Values[property]) is not { } list)
                continue;
            foreach (var (place, value) in list)
            {
                var cells = new object?[row.Cells.Length + 1 + items.Columns.Count];
                row.Cells.CopyTo(cells, 0);
                cells[row.Cells.Length] = place;
                items.Write(value, cells, row.Cells.Length + 1);
                yield return cells;
            }
        }
    }

    private List<ForeignKey> OwnerKeys() =>
        _kind.IsEmbedded
            ? [new([TableNames.EntityKind, TableNames.EntityId], TableNames.Entities, [TableNames.Kind, TableNames.Id])]
            : [];

    private static long? Count(Value? value) =>
        value switch
        {
            ListValue list => list.Items.Count,
            MapValue map => map.Entries.Count,
            _ => null,
        };

    private static IEnumerable<(object Place, Value? Value)>? ListOf(Value? value) =>
        value switch
        {
            ListValue list => list.Items.Select((item, i) => ((object)(long)i, item)),
            MapValue map => map.Entries.Select(entry => ((object)entry.Key, entry.Value)),
            _ => null,
        };

    /// <summary>The entities of the kind, or its values within all entities.</summary>
    private IEnumerable<TableOwner> Owners() =>
        _kind.IsEmbedded
            ? _embedded.Of(_kind)
            : from each in _source.Kinds
            where each.Kind == _kind
            from entity in each.Entities.Entities
            select new TableOwner([entity.Id], entity.Values, entity.Text);
}

/// <summary>An entity, or a value within one, whose values are a row or several.</summary>
/// <param name="Cells">The first cells of each of its rows.</param>
internal readonly record struct TableOwner(object?[] Cells, EquatableArray<Value?> Values, LinkedText? Text);
