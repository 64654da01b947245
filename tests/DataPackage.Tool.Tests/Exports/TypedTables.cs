using System.Globalization;
using System.Text.Json;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Text;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export.Tables;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>How a reader writes cells.</summary>
/// <param name="HasBinaryNumbers">Whether decimal numbers are the nearest binary ones.</param>
internal sealed record TableDialect(string True, string False, bool HasBinaryNumbers)
{
    public static TableDialect Csv { get; } = new("true", "false", HasBinaryNumbers: false);

    public static TableDialect Sqlite { get; } = new("1", "0", HasBinaryNumbers: true);

    public static TableDialect Parquet { get; } = new("true", "false", HasBinaryNumbers: true);
}

/// <summary>Compares tables, as a reader gives them, with the typed package, cell by cell and in both
/// directions.</summary>
internal sealed class TypedTables
{
    private readonly ExportedPackage _package;
    private readonly Dictionary<string, List<Dictionary<string, string?>>> _tables;
    private readonly Dictionary<(string Table, string Key), Dictionary<string, string?>> _byKey = [];
    private readonly HashSet<(Dictionary<string, string?> Row, string Column)> _seen = [];
    private readonly TableDialect _dialect;

    private TypedTables(
        ExportedPackage package,
        Dictionary<string, List<Dictionary<string, string?>>> tables,
        TableDialect dialect
    ) => (_package, _tables, _dialect) = (package, tables, dialect);

    private PackageSchema Schema => _package.Typed.Schema;

    /// <param name="tables">The rows of each table: for each column a text, a number or a truth value.</param>
    public static void AssertSame(ExportedPackage package, JsonElement tables, TableDialect dialect)
    {
        var read = tables
            .EnumerateObject()
            .ToDictionary(
                table => table.Name,
                table =>
                    table
                        .Value.EnumerateArray()
                        .Select(row => row.EnumerateObject().ToDictionary(cell => cell.Name, cell => Text(cell.Value)))
                        .ToList()
            );
        new TypedTables(package, read, dialect).Compare();
    }

    private static string? Text(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => cell.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => cell.GetRawText(),
        };

    private void Compare()
    {
        foreach (var kind in Schema.Kinds.Where(kind => !kind.IsAbstract))
        foreach (var row in _tables[Table(kind.Name)])
            _byKey.Add((Table(kind.Name), Owner(row, kind.IsEmbedded)), row);
        foreach (var linked in _package.Typed.Package.Kinds)
        {
            var kind = Schema[linked.Name];
            Assert.Equal(linked.Entities.Count, _tables[Table(kind.Name)].Count);
            foreach (var entity in linked.Entities)
                CompareValues(kind, entity.Id, entity, entity.Id, "", entity.Values);
        }

        AssertNothingElse();
        CompareEvidence();
    }

    private static string Table(string kind) => UniqueNames.ToSnakeCase(kind);

    private static string Owner(Dictionary<string, string?> row, bool isEmbedded) =>
        isEmbedded ? $"{row["entity_kind"]}|{row["entity_id"]}|{row["path"]}" : row["id"]!;

    private void CompareValues(
        Kind kind,
        string owner,
        LinkedEntity entity,
        string place,
        string prefix,
        EquatableArray<Value?> values,
        string? entityKind = null
    )
    {
        entityKind ??= kind.Name;
        var row = _byKey[(Table(kind.Name), owner)];
        if (kind.IsArticle)
        {
            AssertCell(row, "text", entity.Text?.Text, place);
            AssertCell(row, "sha256", entity.Text?.Sha256, place);
        }

        for (var i = 0; i < values.Count; i++)
        {
            var (property, value) = (kind.Properties[i], values[i]);
            if (property.Layers.Count == 0)
                CompareValue(row, Column(row, kind, property), property, value, place);
            else
                CompareItems(row, kind, owner, property, value, place);
            if (property.Form != ValueForm.Embedded || property.Layers.Count > 1)
                continue;
            var path = prefix + property.Name;
            var embedded = value switch
            {
                EmbeddedValue single => [(path, single)],
                ListValue list => list.Items.Select((item, at) => ($"{path}[{at}]", item as EmbeddedValue)),
                MapValue map => map.Entries.Select(entry => ($"{path}[{entry.Key}]", entry.Value as EmbeddedValue)),
                _ => [],
            };
            foreach (var (inner, item) in embedded)
                if (item is not null)
                    CompareValues(
                        Schema[property.Range],
                        $"{entityKind}|{entity.Id}|{inner}",
                        entity,
                        $"{place}.{inner}",
                        inner + ".",
                        item.Values,
                        entityKind
                    );
        }
    }

    /// <summary>A property whose name differs from an earlier one in case only has a number after it.</summary>
    private static string Column(Dictionary<string, string?> row, Kind kind, Property property)
    {
        var earlier = kind
            .Properties.TakeWhile(each => each != property)
            .Any(each => each.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase));
        var name = earlier ? property.Name + "_2" : property.Name;
        return kind.IsEmbedded && property.Name is "path" or "entity_kind" or "entity_id" ? name + "_2" : name;
    }

    private void CompareItems(
        Dictionary<string, string?> row,
        Kind kind,
        string owner,
        Property property,
        Value? value,
        string place
    )
    {
        List<(string Place, Value? Value)>? items = value switch
        {
            ListValue list => [.. list.Items.Select((item, i) => (i.ToString(CultureInfo.InvariantCulture), item))],
            MapValue map => [.. map.Entries.Select(entry => (entry.Key, entry.Value))],
            _ => null,
        };
        if (property.Form != ValueForm.Invalid)
            AssertCell(row, property.Name + "_count", items?.Count.ToString(CultureInfo.InvariantCulture), place);
        if (property.Form == ValueForm.Embedded && property.Layers.Count == 1)
            return;
        var table = $"{Table(kind.Name)}_{UniqueNames.ToSnakeCase(property.Name)}";
        var rows = _tables[table].Where(each => Owner(each, kind.IsEmbedded) == owner).ToList();
        Assert.Equal(items?.Count ?? 0, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            AssertCell(rows[i], property.IsMap ? "key" : "position", items![i].Place, place);
            var isJson = property.Layers.Count > 1 || property.Form == ValueForm.Any;
            if (isJson)
                AssertJson(rows[i], "value", property, items[i].Value, place);
            else
                CompareValue(rows[i], "value", property, items[i].Value, $"{place}.{property.Name}[{i}]");
        }
    }

    private void CompareValue(
        Dictionary<string, string?> row,
        string name,
        Property property,
        Value? value,
        string place
    )
    {
        var at = $"{place}: {property.Name}";
        switch (property.Form)
        {
            case ValueForm.Embedded or ValueForm.Invalid:
                return;
            case ValueForm.Any:
                AssertJson(row, name, property, value, at);
                return;
            case ValueForm.Reference when !Schema[property.Range].IsConcrete:
                AssertCell(row, name, (value as ReferenceValue)?.Target.Id, at);
                AssertCell(row, name + "_kind", (value as ReferenceValue)?.Target.Kind, at);
                return;
            case ValueForm.Scalar when property.Scalar == ScalarTypes.Date:
                var date = value as DateValue;
                AssertCell(row, name, date?.Canonical, at);
                AssertCell(row, name + "_earliest", Day(date?.EarliestDay), at);
                AssertCell(row, name + "_latest", Day(date?.LatestDay), at);
                return;
            case ValueForm.Scalar when property.Scalar == ScalarTypes.Money:
                AssertNumber(row, name + "_amount", (value as MoneyValue)?.Number, at);
                AssertCell(row, name + "_currency", (value as MoneyValue)?.Currency, at);
                return;
        }

        if (value is DecimalValue number)
            AssertNumber(row, name, number.Number, at);
        else
            AssertCell(
                row,
                name,
                value switch
                {
                    null => null,
                    BooleanValue boolean => boolean.IsTrue ? _dialect.True : _dialect.False,
                    LocalizedValue localized => localized.Entries[0].Text,
                    _ => ValueText.Of(value, property, Schema),
                },
                at
            );
    }

    private static string? Day(long? day) =>
        day is >= 0 and <= 3652058
            ? new DateTime(1, 1, 1).AddDays(day.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private void AssertJson(
        Dictionary<string, string?> row,
        string column,
        Property property,
        Value? value,
        string at
    ) =>
        AssertCell(
            row,
            column,
            value is null ? null : Reports.JsonText.Line(json => ValueJson.Write(value, property, Schema, json)),
            at
        );

    /// <summary>A database calculates with binary numbers, the nearest ones.</summary>
    private void AssertNumber(Dictionary<string, string?> row, string column, decimal? expected, string at)
    {
        var exact = expected?.ToString(CultureInfo.InvariantCulture);
        var isNearest =
            _dialect.HasBinaryNumbers
            && row[column] is { } read
            && double.Parse(read, CultureInfo.InvariantCulture) == NearestTo(expected);
        AssertCell(row, column, isNearest ? row[column] : exact, at);
    }

    private static double? NearestTo(decimal? number) =>
        number is { } stated
            ? double.Parse(stated.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : null;

    private void AssertCell(Dictionary<string, string?> row, string column, string? expected, string at)
    {
        Assert.True(
            row.ContainsKey(column),
            $"{_package.Name}: {at}: no column {column} in {string.Join(", ", row.Keys)}"
        );
        Assert.True(
            (expected is "" ? null : expected) == row[column],
            $"{_package.Name}: {at}: {column} is '{row[column]}' instead of '{expected}'"
        );
        _seen.Add((row, column));
    }

    /// <summary>No cell of a kind or a list has a value that the package does not have.</summary>
    private void AssertNothingElse()
    {
        string[] owner = ["id", "entity_kind", "entity_id", "path"];
        foreach (var kind in Schema.Kinds.Where(kind => !kind.IsAbstract))
        foreach (
            var table in _tables.Keys.Where(name =>
                name == Table(kind.Name) || name.StartsWith(Table(kind.Name) + "_", StringComparison.Ordinal)
            )
        )
        foreach (var row in _tables[table])
        foreach (var (column, cell) in row)
            Assert.True(
                cell is null || owner.Contains(column) || _seen.Contains((row, column)),
                $"{_package.Name}: {table} has {column} '{cell}' that nothing states"
            );
    }

    private void CompareEvidence()
    {
        var entities = _package.Typed.Package.Kinds.SelectMany(kind =>
            kind.Entities.Select(entity => (Kind: Schema[kind.Name], Entity: entity))
        );
        var all = entities.ToList();
        AssertRows(
            "entities",
            all.Select(each => $"{each.Kind.Name}|{each.Entity.Id}|{each.Entity.Caption}"),
            "kind",
            "id",
            "caption"
        );
        AssertRows(
            "facts",
            all.SelectMany(each =>
                TypedValues
                    .Of(each.Kind, each.Entity, Schema)
                    .Select(leaf => $"{each.Kind.Name}|{each.Entity.Id}|{leaf}")
            ),
            "kind",
            "id",
            "path",
            "language",
            "value"
        );
        AssertRows(
            "facts",
            all.SelectMany(each =>
                Leaf.Of(each.Kind, each.Entity.Values, Schema)
                    .Select(leaf =>
                        $"{each.Kind.Name}|{each.Entity.Id}|{leaf.Path}|{KindOf(leaf.Value, leaf.Property)}"
                    )
            ),
            "kind",
            "id",
            "path",
            "value_kind"
        );
        AssertRows(
            "names",
            all.SelectMany(each =>
                EntityNames
                    .Of(each.Kind, each.Entity)
                    .Distinct()
                    .Select(name => $"{each.Kind.Name}|{each.Entity.Id}|{name}")
            ),
            "kind",
            "id",
            "name"
        );
        AssertRows(
            "redirects",
            all.SelectMany(each =>
                each.Entity.FormerNames.Select(former => $"{each.Kind.Name}|{former.Id}|{each.Entity.Id}")
            ),
            "kind",
            "former_id",
            "id"
        );
        AssertRows(
            "citations",
            all.SelectMany(each =>
                each.Entity.Citations.SelectMany(citation =>
                    citation
                        .For.DefaultIfEmpty("")
                        .Select(path =>
                            string.Join(
                                '|',
                                each.Kind.Name,
                                each.Entity.Id,
                                path,
                                citation.Article.Id,
                                citation.Passage.Text,
                                citation.Passage.Paragraph,
                                citation.Passage.Start,
                                citation.Passage.End
                            )
                        )
                )
            ),
            "kind",
            "id",
            "path",
            "article",
            "quote",
            "paragraph",
            "start",
            "end"
        );
        AssertRows(
            "claims",
            all.SelectMany(each =>
                each.Entity.Claims.Select(claim =>
                    string.Join(
                        '|',
                        each.Kind.Name,
                        each.Entity.Id,
                        claim.Path,
                        claim.Value switch
                        {
                            null => "",
                            ReferenceValue reference => reference.Target.Id,
                            var value => ValueText.Of(
                                value,
                                each.Kind.Properties[claim.Property],
                                Schema,
                                link => $"{link.Kind}/{link.Id}"
                            ),
                        },
                        KindOf(claim.Value, each.Kind.Properties[claim.Property]),
                        claim.IsShown ? _dialect.True : _dialect.False,
                        claim.Details.State.ToString().ToLowerInvariant(),
                        claim.Details.Rank.ToString().ToLowerInvariant(),
                        claim.Details.Because,
                        (claim.Details.AccordingTo as ReferenceValue)?.Target.Id,
                        (claim.Details.AccordingTo as TextValue)?.Text,
                        claim.Details.During?.Canonical,
                        claim.Details.Note
                    )
                )
            ),
            "kind",
            "id",
            "path",
            "value",
            "value_kind",
            "shown",
            "state",
            "rank",
            "because",
            "according_to",
            "according_to_text",
            "during",
            "note"
        );
    }

    private static string? KindOf(Value? value, Property property) =>
        value switch
        {
            ReferenceValue reference => reference.Target.Kind,
            ExternalValue => property.Range,
            _ => null,
        };

    private void AssertRows(string table, IEnumerable<string> expected, params string[] columns)
    {
        var read = _tables[table].Select(row => string.Join('|', columns.Select(column => row[column]))).ToList();
        var wanted = expected.ToList();
        Assert.True(
            wanted.Order(StringComparer.Ordinal).SequenceEqual(read.Order(StringComparer.Ordinal)),
            $"{_package.Name}: {table} lacks {string.Join('\n', wanted.Except(read).Take(5))}\n"
                + $"and has {string.Join('\n', read.Except(wanted).Take(5))}"
        );
    }
}
