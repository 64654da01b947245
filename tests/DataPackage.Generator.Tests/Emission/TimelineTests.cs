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
    public void Whatever_shares_a_day_is_there_in_the_order_of_first_days(string first, string last, string expected) =>
        Assert.Equal(
            expected,
            Ask(
                "Voyages",
                DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture),
                DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Theory]
    [InlineData("1902-01-31", "vague, great, small")]
    [InlineData("1902-02", "vague, late")]
    [InlineData("1902-02/..", "vague, late")]
    [InlineData("../1902-01-01", "vague, great")]
    public void A_date_stands_for_all_days_that_it_can_mean(string date, string expected) =>
        Assert.Equal(expected, Ask("Storms", EdtfDate.Parse(date)));

    [Theory]
    [InlineData("../1890", "before-christ, from-long-ago, in-doubt")]
    [InlineData("1904-03/..", "for-ever, in-the-far-future")]
    public void What_lies_beyond_the_years_1_to_9999_is_met_by_dates_without_a_bound(string date, string expected) =>
        Assert.Equal(expected, Ask("Voyages", EdtfDate.Parse(date)));

    [Fact]
    public void A_last_day_before_the_first_is_a_mistake_of_the_caller()
    {
        var failure = Assert.Throws<System.Reflection.TargetInvocationException>(() =>
            Ask("Storms", new DateOnly(1902, 2, 1), new DateOnly(1902, 1, 1))
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

    private static string Ask(string catalog, params object[] when) =>
        string.Join(
            ", ",
            ((System.Collections.IEnumerable)Voyages.Call(catalog, "During", when)!)
                .Cast<IEntity>()
                .Select(entity => entity.Id)
        );
}
