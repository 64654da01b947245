using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataPackage.Engine.Releases;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Tests.Exports;

/// <summary>The database, as the program sqlite3 sees it.</summary>
public class SqliteTests
{
    [SqliteFact]
    public void Every_cell_is_the_value_of_the_typed_package()
    {
        // The program shows a text up to a NUL only, which a seed can write as an escape.
        foreach (
            var package in ExportedPackage
                .All("sqlite")
                .Where(each => !FactsFile.Write(each.Typed.Published).Contains('\0', StringComparison.Ordinal))
        )
        {
            Assert.Equal((package.Name, "[]"), (package.Name, Query(package, "PRAGMA foreign_key_check").GetRawText()));
            Assert.Equal("ok", Query(package, "PRAGMA integrity_check")[0].GetProperty("integrity_check").GetString());
            var read = new JsonObject();
            var tables = Query(
                    package,
                    "SELECT name, CASE WHEN name IN ('facts', 'names') THEN '1' WHEN wr THEN 'position' "
                        + "ELSE 'rowid' END AS place FROM pragma_table_list "
                        + "WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema'"
                )
                .EnumerateArray()
                .Select(row => (row.GetProperty("name").GetString()!, row.GetProperty("place").GetString()!))
                .ToList();
            foreach (var (table, place) in tables)
                read[table] = JsonNode.Parse(
                    Query(package, $"SELECT * FROM \"{table}\" ORDER BY {place}").GetRawText()
                );
            using var document = JsonDocument.Parse(read.ToJsonString());
            TypedTables.AssertSame(package, document.RootElement, TableDialect.Sqlite);
            package.Dispose();
        }
    }

    [SqliteFact]
    public void All_tables_are_strict_and_no_key_leads_nowhere()
    {
        using var package = ExportedPackage.Shipped("sqlite");
        Assert.Equal(
            "[]",
            Query(
                    package,
                    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
                        + "AND name NOT LIKE 'sqlite_%'"
                )
                .GetRawText()
        );
        Query(package, "UPDATE person SET country = 'nowhere' WHERE id = 'marc-fogel'");
        Assert.Contains("person", Query(package, "PRAGMA foreign_key_check").GetRawText(), StringComparison.Ordinal);
    }

    [SqliteFact]
    public void A_view_shows_a_kind_in_one_language_or_in_the_first_that_there_is()
    {
        using var package = ExportedPackage.Of("claims", HostileSeeds.Claims(), "sqlite");
        Assert.Equal(
            [("albatros", "The Albatros"), ("boreas", "Boreas")],
            Names(Query(package, "SELECT id, name FROM ship_en ORDER BY id"))
        );
        Assert.Equal(
            [("albatros", "Albatros"), ("boreas", "Boreas")],
            Names(Query(package, "SELECT id, name FROM ship_de ORDER BY id"))
        );
        Assert.Equal(
            [("albatros", "Captain")],
            Names(Query(package, "SELECT entity_id AS id, title AS name FROM post_en"))
        );
    }

    [SqliteFact]
    public void Texts_in_lists_have_views_in_each_language_too()
    {
        using var package = ExportedPackage.Of("shapes", HostileSeeds.Shapes(), "sqlite");
        Assert.Equal(
            [("0", "Vorsicht"), ("1", "Slow")],
            Names(Query(package, "SELECT position || '' AS id, value AS name FROM berth_notes_de ORDER BY position"))
        );
        Assert.Equal(
            [("0", "Caution"), ("1", "Slow")],
            Names(Query(package, "SELECT position || '' AS id, value AS name FROM berth_notes_en ORDER BY position"))
        );
        Assert.Equal(
            [("gate", "Tor"), ("quay", "Quay")],
            Names(Query(package, "SELECT key AS id, value AS name FROM port_signs_de ORDER BY key"))
        );
    }

    [SqliteFact]
    public void An_empty_text_is_not_null()
    {
        using var package = ExportedPackage.Of("shapes", HostileSeeds.Shapes(), "sqlite");
        Assert.Equal(
            "[{\"value\":\"nameless\"}]",
            Query(package, "SELECT value FROM port_names WHERE key = ''").GetRawText()
        );
    }

    [Fact]
    public void A_table_with_more_columns_than_SQLite_takes_is_refused_in_words()
    {
        var dates = Enumerable.Range(0, 700).Select(i => FormattableString.Invariant($"  day{i}: {{ type: date }}\n"));
        using var folder = new TempFolder()
            .With("seeds/schema/Ship.yaml", "properties:\n" + string.Concat(dates))
            .With("seeds/ships/gull.yaml", "day0: 1911\n");

        var run = folder.Run("export", "sqlite", "-o", "out");

        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        TextAssert.Has("the table 'ship' would have ", run.Errors);
        TextAssert.Has(" columns, and SQLite takes 2000 at most", run.Errors);
        TextAssert.Lacks("   at ", run.Errors);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    private static IEnumerable<(string, string)> Names(JsonElement rows) =>
        rows.EnumerateArray().Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("name").GetString()!));

    [SqliteFact]
    public void Words_are_found_in_every_language_without_regard_to_accents()
    {
        using var package = ExportedPackage.Shipped("sqlite");
        Assert.Equal("[{\"id\":\"kirill-dmitriev\"}]", Search("Кирилл"));
        Assert.Equal("[{\"id\":\"dmitriev-in-washington\"}]", Search("'broker a prisoner exchange'"));

        string Search(string words) =>
            Query(
                    package,
                    $"SELECT id FROM search WHERE search MATCH '{words.Replace("'", "\"", StringComparison.Ordinal)}' "
                        + "AND kind IN ('Person', 'Article') ORDER BY rank"
                )
                .GetRawText();
    }

    internal static JsonElement Query(ExportedPackage package, string sql)
    {
        var start = new ProcessStartInfo("sqlite3", ["-json", package.PathOf("sqlite/data.sqlite"), sql])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var sqlite = Process.Start(start)!;
        var said = sqlite.StandardOutput.ReadToEndAsync();
        var errors = sqlite.StandardError.ReadToEnd();
        sqlite.WaitForExit();
        Assert.Equal((0, ""), (sqlite.ExitCode, errors));
        var text = said.Result.TrimEnd();
        return JsonDocument.Parse(text.Length == 0 ? "[]" : text).RootElement;
    }
}
