using DataPackage.Runtime;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataPackage.EntityFrameworkCore.Tests;

/// <summary>A row with each type of column that a data package has.</summary>
internal sealed class Meeting
{
    public int Id { get; set; }

    public required Person Host { get; set; }

    public Person? Guest { get; set; }

    public IAgent? Organizer { get; set; }

    public Place? Where { get; set; }

    public EdtfDate? Day { get; set; }

    public Money? Costs { get; set; }

    public LocalizedText? Title { get; set; }

    public OrganizationType? HostedBy { get; set; }

    public EventStatus Status { get; set; }

    public Position? Office { get; set; }

    public TimeSpan? Length { get; set; }

    public List<Person> Team { get; set; } = [];

    public IList<IAgent> Parties { get; set; } = [];

    public IReadOnlyList<Place> Stops { get; set; } = [];

    public EventType[] Types { get; set; } = [];
}

/// <summary>A database in memory, which is gone with the context.</summary>
internal sealed class Agenda : DbContext
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public Agenda()
    {
        _connection.Open();
        Database.EnsureCreated();
    }

    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <summary>The value of a column as SQL sees it.</summary>
    public string? Stored(string column)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT \"{column}\" FROM Meetings";
        return command.ExecuteScalar() as string;
    }

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(_connection);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UseDataPackage<Person>();

    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
    }
}
