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
    private readonly Kind _kind;
    private readonly IReadOnlyList<ExportColumn> _owner;
    private readonly UniqueNames _names;

    private KindTables(Kind kind, ExportSource source, TableNames tables)
    {
        (_kind, _source, _tables) = (kind, source, tables);
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

    public static IEnumerable<ExportTable> Of(Kind kind, ExportSource source, TableNames tables)
    {
        var own = new KindTables(kind, source, tables);
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
        var writers = new List<Func<Value?, IEnumerable<object?>>>();
        if (_kind.IsArticle)
        {
            columns.Add(new(_names.Add("text"), ColumnType.Text, "The text, if it may be redistributed."));
            columns.Add(new(_names.Add("sha256"), ColumnType.Text, "The SHA-256 of the text."));
        }

        foreach (var property in _kind.Properties)
        {
            if (!property.IsMany)
            {
                var single = ValueColumns.Of(property, 0, property.Name, _names, _tables);
                columns.AddRange(single.Columns);
                keys.AddRange(single.ForeignKeys);
                writers.Add(single.Cells);
                continue;
            }

            writers.Add(AddList(property, columns));
        }

        return new ExportTable
        {
            Name = _tables.Of(_kind.Name),
            Kind = _kind.Name,
            Description = _kind.Description,
            Columns = columns,
            Key = [.. _owner.Select(column => column.Name)],
            ForeignKeys = keys,
            Rows = () =>
                Owners()
                    .Select(row =>
                        row.Owner.Concat(_kind.IsArticle ? [row.Text?.Text, row.Text?.Sha256] : [])
                            .Concat(writers.SelectMany((write, i) => write(row.Values[i])))
                            .ToArray()
                    ),
        };
    }

    /// <summary>Adds the columns of a list or a map: the number of its items, and those of a list.</summary>
    /// <returns>What writes the cells of a value.</returns>
    private Func<Value?, IEnumerable<object?>> AddList(Property property, List<ExportColumn> columns)
    {
        columns.Add(
            new(_names.Add(property.Name + "_count"), ColumnType.Integer, $"The number of {property.Name}.")
            {
                IsCount = true,
                Property = property.Name,
            }
        );
        if (property.IsMap || !HasTable(property))
            return value => [Count(value)];
        var items = ValueColumns.Of(property, 1, property.Name, _names, _tables);
        columns.AddRange(items.Columns.Select(column => column with { IsList = true }));
        return value =>
            items
                .Columns.Select((_, i) => ListOf(value)?.Select(item => items.Cells(item.Value).ElementAt(i)))
                .Prepend((object?)Count(value));
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
                },
                .. items.Columns,
            ],
            Key = [.. _owner.Select(column => column.Name), place],
            ForeignKeys = keys,
            Rows = () =>
                from row in Owners()
                from item in ListOf(row.Values[index]) ?? []
                select row.Owner.Append(item.Place).Concat(items.Cells(item.Value)).ToArray(),
        };
    }

    private List<ForeignKey> OwnerKeys() =>
        _kind.IsEmbedded
            ? [new([TableNames.EntityKind, TableNames.EntityId], TableNames.Entities, [TableNames.Kind, TableNames.Id])]
            : [];

    private static long? Count(Value? value) => ListOf(value)?.LongCount();

    private static IEnumerable<(object Place, Value? Value)>? ListOf(Value? value) =>
        value switch
        {
            ListValue list => list.Items.Select((item, i) => ((object)(long)i, item)),
            MapValue map => map.Entries.Select(entry => ((object)entry.Key, entry.Value)),
            _ => null,
        };

    private readonly record struct Row(IEnumerable<object?> Owner, IReadOnlyList<Value?> Values, LinkedText? Text);

    /// <summary>The entities of the kind, or its values within all entities.</summary>
    private IEnumerable<Row> Owners() =>
        _kind.IsEmbedded
            ? from each in _source.Entities
            from found in Embedded(each.Kind, each.Entity.Values, "")
            select new Row([each.Kind.Name, each.Entity.Id, found.Path], found.Value.Values, null)
            : from each in _source.Entities
            where each.Kind == _kind
            select new Row([each.Entity.Id], each.Entity.Values, each.Entity.Text);

    /// <summary>The values of the kind within others, except those in lists of lists, which are JSON.</summary>
    private IEnumerable<(string Path, EmbeddedValue Value)> Embedded(
        Kind kind,
        EquatableArray<Value?> values,
        string prefix
    )
    {
        for (var i = 0; i < values.Count; i++)
        {
            var property = kind.Properties[i];
            if (values[i] is not { } value || property.Form != ValueForm.Embedded || property.Layers.Count > 1)
                continue;
            var path = prefix + property.Name;
            var items = value switch
            {
                EmbeddedValue single => [(path, single)],
                ListValue list => list.Items.Select((item, at) => (Leaf.ItemPath(path, at), item as EmbeddedValue)),
                MapValue map => map.Entries.Select(entry =>
                    (Leaf.EntryPath(path, entry.Key), entry.Value as EmbeddedValue)
                ),
                _ => throw property.UnknownForm,
            };
            foreach (var (place, item) in items)
            {
                if (item is null)
                    continue;
                if (property.Range == _kind.Name)
                    yield return (place, item);
                foreach (var inner in Embedded(_source.Schema[property.Range], item.Values, place + "."))
                    yield return inner;
            }
        }
    }
}
