using System.Transactions;
using DataPackage.Runtime;
using Harbour;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataPackage.EntityFrameworkCore.Tests;

public sealed class ReferenceTableTests : IDisposable
{
    private const string Rows = "SELECT Id, Name, CurrentId FROM Ships ORDER BY Id";
    private readonly Port _port = new();

    public void Dispose() => _port.Dispose();

    /// <summary>A database that an earlier version of the package has seeded: Borea was called Boreas, and there was a
    /// ship that has left the package.</summary>
    private void SeedFormerVersion() =>
        _port.Database.ExecuteSqlRaw(
            """
            INSERT INTO Ships (Id, Name, CurrentId)
            VALUES ('aurora', 'Aurora', 'aurora'), ('boreas', 'Boreas', 'boreas'), ('cygnus', 'Cygnus', 'cygnus');
            INSERT INTO Voyages (Ship, Escort, Stops) VALUES ('boreas', 'aurora', '[]'), ('aurora', 'boreas', '[]');
            INSERT INTO Berths (Ship, Number) VALUES ('boreas', 7);
            """
        );

    [Fact]
    public void Seeding_inserts_a_row_for_each_entity_and_a_second_time_nothing()
    {
        Assert.Equal(2, _port.SeedReferenceTables());
        Assert.Equal(["aurora|Aurora|aurora", "borea|Borea|borea"], _port.Lines(Rows));

        Assert.Equal(0, _port.SeedReferenceTables());
    }

    [Fact]
    public async Task Rows_are_updated_and_never_deleted()
    {
        SeedFormerVersion();
        _port.Database.ExecuteSqlRaw("UPDATE Ships SET Name = 'Awrora' WHERE Id = 'aurora'");

        Assert.Equal(4, await _port.SeedReferenceTablesAsync());

        Assert.Equal(
            ["aurora|Aurora|aurora", "borea|Borea|borea", "boreas|Borea|borea", "cygnus|Cygnus|"],
            _port.Lines(Rows)
        );
        Assert.Equal(0, await _port.SeedReferenceTablesAsync());
    }

    [Fact]
    public void Foreign_keys_move_to_the_new_id_so_queries_find_them()
    {
        SeedFormerVersion();
        Assert.Equal(0, _port.Voyages.Count(voyage => voyage.Ship == Ships.Borea));

        _port.SeedReferenceTables();

        Assert.Equal(1, _port.Voyages.Count(voyage => voyage.Ship == Ships.Borea));
        Assert.Equal(["borea|aurora", "aurora|borea"], _port.Lines("SELECT Ship, Escort FROM Voyages ORDER BY Id"));
        // A key may be taken: it stays, and leads to the entity.
        Assert.Equal(["boreas"], _port.Lines("SELECT Ship FROM Berths"));
        Assert.Same(Ships.Borea, _port.Berths.Single().Ship);
    }

    [Fact]
    public void Foreign_keys_that_stay_are_valid_and_read_as_the_renamed_entity()
    {
        SeedFormerVersion();

        _port.SeedReferenceTables(moveRenamedIds: false);

        Assert.Equal(["boreas|aurora", "aurora|boreas"], _port.Lines("SELECT Ship, Escort FROM Voyages ORDER BY Id"));
        Assert.Empty(_port.Lines("PRAGMA foreign_key_check"));
        Assert.Same(Ships.Borea, _port.Voyages.OrderBy(voyage => voyage.Id).First().Ship);
    }

    [Fact]
    public void A_column_of_the_kind_is_a_foreign_key()
    {
        _port.Add(new Voyage { Ship = Ships.Aurora });
        Assert.Throws<DbUpdateException>(() => _port.SaveChanges());

        _port.SeedReferenceTables();
        Assert.Equal(1, _port.SaveChanges());

        Assert.Throws<SqliteException>(() => _port.Database.ExecuteSqlRaw("DELETE FROM Ships WHERE Id = 'aurora'"));
    }

    [Fact]
    public void Rows_can_be_joined_and_sorted_by_name()
    {
        SeedFormerVersion();
        _port.SeedReferenceTables();

        var names =
            from voyage in _port.Voyages
            join ship in _port.Ships on voyage.Ship equals ship.Entity
            orderby ship.Name descending
            select ship.Name;

        Assert.Equal(["Borea", "Aurora"], names.ToList());
        Assert.Equal(
            ["aurora", "borea", "boreas", "cygnus"],
            _port.Ships.AsEnumerable().Select(row => row.Entity.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Seeding_is_part_of_a_transaction_and_leaves_changes_of_the_program_alone()
    {
        _port.Add(new Berth { Ship = Ships.Aurora });
        using (_port.Database.BeginTransaction())
            Assert.Equal(2, _port.SeedReferenceTables());

        Assert.Empty(_port.Lines(Rows));
        Assert.Empty(_port.Lines("SELECT * FROM Berths"));
        Assert.Equal(EntityState.Added, Assert.Single(_port.ChangeTracker.Entries()).State);
    }

    [Fact]
    public void Seeding_begins_no_transaction_in_one_of_the_program()
    {
        using var scope = new TransactionScope();

        Assert.Equal(2, _port.SeedReferenceTables());

        Assert.Equal(["aurora|Aurora|aurora", "borea|Borea|borea"], _port.Lines(Rows));
    }

    [Fact]
    public void A_package_that_is_mapped_twice_has_its_rows_once()
    {
        using var port = new PortInMigrations();

        Assert.Equal(["aurora", "borea"], port.Lines("SELECT Id FROM Ships ORDER BY Id"));
    }

    [Fact]
    public void Entity_Framework_can_seed_when_it_creates_the_database()
    {
        using var port = new Port(seeds: true);

        Assert.Equal(["aurora|Aurora|aurora", "borea|Borea|borea"], port.Lines(Rows));
    }

    [Fact]
    public void Two_packages_are_mapped_by_two_calls()
    {
        _port.SeedReferenceTables();
        _port.Add(
            new Voyage
            {
                Ship = Ships.Aurora,
                Type = ShipType.BulkCarrier,
                Owner = Persons.MarcFogel,
                Fare = Money.Parse("7.00 EUR"),
                Stops = [EdtfDate.Parse("2025-04~")],
            }
        );
        _port.SaveChanges();

        Assert.Equal(
            ["""aurora|bulk-carrier|marc-fogel|7.00 EUR|["2025-04~"]"""],
            _port.Lines("SELECT Ship, Type, Owner, Fare, Stops FROM Voyages")
        );
    }
}
