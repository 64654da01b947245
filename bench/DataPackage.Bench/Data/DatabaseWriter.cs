using DataPackage.Bench.Peers;
using Microsoft.Data.Sqlite;

namespace DataPackage.Bench.Data;

/// <summary>Writes the data as a SQLite file with an index for each look-up.</summary>
internal static class DatabaseWriter
{
    private const string Tables = """
        CREATE TABLE person (id TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_ru TEXT NOT NULL, summary_en TEXT NOT NULL, summary_ru TEXT NOT NULL, birth_date TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE alias (text TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE role (person TEXT NOT NULL, title TEXT NOT NULL, organization TEXT NOT NULL, since TEXT NOT NULL);
        CREATE TABLE citation (person TEXT NOT NULL, article TEXT NOT NULL, quote TEXT NOT NULL);
        CREATE TABLE participation (person TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (person, event)) WITHOUT ROWID;
        CREATE TABLE event (id TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_ru TEXT NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private const string Indexes = """
        CREATE INDEX role_person ON role (person);
        CREATE INDEX citation_person ON citation (person);
        CREATE INDEX participation_event ON participation (event);
        CREATE INDEX event_day ON event (day);
        ANALYZE;
        VACUUM;
        """;

    public static void Write(Graph graph, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, Tables);
        Run(connection, "BEGIN");
        foreach (var person in graph.Persons)
            Insert(connection, person);
        foreach (var each in graph.Events)
            Run(
                connection,
                "INSERT INTO event VALUES ($1, $2, $3, $4)",
                each.Id,
                each.Name.En,
                each.Name.Ru,
                each.Date.DayNumber
            );
        Run(connection, "COMMIT");
        Run(connection, Indexes);
    }

    private static void Insert(SqliteConnection connection, Person person)
    {
        Run(
            connection,
            "INSERT INTO person VALUES ($1, $2, $3, $4, $5, $6)",
            person.Id,
            person.Name.En,
            person.Name.Ru,
            person.Summary.En,
            person.Summary.Ru,
            person.BirthDate
        );
        foreach (var alias in person.Aliases)
            Run(connection, "INSERT INTO alias VALUES ($1, $2)", alias, person.Id);
        foreach (var role in person.Roles)
            Run(
                connection,
                "INSERT INTO role VALUES ($1, $2, $3, $4)",
                person.Id,
                role.Title,
                role.Organization,
                role.From
            );
        foreach (var citation in person.Citations)
            Run(connection, "INSERT INTO citation VALUES ($1, $2, $3)", person.Id, citation.Article, citation.Quote);
        foreach (var each in person.Events)
            Run(connection, "INSERT INTO participation VALUES ($1, $2)", person.Id, each);
    }

    private static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = new SqliteCommand(sql, connection);
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        command.ExecuteNonQuery();
    }
}
