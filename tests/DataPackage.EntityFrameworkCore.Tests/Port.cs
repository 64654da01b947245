using DataPackage.Runtime;
using Harbour;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataPackage.EntityFrameworkCore.Tests;

/// <summary>A row with a foreign key to a reference table.</summary>
internal sealed class Voyage
{
    public int Id { get; set; }

    public required Ship Ship { get; set; }

    public Ship? Escort { get; set; }

    public ShipType? Type { get; set; }

    public Person? Owner { get; set; }

    public Money? Fare { get; set; }

    public List<EdtfDate> Stops { get; set; } = [];
}

/// <summary>A row whose key is an entity.</summary>
internal sealed class Berth
{
    public required Ship Ship { get; init; }

    public int Number { get; set; }
}

/// <summary>A database whose migrations have the rows of the table, and which maps the package twice.</summary>
internal sealed class PortInMigrations : Port
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);
        configuration.UseDataPackage<Ship>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ReferenceRow<Ship>>().HasRowsInMigrations();
    }
}

/// <summary>A database in memory with a reference table, which is gone with the context.</summary>
internal class Port : DbContext
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    private readonly bool _seeds;

    /// <param name="seeds">Whether Entity Framework seeds the tables when it creates them.</param>
    public Port(bool seeds = false)
    {
        _seeds = seeds;
        _connection.Open();
        Database.EnsureCreated();
    }

    public DbSet<Voyage> Voyages => Set<Voyage>();

    public DbSet<Berth> Berths => Set<Berth>();

    public DbSet<ReferenceRow<Ship>> Ships => Set<ReferenceRow<Ship>>();

    /// <summary>The rows of a query, as SQL sees them.</summary>
    public IReadOnlyList<string> Lines(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return lines;
    }

    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        // SQLite takes no part in the transactions of System.Transactions.
        options
            .UseSqlite(_connection)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.AmbientTransactionWarning));
        if (_seeds)
            options
                .UseSeeding((port, _) => port.SeedReferenceTables())
                .UseAsyncSeeding(
                    (port, _, cancellation) => port.SeedReferenceTablesAsync(cancellationToken: cancellation)
                );
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UseDataPackage<Ship>().UseDataPackage<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasReferenceTable<Ship>("Ships");
        modelBuilder.Entity<Berth>().HasKey(berth => berth.Ship);
    }

    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
    }
}
