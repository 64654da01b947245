using System.Text.Json;
using DataPackage.Runtime;
using DataPackage.Runtime.Json;
using Fleet;
using Microsoft.Data.Sqlite;

// Compiled once, against version 1.0.0. It says what it gets from the version that is beside it.
var whole = new JsonSerializerOptions { Converters = { new JsonWholeEntityConverter() } };
using var database = new SqliteConnection($"Data Source={args[0]}");
database.Open();
if (args is [_, "store"])
    Store();

// Each is compiled when it is called: what it lacks fails there.
Say("accessor", () => Ships.Tern.Id);
Say("group", () => Ships.ByFlag.Norway.Tern.Id);
Say("property", () => Ships.Gull.Built);
Say("length", () => Ships.Gull.Length);
Say("reverse", () => Ports.Oslo.Ships.Count);
Say("number of a value", () => Ships.Gull.Flag == ShipFlag.Denmark);
Say("key", () => Ships.GetByNumber("N1").Id);
Say("name", () => Ships.Find("G")?.Id);
Say("method", () => Ship.Find("Gull")?.Id);
Say("text", () => Ships.Gull.Name["de"]);
Say("text without a language", () => Ships.Gull.Name);
Say("interface", () => new Dinghy().Name);
Say(
    "record",
    () =>
        new Ship
        {
            Id = "made",
            Name = new LocalizedText("en", "Made"),
            Length = 1,
        }.Id
);
Say("stored id", () => string.Join(' ', Stored("Id").Select(id => Ships.Get(id).Id)));
Say(
    "stored JSON",
    () => string.Join(' ', Stored("Json").Select(json => JsonSerializer.Deserialize<Ship>(json, whole)!.Caption))
);

void Store()
{
    using var store = database.CreateCommand();
    store.CommandText = "CREATE TABLE Stored (Id TEXT, Json TEXT)";
    store.ExecuteNonQuery();
    store.CommandText = "INSERT INTO Stored VALUES ($id, $json)";
    foreach (var ship in Ships.All)
    {
        store.Parameters.Clear();
        store.Parameters.AddWithValue("$id", ship.Id);
        store.Parameters.AddWithValue("$json", JsonSerializer.Serialize(ship with { Id = "copy" }, whole));
        store.ExecuteNonQuery();
    }
}

List<string> Stored(string column)
{
    using var read = database.CreateCommand();
    read.CommandText = $"SELECT {column} FROM Stored ORDER BY Id";
    using var rows = read.ExecuteReader();
    var values = new List<string>();
    while (rows.Read())
        values.Add(rows.GetString(0));
    return values;
}

static void Say(string what, Func<object?> get)
{
    try
    {
        Console.WriteLine($"{what}: {get()}");
    }
    catch (Exception failure)
    {
        Console.WriteLine($"{what}: fails, {failure.GetType().Name}: {failure.Message}");
    }
}

/// <summary>What somebody makes who needs a vessel that the package does not have.</summary>
internal sealed class Dinghy : IVessel
{
    public LocalizedText Name => new("en", "Dinghy");
    public string Id => "dinghy";
    public string Kind => "Dinghy";
    public string Caption => "Dinghy";
    public IReadOnlyList<Citation> Citations => [];
    public IReadOnlyList<Claim> AllClaims => [];
    public SeedLocation? DefinedAt => null;

    public IReadOnlyList<Citation> CitationsFor(string property) => [];

    public IReadOnlyList<Fact> GetFacts() => [];

    public IReadOnlyList<Fact> GetFacts(bool withDeprecated) => [];

    public string ToString(string? format) => Caption;
}
