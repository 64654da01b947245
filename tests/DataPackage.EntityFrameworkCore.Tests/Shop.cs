using DataPackage.Runtime;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataPackage.EntityFrameworkCore.Tests;

internal class Sale
{
    public int Id { get; set; }

    public List<Place> Places { get; set; } = [];

    public required Money Price { get; set; }

    public Terms Terms { get; set; } = new();
}

/// <summary>A part of a row, with columns of its own in the same table.</summary>
internal sealed class Terms
{
    public Person? Guarantor { get; set; }

    public List<Person> Witnesses { get; set; } = [];
}

/// <summary>A kind of sale, in the same table.</summary>
internal sealed class Auction : Sale
{
    public List<Person> Bidders { get; set; } = [];
}

/// <summary>A database in memory whose amounts have a column for the number and one for the currency.</summary>
internal sealed class Shop : DbContext
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public Shop()
    {
        _connection.Open();
        Database.EnsureCreated();
    }

    public DbSet<Sale> Sales => Set<Sale>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(_connection);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UseDataPackage<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Sale>().ComplexProperty(sale => sale.Price);
        modelBuilder.Entity<Sale>().ComplexProperty(sale => sale.Terms);
        modelBuilder.Entity<Auction>();
    }

    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
    }
}
