using System.Text;

namespace DataPackage.Generator.Tests.Model;

/// <summary>Many mistakes of one sort cost hardly more than as many right values, and the first hundred still get
/// suggestions.</summary>
public class ManyMistakesTests
{
    [Theory]
    [InlineData(
        "countries: { range: Country, cardinality: many, by: code }",
        "code: C{0}X",
        "countries: [C{0}X]",
        "countries: [C{0}Y]"
    )]
    [InlineData("home: { range: Country }", "code: x", "home: country-{0}", "home: countrx-{0}")]
    [InlineData("home: { range: Any }", "code: x", "home: country-{0}", "home: countrx-{0}")]
    [InlineData("size: { type: enum, values: { small: x, large: y } }", "code: x", "size: small", "size: smal")]
    [InlineData("size: { type: text }", "code: x", "size: small", "sizo: small")]
    public void Six_thousand_mistakes_in_a_file_cost_at_most_twice_what_as_many_right_values_cost(
        string property,
        string country,
        string right,
        string wrong
    )
    {
        long Cost(int count, string value, out IReadOnlyList<string> texts)
        {
            var seeds = new SeedSet()
                .With("schema/Any.yaml", "abstract: true\nproperties: {}\n")
                .With("schema/Country.yaml", "plural: Countries\nextends: Any\nproperties: { code: { type: text } }\n")
                .With("schema/Ship.yaml", $"extends: Any\nproperties:\n  {property}\n")
                .With(
                    "countries.yaml",
                    Rows(
                        count,
                        i =>
                            $"country-{i}: {{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, country, i)} }}"
                    )
                )
                .With(
                    "ships.yaml",
                    Rows(
                        count,
                        i =>
                            $"ship-{i}: {{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, value, i)} }}"
                    )
                );
            var driver = SeedSet.CreateDriver(seeds.Texts);
            var compilation = SeedSet.CreateCompilation();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = driver.RunGenerators(compilation).GetRunResult();
            texts = [.. result.Diagnostics.Select(diagnostic => diagnostic.GetMessage(null))];
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Cost(10, wrong, out _);
        var cost = Cost(6_000, right, out var none);
        Assert.Empty(none);
        Assert.InRange(Cost(6_000, wrong, out var texts), 0, 2 * cost);
        Assert.Equal(SeedLimitsMessages + 1, texts.Count);
        // The first messages search all names; the last ones find only single slips.
        Assert.All(
            texts.Take(SeedLimitsMessages),
            text => Assert.Contains("did you mean", text, StringComparison.Ordinal)
        );
        Assert.Contains("There are 5,900 more mistakes", texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Six_hundred_mentions_of_nobody_are_a_hundred_messages_that_say_who_was_meant()
    {
        var generated = new SeedSet()
            .With("schema/Ship.yaml", "findBy: [name]\nproperties: { name: { type: text } }\n")
            .With("ships.yaml", Rows(600, i => $"ship-of-the-line-{i}: {{ name: Ship {i} }}"))
            .With(
                "articles/log.md",
                "---\ntitle: Log\nmentions:\n" + Rows(600, i => $"- shap-of-the-line-{i}") + "---\nNobody.\n"
            )
            .Generate();

        var mentions = generated
            .Texts.Where(text => text.StartsWith("There is no entity", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(SeedLimitsMessages, mentions.Count);
        Assert.All(
            mentions,
            text => Assert.Contains("did you mean 'ship-of-the-line-", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_unknown_for_is_told_what_was_meant_a_hundred_times()
    {
        var generated = Samples
            .Harbours()
            .With(
                "ships/x.yaml",
                $"name: X\ncitations:\n- {{ article: log, quote: Some ship, for: [{string.Join(", ", Enumerable.Repeat("homo", 600))}] }}\n"
            )
            .Generate();

        Assert.Equal(
            SeedLimitsMessages,
            generated.Texts.Count(text => text.Contains("did you mean 'home'", StringComparison.Ordinal))
        );
        Assert.Contains(
            generated.Texts,
            text => text.StartsWith("There are 500 more mistakes", StringComparison.Ordinal)
        );
    }

    private const int SeedLimitsMessages = Engine.Diagnostics.SeedLimits.Messages;

    private static string Rows(int count, Func<int, string> row)
    {
        var rows = new StringBuilder();
        for (var i = 0; i < count; i++)
            rows.Append(row(i)).Append('\n');
        return rows.ToString();
    }
}
