using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataPackage.Tool.Tests.Site;

/// <summary>When things happened, as a drawing and in words.</summary>
public class TimelineTests
{
    private const string Drawn = "The timeline as a drawing";
    private const string Page = "site/en/timeline/index.html";

    private const string Reign = """
        caption: name
        temporal: { start: from, end: to }
        properties:
          name: { type: text, localized: true, description: Whose. }
          from: { type: date, description: Its start. }
          to: { type: date, description: Its end. }
          before: { range: Reign, description: The one before. }

        """;

    private const string Battle = """
        caption: name
        temporal: { start: date }
        properties:
          name: { type: text, description: Where. }
          date: { type: date, description: When. }
          reign: { range: Reign, description: In whose. }

        """;

    private static TempFolder Site(string reigns, string battles = "", string languages = "en")
    {
        var folder = new TempFolder()
            .With("seeds/datapackage.yaml", "namespace: Times\nlanguage: en\n")
            .With("seeds/schema/Reign.yaml", Reign)
            .With("seeds/schema/Battle.yaml", Battle)
            .With("seeds/reigns.yaml", reigns)
            .With("seeds/battles.yaml", battles);
        var run = folder.Run("site", "-o", "site", "--languages", languages);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return folder;
    }

    [Theory]
    [InlineData("1990", "sure")]
    [InlineData("1990-02", "sure")]
    [InlineData("1990/1995", "sure")]
    [InlineData("1990?", "may")]
    [InlineData("1990~", "may")]
    [InlineData("199X", "may")]
    [InlineData("\"[1990,1992]\"", "may")]
    [InlineData("\"[1990..1992]\"", "may")]
    [InlineData("1990~/1995", "may,sure")]
    [InlineData("1990/1995%", "sure,may")]
    [InlineData("1990?/1995?", "may,sure,may")]
    [InlineData("1990/..", "sure,sure arrow")]
    [InlineData("../1995", "sure,sure arrow")]
    [InlineData("1990/", "sure,may,may arrow")]
    [InlineData("/1995", "may,sure,may arrow")]
    [InlineData("\"[..1990]\"", "may,may arrow")]
    [InlineData("\"[1990..]\"", "may,may arrow")]
    public void What_is_certain_is_whole_what_is_possible_is_dashed_and_what_is_open_has_an_arrow(
        string date,
        string bars
    )
    {
        using var folder = Site("", $"a: {{ name: A, date: 1980 }}\nb: {{ name: B, date: {date} }}\n");
        var drawing = Drawing.Of(folder.Text(Page), Drawn);
        Assert.Equal(["sure"], drawing.Bars("/battles/a/"));
        Assert.Equal(bars.Split(','), drawing.Bars("/battles/b/"));
    }

    [Theory]
    [InlineData("from: 1990, to: 1995", "sure")]
    [InlineData("from: 1990", "sure,sure arrow")]
    [InlineData("from: 1990~", "may,sure,sure arrow")]
    [InlineData("from: 1990~, to: 1995", "may,sure")]
    [InlineData("from: 1990, to: \"[1995,1997]\"", "sure,may")]
    [InlineData("from: 1990, to: 1990-05~", "sure,may")]
    [InlineData("from: 199X, to: 199X", "may")]
    public void A_time_with_two_dates_is_certain_between_the_days_on_which_it_may_start_and_end(
        string dates,
        string bars
    )
    {
        using var folder = Site($"a: {{ name: A, from: 1980, to: 1981 }}\nb: {{ name: B, {dates} }}\n");
        Assert.Equal(bars.Split(','), Drawing.Of(folder.Text(Page), Drawn).Bars("/reigns/b/"));
    }

    [Fact]
    public void The_table_has_all_rows_of_the_drawing_in_its_order()
    {
        using var folder = Site(
            "late: { name: Late, from: 1900, to: 1910 }\nearly: { name: Early, from: 1800~ }\nnever: { name: Never }\n",
            "b: { name: B, date: 1850 }\na: { name: A, date: 1850 }\nopen: { name: Open, date: \"[..1820]\" }\n"
        );
        var page = folder.Text(Page);
        string[] rows =
        [
            .. Regex.Matches(page, "<th scope=\"row\"><a href=\"([^\"]*)\"").Select(row => row.Groups[1].Value),
        ];
        Assert.Equal(rows, Drawing.Of(page, Drawn).Links);
        Assert.Equal(["open", "early", "a", "b", "late"], rows.Select(row => row.Split('/')[^2]));
        Assert.Contains("1900 to 1910", page, StringComparison.Ordinal);
        Assert.Contains("from about 1800 on", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-04-01", "2025-04-09", "4 April 2025")]
    [InlineData("2025-04-01", "2025-09-20", "June 2025")]
    [InlineData("1990-01-01", "1997-03-01", "1993")]
    [InlineData("1800", "1999", "1850")]
    [InlineData("-0999", "1000", "500 BC")]
    [InlineData("-0043", "0014", "40 BC")]
    [InlineData("-0002", "0003", "2 BC")]
    [InlineData("Y-170000002", "Y17000002", "100,000,000 BC")]
    public void The_axis_has_days_months_years_or_many_years_as_the_span_is_long(string from, string to, string name)
    {
        using var folder = Site("", $"a: {{ name: A, date: {from} }}\nb: {{ name: B, date: {to} }}\n");
        var texts = Drawing.Of(folder.Text(Page), Drawn).Texts;
        var axis = texts.Where(text => text.Y == texts[0].Y).ToList();
        Assert.Contains(name, axis.Select(text => text.Text));
        Assert.InRange(axis.Count, 3, 12);
        Assert.DoesNotContain("0", axis.Select(text => text.Text));
        Assert.Equal(axis.Count, axis.Select(text => text.Text).Distinct().Count());
        foreach (var (one, other) in axis.Zip(axis.Skip(1)))
            Assert.False(one.Overlaps(other), $"'{one.Text}' is over '{other.Text}'");
    }

    [Fact]
    public void Labels_are_within_the_drawing_and_a_long_one_is_shortened()
    {
        var name = string.Concat(Enumerable.Repeat("Wide words, ", 30));
        using var folder = Site(
            $"a: {{ name: \"{name}\", from: 1900, to: 1999 }}\nb: {{ name: \"{name}\", from: 1900, to: 1901 }}\n"
                + $"c: {{ name: \"{name}\", from: 1998, to: 1999 }}\n"
                + $"d: {{ name: \"{name}\", from: 1950-01-01, to: 1950-01-01 }}\n"
        );
        var page = folder.Text(Page);
        var drawing = Drawing.Of(page, Drawn);
        foreach (var text in drawing.Texts)
        {
            Assert.InRange(text.Left, 0, drawing.Width);
            Assert.InRange(text.Right, 0, drawing.Width);
        }

        Assert.Equal(4, drawing.Texts.Count(text => text.Text.EndsWith('\u2026')));
        Assert.Contains($"<title>{name}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_entities_are_on_several_pages_each_in_order_of_time()
    {
        using var folder = Site(
            "",
            string.Concat(Enumerable.Range(0, 420).Select(n => $"b{n}: {{ name: B{n}, date: {1999 - n} }}\n"))
        );
        Assert.Equal(
            ["index.html", "part-2.html", "part-3.html", "part-4.html", "part-5.html"],
            folder.Files("site/en/timeline").Keys
        );
        var first = Drawing.Of(folder.Text(Page), Drawn);
        var last = Drawing.Of(folder.Text("site/en/timeline/part-5.html"), Drawn);
        Assert.Equal((100, 20), (first.Links.Count, last.Links.Count));
        Assert.Contains("/battles/b419/", first.Links[0], StringComparison.Ordinal);
        Assert.Contains("/battles/b0/", last.Links[^1], StringComparison.Ordinal);
        Assert.Contains("href=\"part-2.html\"", folder.Text(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_times_has_no_timeline_and_no_link_to_one()
    {
        using var folder = Site("a: { name: A }\n");
        Assert.False(Directory.Exists(folder.PathOf("site/en/timeline")));
        Assert.False(File.Exists(folder.PathOf("site/timeline.json")));
        foreach (var (path, text) in folder.Files("site"))
            Assert.False(text.Contains("timeline/index.html", StringComparison.Ordinal), path);
    }

    [Fact]
    public void The_page_of_an_entity_has_its_time_and_those_of_its_neighbours()
    {
        using var folder = Site(
            "a: { name: A, from: 1900, to: 1910 }\nb: { name: B, from: 1911, to: 1920, before: a }\n"
                + "alone: { name: C, from: 1700 }\n",
            "x: { name: X, date: 1915, reign: b }\ny: { name: Y, date: 1905, reign: a }\n"
        );
        var page = folder.Text("site/en/reigns/b/index.html");
        Assert.Equal(["a", "b", "x"], Drawing.Of(page, Drawn).Links.Select(EntityOf));
        Assert.Null(Drawing.Find(folder.Text("site/en/reigns/alone/index.html"), Drawn));

        static string EntityOf(string link) => link == "index.html" ? "b" : link.Split('/')[^2];
    }

    [Fact]
    public void Time_runs_from_left_to_right_in_languages_that_do_not()
    {
        using var folder = Site("a: { name: { en: A, ar: \u0623 }, from: 1900, to: 1910 }\n", languages: "ar");
        var page = folder.Text("site/ar/timeline/index.html");
        Assert.Contains("dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains("direction=\"ltr\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_each_time_with_its_first_and_last_possible_day()
    {
        using var folder = Site(
            "a: { name: { de: Augustus, en: Augustus }, from: -0026-01-16, to: 0014-08-19? }\n"
                + "b: { name: B, from: 1999 }\n",
            "c: { name: C, date: Y-170000002 }\nd: { name: D, date: \"[..1990]\" }\n"
        );
        var rows = JsonDocument.Parse(folder.Text("site/timeline.json")).RootElement.GetProperty("entities");
        Assert.Equal(
            [
                "Battle/d D battles/d.json date: [..1990] null 1990-12-31",
                "Battle/c C battles/c.json date: Y-170000002 Y-170000002 Y-170000002",
                "Reign/a Augustus reigns/a.json start: -0026-01-16 -0026-01-16 -0026-01-16 "
                    + "end: 0014-08-19? 0014-08-19 0014-08-19",
                "Reign/b B reigns/b.json start: 1999 1999-01-01 1999-12-31 end: null",
            ],
            rows.EnumerateArray().Select(row => string.Join(' ', row.EnumerateObject().Select(Line)))
        );
        Assert.Contains("href=\"../../timeline.json\"", folder.Text(Page), StringComparison.Ordinal);

        static string Line(JsonProperty member) =>
            member.Name is "entity" or "caption" or "data" ? Shown(member.Value)
            : member.Value.ValueKind == JsonValueKind.Object
                ? $"{member.Name}: {string.Join(' ', member.Value.EnumerateObject().Select(each => Shown(each.Value)))}"
            : $"{member.Name}: {Shown(member.Value)}";

        static string Shown(JsonElement value) => value.GetString() ?? "null";
    }
}
