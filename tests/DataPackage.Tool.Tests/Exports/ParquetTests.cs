using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Engine.Releases;
using DataPackage.Engine.Schema.Model;
using DataPackage.Testing;
using DataPackage.Tool.Export.Tables;
using DuckDB.NET.Data;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The Parquet files, as DuckDB and a reader in JavaScript see them.</summary>
public class ParquetTests
{
    private const string Reader = "tests/Readers/read-parquet.mjs";

    private static readonly string[] Suffixes = ["", "_kind", "_earliest", "_latest", "_amount", "_currency"];

    [NodeFact]
    public void JavaScript_reads_every_cell_as_the_value_of_the_typed_package()
    {
        // The reader's decoder of texts takes a first U+FEFF for a mark of the encoding.
        var packages = ExportedPackage
            .All("parquet")
            .Where(each => !FactsFile.Write(each.Typed.Published).Contains('\uFEFF', StringComparison.Ordinal))
            .ToList();
        foreach (var (package, said) in ExportedPackage.Read(packages, Reader, "parquet"))
        {
            Compare(package, (JsonObject)JsonNode.Parse(said.GetProperty("tables").GetRawText())!);
            package.Dispose();
        }
    }

    [Fact]
    public void DuckDB_reads_every_cell_as_the_value_of_the_typed_package()
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        foreach (var package in ExportedPackage.All("parquet"))
        {
            var tables = new JsonObject();
            foreach (var file in Directory.EnumerateFiles(package.PathOf("parquet")))
                tables[Path.GetFileNameWithoutExtension(file)] = Read(database, file);
            Compare(package, tables);
            package.Dispose();
        }
    }

    [Fact]
    public void Dates_numbers_and_lists_are_such_to_DuckDB()
    {
        using var package = ExportedPackage.Of("claims", HostileSeeds.Claims(), "parquet");
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var query = database.CreateCommand();
        query.CommandText =
            "SELECT column_name || ' ' || column_type "
            + $"FROM (DESCRIBE SELECT * FROM '{package.PathOf("parquet/ship.parquet")}')";
        using var reader = query.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add(reader.GetString(0));
        Assert.Subset(
            columns.ToHashSet(),
            new HashSet<string>
            {
                "built VARCHAR",
                "built_earliest DATE",
                "length DOUBLE",
                "tons BIGINT",
                "sisters VARCHAR[]",
                "logs VARCHAR[]",
            }
        );
    }

    private static JsonArray Read(DuckDBConnection database, string file)
    {
        using var query = database.CreateCommand();
        query.CommandText = $"SELECT * FROM '{file}'";
        using var reader = query.ExecuteReader();
        var rows = new JsonArray();
        while (reader.Read())
        {
            var row = new JsonObject();
            for (var i = 0; i < reader.FieldCount; i++)
                row[reader.GetName(i)] = Cell(reader.IsDBNull(i) ? null : Value(reader, i));
            rows.Add(row);
        }

        return rows;
    }

    private static JsonNode? Cell(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool isTrue => isTrue,
            IDictionary => throw new NotSupportedException("No column has structures."),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Cell)]),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException(value.GetType().Name),
        };

    /// <summary>Compares as tables of a database: the items of lists are rows of tables of their own.</summary>
    private static void Compare(ExportedPackage package, JsonObject files)
    {
        var tables = new JsonObject();
        foreach (var (name, rows) in files)
            tables[name.Replace('-', '_')] = rows!.DeepClone();
        foreach (var kind in package.Typed.Schema.Kinds.Where(kind => !kind.IsAbstract))
        {
            var table = UniqueNames.ToSnakeCase(kind.Name);
            foreach (var property in kind.Properties.Where(each => each is { IsMany: true, IsMap: false }))
                if (IsList(property))
                    tables[$"{table}_{UniqueNames.ToSnakeCase(property.Name)}"] = Items(
                        tables[table]!.AsArray(),
                        property,
                        kind.IsEmbedded ? ["entity_kind", "entity_id", "path"] : ["id"]
                    );
        }

        using var document = JsonDocument.Parse(tables.ToJsonString());
        TypedTables.AssertSame(package, document.RootElement, TableDialect.Parquet);
    }

    private static bool IsList(Property property) =>
        property.Form != Engine.Schema.Types.ValueForm.Embedded || property.Layers.Count > 1;

    private static JsonArray Items(JsonArray rows, Property property, string[] owner)
    {
        var items = new JsonArray();
        foreach (var row in rows.Select(row => row!.AsObject()))
        {
            var lists = Suffixes
                .Where(suffix => row.ContainsKey(property.Name + suffix))
                .Where(suffix => suffix.Length == 0 || row[property.Name + suffix] is null or JsonArray)
                .Select(suffix => (Name: "value" + suffix, Cells: row[property.Name + suffix]?.AsArray()))
                .ToList();
            var count = lists.Max(list => list.Cells?.Count);
            row[property.Name + "_count"] = count;
            for (var i = 0; i < count; i++)
            {
                var item = new JsonObject { ["position"] = i };
                foreach (var column in owner)
                    item[column] = row[column]!.DeepClone();
                foreach (var list in lists)
                    item[list.Name] = list.Cells?[i]?.DeepClone();
                items.Add(item);
            }

            foreach (var name in lists.Select(list => property.Name + list.Name["value".Length..]))
                row.Remove(name);
        }

        return items;
    }

    /// <summary>Unasked, the reader refuses a list of numbers, dates or truth values that has a null.</summary>
    private static object Value(DuckDBDataReader reader, int column)
    {
        var type = reader.GetFieldType(column);
        return type == typeof(List<long>) ? reader.GetFieldValue<List<long?>>(column)
            : type == typeof(List<double>) ? reader.GetFieldValue<List<double?>>(column)
            : type == typeof(List<bool>) ? reader.GetFieldValue<List<bool?>>(column)
            : type == typeof(List<DateOnly>) ? reader.GetFieldValue<List<DateOnly?>>(column)
            : reader.GetValue(column);
    }
}
