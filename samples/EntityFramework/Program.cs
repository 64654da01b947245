using DataPackage;
using DataPackage.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using var agenda = new Agenda();
agenda.Database.OpenConnection();
agenda.Database.EnsureCreated();
PersonName.Update(agenda);
agenda.AddRange(
    new Meeting
    {
        Host = Persons.SteveWitkoff,
        Guest = Persons.KirillDmitriev,
        Where = Places.Washington,
        Day = EdtfDate.Parse("2025-04-02"),
    },
    new Meeting { Host = Persons.SergeyLavrov, Day = EdtfDate.Parse("2025-02~") }
);
agenda.SaveChanges();
agenda.ChangeTracker.Clear();

var meeting = agenda.Meetings.Single(meeting => meeting.Host == Persons.SteveWitkoff);
Console.WriteLine(ReferenceEquals(meeting.Guest, Persons.KirillDmitriev));
Console.WriteLine($"{meeting.Where!.Caption}, {meeting.Day}");
Console.WriteLine(agenda.Meetings.Count(meeting => meeting.Where == null));
Console.WriteLine(
    agenda.Database.SqlQuery<string>($"SELECT Host AS Value FROM Meetings ORDER BY Id").AsEnumerable().First()
);

// What a report sees that knows nothing of the package.
const string hosts = "SELECT Name AS Value FROM Meetings JOIN PersonNames ON PersonNames.Id = Host ORDER BY Name";
Console.WriteLine(string.Join(", ", agenda.Database.SqlQueryRaw<string>(hosts)));

internal sealed class Meeting
{
    public int Id { get; set; }

    public required Person Host { get; set; }

    public Person? Guest { get; set; }

    public Place? Where { get; set; }

    public required EdtfDate Day { get; set; }
}

internal sealed class Agenda : DbContext
{
    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<PersonName> PersonNames => Set<PersonName>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

    // One line for each kind: its column holds the id.
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Person>().HaveConversion<EntityConverter<Person>>();
        configuration.Properties<Place>().HaveConversion<EntityConverter<Place>>();
        configuration.Properties<EdtfDate>().HaveConversion<DateConverter>();
    }
}

internal sealed class EntityConverter<T>() : ValueConverter<T, string>(entity => entity.Id, id => Get(id))
    where T : class, IEntity<T>
{
    // An expression cannot name a static member of a type parameter.
    private static T Get(string id) => T.Get(id);
}

internal sealed class DateConverter()
    : ValueConverter<EdtfDate, string>(date => date.ToString(), text => EdtfDate.Parse(text));
