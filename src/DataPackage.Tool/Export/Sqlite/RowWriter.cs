using System.Globalization;
using System.Text;
using DataPackage.Tool.Export.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DataPackage.Tool.Export.Sqlite;

/// <summary>Inserts rows with one prepared statement.</summary>
/// <remarks>A command of Microsoft.Data.Sqlite makes a reader and binds names for each row, which costs more than the
/// row does.</remarks>
internal sealed class RowWriter : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[1 << 12];

    /// <param name="table">The name of the table, as SQL has it.</param>
    public RowWriter(SqliteConnection connection, string table, int columns)
    {
        _database = connection.Handle!;
        var places = string.Join(", ", Enumerable.Repeat("?", columns));
        Expect(
            raw.SQLITE_OK,
            raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table} VALUES ({places})", out _statement)
        );
    }

    /// <param name="place">The place of the column, from 0.</param>
    public void Set(int place, object? cell) =>
        Expect(
            raw.SQLITE_OK,
            cell switch
            {
                null => raw.sqlite3_bind_null(_statement, place + 1),
                // Bytes of length 0 would be NULL.
                "" => raw.sqlite3_bind_text(_statement, place + 1, ""),
                string text => SetText(place, text),
                long number => raw.sqlite3_bind_int64(_statement, place + 1, number),
                // The nearest one that a database calculates with; 'facts' has the exact text.
                decimal number => raw.sqlite3_bind_double(_statement, place + 1, BinaryNumber.Nearest(number)),
                bool isTrue => raw.sqlite3_bind_int64(_statement, place + 1, isTrue ? 1 : 0),
                DateOnly day => SetText(place, day.ToString("O", CultureInfo.InvariantCulture)),
                _ => throw new NotSupportedException($"A {cell.GetType().Name} is no cell."),
            }
        );

    private int SetText(int place, string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _text.Length)
            _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, _text);
        return raw.sqlite3_bind_text(_statement, place + 1, _text.AsSpan(0, length));
    }

    /// <summary>Inserts the row whose cells were set.</summary>
    public void Insert()
    {
        Expect(raw.SQLITE_DONE, raw.sqlite3_step(_statement));
        Expect(raw.SQLITE_OK, raw.sqlite3_reset(_statement));
    }

    private void Expect(int expected, int result)
    {
        if (result != expected)
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
    }

    public void Dispose() => _statement.Dispose();
}
