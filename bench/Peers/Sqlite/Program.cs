using System.Diagnostics;
using System.Globalization;
using DataPackage.Bench.Peers;
using Microsoft.Data.Sqlite;

Harness.Run<SqliteFile>(args, Stopwatch.GetTimestamp());

internal readonly struct SqliteFile : IPeer
{
    private static readonly SqliteConnection Connection = Open();

    public static string BirthDateById(string id) => One("SELECT birth_date FROM person WHERE id = $value", id);

    public static string BirthDateByAlias(string alias) =>
        One("SELECT birth_date FROM alias JOIN person ON person.id = alias.person WHERE alias.text = $value", alias);

    public static void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        using var command = Prepare("SELECT name_en, name_ru FROM person UNION ALL SELECT name_en, name_ru FROM event");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            sink.Add(reader.GetString(0));
            sink.Add(reader.GetString(1));
        }
    }

    public static void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink
    {
        using var command = Prepare("SELECT birth_date FROM person");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            sink.Add(reader.GetString(0));
    }

    public static int CountEvents(DateOnly first, DateOnly last)
    {
        using var command = Prepare(
            "SELECT count(*) FROM event WHERE day BETWEEN $first AND $last",
            ("$first", first.DayNumber),
            ("$last", last.DayNumber)
        );
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string One(string sql, string value)
    {
        using var command = Prepare(sql, ("$value", value));
        return (string)command.ExecuteScalar()!;
    }

    private static SqliteCommand Prepare(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = new SqliteCommand(sql, Connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.Prepare();
        return command;
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection(
            $"Data Source={Path.Combine(AppContext.BaseDirectory, "data.db")};Mode=ReadOnly"
        );
        connection.Open();
        return connection;
    }
}
