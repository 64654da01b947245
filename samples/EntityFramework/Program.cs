using DataPackage;
using DataPackage.Runtime;
using Microsoft.EntityFrameworkCore;

using var agenda = new Agenda();
agenda.Database.OpenConnection();
agenda.Database.EnsureCreated();
agenda.SeedReferenceTables();
agenda.AddRange(
    new Meeting
    {
        Host = Persons.SteveWitkoff,
        Guest = Persons.KirillDmitriev,
        Where = Places.Washington,
        Day = EdtfDate.Parse("2025-04-02"),
        Parties = [Organizations.TrumpAdministration, Persons.KirillDmitriev],
    },
    new Meeting { Host = Persons.SergeyLavrov, Day = EdtfDate.Parse("2025-02~") }
);
agenda.SaveChanges();
agenda.ChangeTracker.Clear();

var meeting = agenda.Meetings.Single(meeting => meeting.Host == Persons.SteveWitkoff);
Console.WriteLine(ReferenceEquals(meeting.Guest, Persons.KirillDmitriev));
Console.WriteLine($"{meeting.Where!.Caption}, {meeting.Day}");
Console.WriteLine(agenda.Meetings.Count(meeting => meeting.Where == null));
Console.WriteLine(agenda.Meetings.Count(meeting => meeting.Parties.Contains(Organizations.TrumpAdministration)));
Console.WriteLine(
    agenda.Database.SqlQuery<string>($"SELECT Host AS Value FROM Meetings ORDER BY Id").AsEnumerable().First()
);

// What a report sees that knows nothing of the package.
const string hosts = "SELECT Name AS Value FROM Meetings JOIN Persons ON Persons.Id = Host ORDER BY Name";
Console.WriteLine(string.Join(", ", agenda.Database.SqlQueryRaw<string>(hosts)));

internal sealed class Meeting
{
    public int Id { get; set; }

    public required Person Host { get; set; }

    public Person? Guest { get; set; }

    public Place? Where { get; set; }

    public required EdtfDate Day { get; set; }

    public List<IAgent> Parties { get; set; } = [];
}

internal sealed class Agenda : DbContext
{
    public DbSet<Meeting> Meetings => Set<Meeting>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UseDataPackage<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.HasReferenceTable<Person>("Persons");
}
