using Microsoft.EntityFrameworkCore;
using Port;

using var harbour = new Harbour();
harbour.Database.Migrate();
harbour.SeedReferenceTables();
if (!harbour.Voyages.Any())
{
    harbour.AddRange(Ships.All.Select(ship => new Voyage { Ship = ship }));
    harbour.SaveChanges();
}

Print("SELECT Id || ', ' || Name || ', ' || coalesce(CurrentId, 'gone') AS Value FROM Ships ORDER BY Id");
Print("SELECT Ship AS Value FROM Voyages ORDER BY Id");

void Print(string query) => Console.WriteLine(string.Join("; ", harbour.Database.SqlQueryRaw<string>(query)));

internal sealed class Voyage
{
    public int Id { get; set; }

    public required Ship Ship { get; set; }
}

internal sealed class Harbour : DbContext
{
    public DbSet<Voyage> Voyages => Set<Voyage>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=port.db");

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UseDataPackage<Ship>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.HasReferenceTable<Ship>("Ships").HasRowsInMigrations();
}
