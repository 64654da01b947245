using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Export.Tables;
using DataPackage.Tool.Sessions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DataPackage.Tool.Export.Sqlite;

/// <summary>A database with all tables, a view of each kind in each language, and a full-text index.</summary>
internal sealed class SqliteExport
{
    private readonly ExportSource _source;
    private readonly SqliteConnection _database;

    private SqliteExport(ExportSource source, SqliteConnection database) => (_source, _database) = (source, database);

    public static void Write(ExportSource source, FormatFolder folder, Action<string> tell)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = folder.Add("data.sqlite"),
            Mode = SqliteOpenMode.ReadWriteCreate,
            // A table may be filled before the one that its keys lead to.
            ForeignKeys = false,
            Pooling = false,
        };
        try
        {
            using var database = new SqliteConnection(address.ToString());
            database.Open();
            new SqliteExport(source, database).Write();
        }
        catch (SqliteException failure) when (IsOfFile(failure.SqliteErrorCode))
        {
            var words = raw.sqlite3_errstr(failure.SqliteErrorCode).utf8_to_string();
            throw new IOException($"the database cannot be written: {words}", failure);
        }
    }

    /// <summary>Whether the disk or the data are at fault, and not what is asked of SQLite.</summary>
    private static bool IsOfFile(int code) =>
        code
            is raw.SQLITE_PERM
                or raw.SQLITE_BUSY
                or raw.SQLITE_NOMEM
                or raw.SQLITE_READONLY
                or raw.SQLITE_IOERR
                or raw.SQLITE_CORRUPT
                or raw.SQLITE_FULL
                or raw.SQLITE_CANTOPEN
                or raw.SQLITE_TOOBIG;

    private void Write()
    {
        // A run that ends before its end leaves no file that anybody reads.
        Run("PRAGMA journal_mode = OFF");
        Run("PRAGMA synchronous = OFF");
        Run("PRAGMA locking_mode = EXCLUSIVE");
        // Pages in KiB that are kept until they are full, so none is written twice.
        Run("PRAGMA cache_size = -131072");
        using var transaction = _database.BeginTransaction();
        foreach (var table in _source.Tables)
        {
            var columns = table.Columns.Where(column => !column.IsList).ToList();
            RefuseTooMany(columns.Count, table);
            Run(Definition(table, columns));
            Fill(table, columns);
        }

        foreach (var (table, key) in _source.Tables.SelectMany(table => table.ForeignKeys.Select(key => (table, key))))
            if (IsIndexed(table, key))
                Run(
                    $"CREATE INDEX {Name($"{table.Name}~{string.Join('~', key.Columns)}")} "
                        + $"ON {Name(table.Name)} ({Names(key.Columns)})"
                );
        WriteViews();
        WriteIndex();
        transaction.Commit();
    }

    private void RefuseTooMany(int columns, ExportTable table)
    {
        var most = raw.sqlite3_limit(_database.Handle!, raw.SQLITE_LIMIT_COLUMN, -1);
        if (columns > most)
            throw StopException.NotStarted(
                FormattableString.Invariant(
                    $"the table '{table.Name}' would have {columns} columns, and SQLite takes {most} at most"
                )
            );
    }

    /// <summary>The columns that identify a row have an index.</summary>
    private static bool IsIndexed(ExportTable table, ForeignKey key) =>
        !table.Key.Take(key.Columns.Count).SequenceEqual(key.Columns, StringComparer.Ordinal);

    private static string Definition(ExportTable table, IEnumerable<ExportColumn> columns)
    {
        var parts = columns
            .Select(Definition)
            .Append($"PRIMARY KEY ({Names(table.Key)})")
            .Concat(
                table.ForeignKeys.Select(key =>
                    $"FOREIGN KEY ({Names(key.Columns)}) REFERENCES {Name(key.Table)} ({Names(key.Target)})"
                )
            );
        var rows = IsInItsKey(table) ? ", WITHOUT ROWID" : "";
        return $"CREATE TABLE {Name(table.Name)} (\n  {string.Join(",\n  ", parts)}\n) STRICT{rows}";
    }

    /// <summary>Whether the key is most of a row. Then the row is kept in the tree of the key, and not in one of its
    /// own.</summary>
    private static bool IsInItsKey(ExportTable table) =>
        table.IsOfList || table.Name is TableNames.Facts or TableNames.Names;

    private static string Definition(ExportColumn column)
    {
        var type = column.Type switch
        {
            ColumnType.Text or ColumnType.Json or ColumnType.Date => "TEXT",
            ColumnType.Integer or ColumnType.Boolean => "INTEGER",
            ColumnType.Number => "REAL",
            _ => throw new NotSupportedException($"No column has the type {column.Type}."),
        };
        var check =
            column.Type == ColumnType.Boolean ? $" CHECK ({Name(column.Name)} IN (0, 1))"
            : column.Values.Count > 0
                ? $" CHECK ({Name(column.Name)} IN ({string.Join(", ", column.Values.Select(Text))}))"
            : "";
        return $"{Name(column.Name)} {type}{(column.IsRequired ? " NOT NULL" : "")}{check}";
    }

    private void Fill(ExportTable table, List<ExportColumn> columns)
    {
        var places = columns.Select(column => table.Columns.TakeWhile(each => each != column).Count()).ToArray();
        using var writer = new RowWriter(_database, Name(table.Name), places.Length);
        foreach (var row in table.Rows)
        {
            _source.Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < places.Length; i++)
                writer.Set(i, row[places[i]]);
            writer.Insert();
        }
    }

    /// <summary>A view has the columns of a kind, or of a list, with its texts in one language, or in the first that
    /// there is.</summary>
    private void WriteViews()
    {
        var names = new UniqueNames();
        foreach (var table in _source.Tables)
            names.Add(table.Name);
        foreach (var language in Languages())
        foreach (var table in _source.Tables.Where(table => table.Kind is not null))
        {
            if (!table.Columns.Any(column => column is { IsLocalized: true, IsList: false }))
                continue;
            var view = names.Add($"{table.Name}_{language.Replace('-', '_')}");
            var columns = table
                .Columns.Where(column => !column.IsList)
                .Select(column => Shown(column, table, language));
            Run(
                $"CREATE VIEW {Name(view)} AS SELECT\n  {string.Join(",\n  ", columns)}\nFROM {Name(table.Name)} AS own"
            );
        }
    }

    private static string Shown(ExportColumn column, ExportTable table, string language)
    {
        if (!column.IsLocalized)
            return "own." + Name(column.Name);
        var isEmbedded = table.Key[0] == TableNames.EntityKind;
        var kind = isEmbedded ? "own." + Name(TableNames.EntityKind) : Text(table.Kind!);
        var id = "own." + Name(isEmbedded ? TableNames.EntityId : TableNames.Id);
        var path = isEmbedded
            ? $"own.{Name(TableNames.Path)} || {Text("." + column.Property)}"
            : Text(column.Property!);
        if (table.Place is not null)
            path += $" || '[' || own.{Name(table.Place)} || ']'";
        return $"coalesce((SELECT text FROM texts WHERE texts.kind = {kind} AND texts.id = {id} "
            + $"AND texts.path = {path} AND texts.language = {Text(language)}), own.{Name(column.Name)}) "
            + $"AS {Name(column.Name)}";
    }

    private List<string> Languages() =>
        [
            .. _source
                .Entities.SelectMany(each => Leaf.Of(each.Kind, each.Entity.Values, _source.Schema))
                .Select(leaf => leaf.Language)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private void WriteIndex()
    {
        Run(
            $"CREATE VIRTUAL TABLE {TableNames.Search} USING fts5("
                + "kind UNINDEXED, id UNINDEXED, caption, names, texts, tokenize = 'unicode61 remove_diacritics 2')"
        );
        // As many bytes as are gathered before a part of the index is written; by default the parts are small, and are
        // merged again and again.
        Run($"INSERT INTO {TableNames.Search}({TableNames.Search}, rank) VALUES ('hashsize', {64 << 20})");
        using var writer = new RowWriter(_database, TableNames.Search, 5);
        foreach (var (kind, entity) in _source.Entities)
        {
            var texts = Leaf.Of(kind, entity.Values, _source.Schema)
                .Where(leaf => leaf.Language is not null || leaf.Property.Scalar is { IsProse: true })
                .Select(leaf => leaf.Value)
                .OfType<TextValue>()
                .Select(text => text.Text)
                .Append(entity.Text?.Text ?? "");
            writer.Set(0, kind.Name);
            writer.Set(1, entity.Id);
            writer.Set(2, entity.Caption);
            writer.Set(3, string.Join('\n', EntityNames.Of(kind, entity)));
            writer.Set(4, string.Join('\n', texts));
            writer.Insert();
        }
    }

    private void Run(string sql)
    {
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
