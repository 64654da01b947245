using DataPackage.Runtime;
using Microsoft.EntityFrameworkCore;

namespace DataPackage.EntityFrameworkCore.Tests;

public sealed class ColumnTests : IDisposable
{
    private readonly Agenda _agenda = new();

    public void Dispose() => _agenda.Dispose();

    private Meeting Save(Meeting meeting)
    {
        _agenda.Add(meeting);
        _agenda.SaveChanges();
        _agenda.ChangeTracker.Clear();
        return _agenda.Meetings.Single();
    }

    [Fact]
    public void An_entity_is_its_id()
    {
        var read = Save(new Meeting { Host = Persons.SteveWitkoff });

        Assert.Same(Persons.SteveWitkoff, read.Host);
        Assert.Equal("steve-witkoff", _agenda.Stored("Host"));
        Assert.Null(read.Guest);
        Assert.Null(_agenda.Stored("Guest"));
        Assert.Equal(1, _agenda.Meetings.Count(meeting => meeting.Host == Persons.SteveWitkoff));
        Assert.Equal(0, _agenda.Meetings.Count(meeting => meeting.Host == Persons.MarcFogel));
        Assert.Equal(1, _agenda.Meetings.Count(meeting => meeting.Guest == null));
    }

    [Fact]
    public void An_abstract_kind_is_the_id_of_any_of_its_kinds()
    {
        var read = Save(new Meeting { Host = Persons.MarcFogel, Organizer = Organizations.Kremlin });
        Assert.Same(Organizations.Kremlin, read.Organizer);
        Assert.Equal("kremlin", _agenda.Stored("Organizer"));
        Assert.Equal(1, _agenda.Meetings.Count(meeting => meeting.Organizer == Organizations.Kremlin));
    }

    [Fact]
    public void Lists_are_queried_by_their_items()
    {
        var read = Save(
            new Meeting
            {
                Host = Persons.MarcFogel,
                Team = [Persons.SteveWitkoff, Persons.KirillDmitriev],
                Parties = [Organizations.Kremlin, Persons.DonaldTrump],
                Stops = [Places.Istanbul],
                Types = [EventType.Talks],
            }
        );

        Assert.Equal([Persons.SteveWitkoff, Persons.KirillDmitriev], read.Team);
        Assert.Equal("""["steve-witkoff","kirill-dmitriev"]""", _agenda.Stored("Team"));
        Assert.Equal("""["kremlin","donald-trump"]""", _agenda.Stored("Parties"));
        Assert.Equal([Places.Istanbul], read.Stops);
        Assert.Equal("""["talks"]""", _agenda.Stored("Types"));
        Assert.Equal(1, _agenda.Meetings.Count(meeting => meeting.Team.Contains(Persons.KirillDmitriev)));
        Assert.Equal(0, _agenda.Meetings.Count(meeting => meeting.Team.Contains(Persons.MarcFogel)));

        read.Team.Add(Persons.MarcFogel);
        Assert.Equal(1, _agenda.SaveChanges());
    }

    [Fact]
    public void Values_are_texts()
    {
        var read = Save(
            new Meeting
            {
                Host = Persons.MarcFogel,
                Day = EdtfDate.Parse("2025-04~"),
                Costs = Money.Parse("12.50 EUR"),
                Title = LocalizedText.Of(("en", "Envoy"), ("ru", "Посланник")),
                HostedBy = OrganizationType.SovereignWealthFund,
                Status = EventStatus.Planned,
                Office = Persons.KirillDmitriev.Positions[0],
                Length = TimeSpan.FromMinutes(90),
            }
        );

        Assert.Equal("2025-04~", _agenda.Stored("Day"));
        Assert.Equal("12.50 EUR", _agenda.Stored("Costs"));
        Assert.Equal("""{"en":"Envoy","ru":"Посланник"}""", _agenda.Stored("Title"));
        Assert.Equal("sovereign-wealth-fund", _agenda.Stored("HostedBy"));
        Assert.Equal("planned", _agenda.Stored("Status"));
        Assert.Equal(EdtfDate.Parse("2025-04~"), read.Day);
        Assert.Equal(Money.Parse("12.50 EUR"), read.Costs);
        Assert.Equal("Посланник", read.Title!["ru"]);
        Assert.Equal(OrganizationType.SovereignWealthFund, read.HostedBy);
        Assert.Equal(Persons.KirillDmitriev.Positions[0], read.Office);
        Assert.Equal(TimeSpan.FromMinutes(90), read.Length);
        Assert.Equal(1, _agenda.Meetings.Count(meeting => meeting.HostedBy == OrganizationType.SovereignWealthFund));
        Assert.Equal(1, _agenda.Meetings.Count(meeting => meeting.Costs == Money.Parse("12.50 EUR")));
    }

    [Fact]
    public void An_unknown_id_is_an_error_that_suggests_the_nearest()
    {
        _agenda.Database.ExecuteSql(
            $"""
            INSERT INTO Meetings (Host, Status, Team, Parties, Stops, Types)
            VALUES ('kiril-dmitriev', 'planned', '[]', '[]', '[]', '[]')
            """
        );

        var unknown = Assert.Throws<FormatException>(() => _agenda.Meetings.Single());

        Assert.Equal(
            "There is no Person with the id 'kiril-dmitriev'. Did you mean 'kirill-dmitriev'?",
            unknown.Message
        );
    }

    [Fact]
    public void A_changed_copy_of_an_entity_is_refused()
    {
        _agenda.Add(new Meeting { Host = Persons.MarcFogel with { Name = new("en", "Nobody") } });

        var refused = Assert.Throws<DbUpdateException>(() => _agenda.SaveChanges());

        Assert.Contains(
            "This Person with the id 'marc-fogel' is not the package's own but a changed copy",
            Assert.IsType<FormatException>(refused.InnerException).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Days_months_and_years_sort_by_their_start()
    {
        foreach (var day in new[] { "2025-04-02", "2024", "2025-04", "2025" })
            _agenda.Add(new Meeting { Host = Persons.MarcFogel, Day = EdtfDate.Parse(day) });
        _agenda.SaveChanges();

        Assert.Equal(
            ["2024", "2025", "2025-04", "2025-04-02"],
            _agenda.Meetings.OrderBy(meeting => meeting.Day).Select(meeting => meeting.Day!.ToString()).ToList()
        );
    }

    [Fact]
    public void An_assembly_without_a_data_package_is_refused()
    {
        using var wrong = new WrongAssembly();

        var refused = Assert.Throws<ArgumentException>(() => wrong.Model);

        Assert.StartsWith(
            "The assembly 'System.Private.CoreLib' has no data package: it has no kind.",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parts_of_a_row_and_derived_types_have_the_same_columns()
    {
        using var shop = new Shop();
        shop.Add(
            new Auction
            {
                Price = Money.Parse("12.50 EUR"),
                Places = [Places.Istanbul],
                Bidders = [Persons.MarcFogel],
                Terms = new Terms { Guarantor = Persons.DonaldTrump, Witnesses = [Persons.JoeBiden] },
            }
        );
        shop.SaveChanges();
        shop.ChangeTracker.Clear();

        var read = shop.Set<Auction>().Single(sale => sale.Terms.Guarantor == Persons.DonaldTrump);

        Assert.Equal([Persons.JoeBiden], read.Terms.Witnesses);
        Assert.Equal([Persons.MarcFogel], read.Bidders);
        Assert.Equal([Places.Istanbul], read.Places);
    }

    [Fact]
    public void An_equal_text_is_no_change()
    {
        var read = Save(new Meeting { Host = Persons.MarcFogel, Title = new("en", "Envoy") });

        read.Title = new("en", "Envoy");
        Assert.Equal(0, _agenda.SaveChanges());

        read.Title = read.Title.With("de", "Gesandter");
        Assert.Equal(1, _agenda.SaveChanges());
    }

    [Fact]
    public void Amounts_can_have_two_columns_to_sum_them()
    {
        using var shop = new Shop();
        shop.Add(new Sale { Price = Money.Parse("12.50 EUR") });
        shop.Add(new Sale { Price = Money.Parse("7.00 EUR") });
        shop.SaveChanges();

        Assert.Equal(2, shop.Sales.Count(sale => sale.Price.Currency == "EUR"));
        Assert.Equal(12.5m, shop.Sales.AsEnumerable().Max(sale => sale.Price.Amount));
    }

    private sealed class WrongAssembly : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) =>
            options.UseSqlite("Data Source=:memory:");

        protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
            configuration.UseDataPackage(typeof(string).Assembly);
    }
}
