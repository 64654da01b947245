using DataPackage.Runtime;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>The queries by time in the catalog of a kind with a time.</summary>
public class TimelineTests
{
    private static readonly Generated Voyages = new SeedSet()
        .With(
            "schema/Voyage.yaml",
            "temporal: { start: began, end: ended }\nproperties: { began: { type: date }, ended: { type: date } }\n"
        )
        .With("schema/Storm.yaml", "temporal: { start: date }\nproperties: { date: { type: date } }\n")
        .With(
            "voyages.yaml",
            """
            around-the-world: { began: 1901-05-03, ended: 1904-02 }
            to-the-north: { began: 1903, ended: 1903-09-30 }
            for-ever: { began: 1902-01-01 }
            from-long-ago: { ended: 1900-12-31 }
            never: {}
            in-doubt: { began: ../1880, ended: "[1891,1895]" }
            before-christ: { began: -0044-03-15, ended: -0043 }
            in-the-far-future: { began: Y170002, ended: Y170003 }
            """
        )
        .With(
            "storms.yaml",
            "great: { date: 1902-01 }\nsmall: { date: 1902-01-31 }\nlate: { date: 1902-02-01 }\nvague: { date: 190X }\n"
        )
        .Generate();

    [Theory]
    [InlineData("1903-06-01", "1903-06-30", "around-the-world, for-ever, to-the-north")]
    [InlineData("1904-02-29", "1904-02-29", "around-the-world, for-ever")]
    [InlineData("1904-03-01", "9999-12-31", "for-ever")]
    [InlineData("1895-12-31", "1900-12-30", "from-long-ago, in-doubt")]
    [InlineData("0001-01-01", "9999-12-31", "from-long-ago, in-doubt, around-the-world, for-ever, to-the-north")]
    public void Whatever_may_share_a_day_is_there_in_the_order_of_first_days(string first, string last, string expected)
    {
        Assert.Equal(expected, Ask("Voyages", "PossiblyDuring", Day(first), Day(last)));
    }

    [Theory]
    [InlineData("1903-06-01", "1903-06-30", "around-the-world, for-ever")]
    [InlineData("1903-01-01", "1903-12-31", "around-the-world, for-ever, to-the-north")]
    [InlineData("1904-02-01", "1904-02-01", "around-the-world, for-ever")]
    [InlineData("1904-02-29", "1904-02-29", "for-ever")]
    [InlineData("1900-12-31", "1900-12-31", "from-long-ago")]
    [InlineData("1880-01-01", "1895-12-31", "in-doubt")]
    [InlineData("1895-12-31", "1900-12-30", "")]
    [InlineData("0001-01-01", "0001-01-01", "")]
    public void What_is_known_to_share_a_day_has_started_by_the_last_and_not_ended_before_the_first(
        string first,
        string last,
        string expected
    ) => Assert.Equal(expected, Ask("Voyages", "During", Day(first), Day(last)));

    [Theory]
    [InlineData("1902-01-31", "small", "vague, great, small")]
    [InlineData("1902-02", "late", "vague, late")]
    [InlineData("1902-02/..", "late", "vague, late")]
    [InlineData("../1902-01-01", "", "vague, great")]
    [InlineData("1902", "great, small, late", "vague, great, small, late")]
    [InlineData("190X", "vague, great, small, late", "vague, great, small, late")]
    public void A_date_stands_for_all_days_that_it_can_mean(string date, string known, string possible) =>
        Assert.Equal(
            (known, possible),
            (Ask("Storms", "During", EdtfDate.Parse(date)), Ask("Storms", "PossiblyDuring", EdtfDate.Parse(date)))
        );

    /// <summary>Each form of a date: a question that knows it, one that may meet it, and one that cannot.</summary>
    [Theory]
    [InlineData("1985-04-12", "1985-04-12", null, "1985-04-13")]
    [InlineData("1985-04-12T23:20:30Z", "1985-04-12", null, "1985-04-13")]
    [InlineData("1985-04", "1985-04", "1985-04-12", "1985-05")]
    [InlineData("1985", "1985", "1985-04", "1986")]
    [InlineData("1985?", "1985", "1985-04", "1986")]
    [InlineData("1985~", "1985", "1985-04", "1984")]
    [InlineData("1985-04-12%", "1985-04-12", null, "1985-04-11")]
    [InlineData("198X", "1980/1989", "1985", "1990")]
    [InlineData("1985-XX-12", "1985", "1985-04-12", "1986")]
    [InlineData("XXXX-12-25", "../9999", "1985", null)]
    [InlineData("1985-21", "1985-03/1985-05", "1985-04", "1985-06")]
    [InlineData("1985-34", "1985-04/1985-06", "1985-04", "1985-07")]
    [InlineData("Y17E3", "1985/..", null, "1985")]
    [InlineData("1950S2", "1900/1999", "1950", "2000")]
    [InlineData("-0044-03-15", "../1985", null, "1985")]
    [InlineData("1985-04-12/1985-05-02", "1985-04-20", null, "1985-05-03")]
    [InlineData("1985-04/1985-06", "1985-05-10", "1985-04-10", "1985-07")]
    [InlineData("1985/1986", "1985-12-31", "1985-12-30", "1987")]
    [InlineData("1985/..", "1990", "1985-04", "1984")]
    [InlineData("1985/", "1985", "1990", "1984")]
    [InlineData("../1985", "1985", "1950", "1986")]
    [InlineData("/1985", "1985", "1950", "1986")]
    [InlineData("[1975,1976]", "1975/1976", "1975", "1977")]
    [InlineData("[1975-04-12,1976-04-12]", "1975/1976", "1975-04-12", "1977")]
    [InlineData("[..1985-04-12]", "../1985", "1985-04-12", "1986")]
    [InlineData("[..1985-04-12]", "../1985-04-12", "0001-01-01", "1985-04-13")]
    [InlineData("[1985-04-12..]", "1985-04-12/..", "1990", "1984")]
    [InlineData("[1985-04-12..1985-04-20]", "1985-04", "1985-04-15", "1985-05")]
    [InlineData("{1667,1670}", "1667", "1667-04", "1671")]
    [InlineData("{1667,1670}", "1670", "1668", "1666")]
    [InlineData("{1667-04-12,1667-05-12}", "1667-05-12", "1667-05-01", "1667-06")]
    [InlineData("{1667-04-12..1667-05-12}", "1667-05-01", null, "1667-06")]
    [InlineData("{1667..1670}", "1670", "1668-04", "1671")]
    [InlineData("{..1667}", "1667", "1660", "1668")]
    [InlineData("{1667..}", "1667", "1670", "1666")]
    public void Each_form_of_a_date_says_when_it_is_known_and_when_it_is_possible(
        string date,
        string known,
        string? possible,
        string? neither
    )
    {
        var generated = new SeedSet()
            .With("schema/Storm.yaml", "temporal: { start: date }\nproperties: { date: { type: date } }\n")
            .With("storms.yaml", $"it: {{ date: \"{date}\" }}\n")
            .Generate();

        Assert.Equal((known, "it", "it"), (known, Ask("During", known), Ask("PossiblyDuring", known)));
        if (possible is not null)
            Assert.Equal((possible, "", "it"), (possible, Ask("During", possible), Ask("PossiblyDuring", possible)));
        if (neither is not null)
            Assert.Equal((neither, "", ""), (neither, Ask("During", neither), Ask("PossiblyDuring", neither)));

        string Ask(string look, string when) => Ids(generated.Call("Storms", look, EdtfDate.Parse(when)));
    }

    /// <summary>An end that nobody knows, or for which claims compete, is not the same as no end.</summary>
    [Theory]
    [InlineData("{ value: , state: none }", "tern")]
    [InlineData("{ value: , state: unknown }", "")]
    [InlineData("[{ value: 1990 }, { value: 1991 }]", "")]
    public void What_ends_on_an_unknown_day_is_not_known_to_go_on(string end, string known)
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\n")
            .With(
                "schema/Ship.yaml",
                "temporal: { start: from, end: to }\nproperties:\n  from: { type: date }\n"
                    + "  to: { type: date, disputable: true }\n"
            )
            .With("ships/tern.yaml", $"from: 1985\nto: {end}\n")
            .Generate(
                """
                using System.Linq;

                namespace Seeded;

                internal static class Times
                {
                    public static string Known => string.Join(", ", Ships.During("3000").Select(ship => ship.Id));
                    public static string Possible => string.Join(", ", Ships.PossiblyDuring("3000").Select(ship => ship.Id));
                }
                """
            );

        Assert.Equal([], generated.CompilerMessages);
        Assert.Equal(
            (known, "tern"),
            ((string)generated.Call("Times", "Known")!, (string)generated.Call("Times", "Possible")!)
        );
    }

    [Theory]
    [InlineData("../1890", "before-christ, in-doubt", "before-christ, from-long-ago, in-doubt")]
    [InlineData("1904-03/..", "for-ever, in-the-far-future", "for-ever, in-the-far-future")]
    public void What_lies_beyond_the_years_1_to_9999_is_met_by_dates_without_a_bound(
        string date,
        string known,
        string possible
    ) =>
        Assert.Equal(
            (known, possible),
            (Ask("Voyages", "During", EdtfDate.Parse(date)), Ask("Voyages", "PossiblyDuring", EdtfDate.Parse(date)))
        );

    [Theory]
    [InlineData("During")]
    [InlineData("PossiblyDuring")]
    public void A_last_day_before_the_first_is_a_mistake_of_the_caller(string look)
    {
        var failure = Assert.Throws<System.Reflection.TargetInvocationException>(() =>
            Ask("Storms", look, new DateOnly(1902, 2, 1), new DateOnly(1902, 1, 1))
        );
        Assert.IsType<ArgumentException>(failure.InnerException);
    }

    [Fact]
    public void A_timeline_of_many_chunks_answers_as_a_scan_does()
    {
        var random = new Random(42);
        var days = Enumerable
            .Range(0, 5_000)
            .Select(i =>
                (
                    Id: $"v-{i}",
                    First: new DateOnly(1900, 1, 1).AddDays(random.Next(20_000)),
                    Length: random.Next(i % 100 == 0 ? 5_000 : 20)
                )
            )
            .ToList();
        var generated = new SeedSet()
            .With(
                "schema/Voyage.yaml",
                "temporal: { start: began, end: ended }\nproperties: { began: { type: date }, ended: { type: date } }\n"
            )
            .With(
                "voyages.yaml",
                string.Concat(
                    days.Select(day =>
                        FormattableString.Invariant(
                            $"{day.Id}: {{ began: {day.First:yyyy-MM-dd}, ended: {day.First.AddDays(day.Length):yyyy-MM-dd} }}\n"
                        )
                    )
                )
            )
            .Generate();

        for (var i = 0; i < 200; i++)
        {
            var first = new DateOnly(1895, 1, 1).AddDays(random.Next(23_000));
            var last = first.AddDays(random.Next(400));
            var expected = days.Where(day => day.First <= last && day.First.AddDays(day.Length) >= first)
                .OrderBy(day => day.First)
                .ThenBy(day => day.Id, StringComparer.Ordinal)
                .Select(day => day.Id);
            Assert.Equal(
                expected,
                ((System.Collections.IEnumerable)generated.Call("Voyages", "During", first, last)!)
                    .Cast<IEntity>()
                    .Select(voyage => voyage.Id)
            );
        }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Ask(string catalog, string look, params object[] when) =>
        Ids(Voyages.Call(catalog, look, when));

    private static string Ids(object? found) =>
        string.Join(", ", ((System.Collections.IEnumerable)found!).Cast<IEntity>().Select(entity => entity.Id));
}
