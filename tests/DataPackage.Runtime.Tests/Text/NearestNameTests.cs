using CsCheck;
using DataPackage.Shared.Names;

namespace DataPackage.Runtime.Tests.Text;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("kiril-dmitriev", "kirill-dmitriev")]
    [InlineData("kirlil-dmitriev", "kirill-dmitriev")]
    [InlineData("KIRILL-DMITRIEV", "kirill-dmitriev")]
    [InlineData("dmitriev", "kirill-dmitriev")]
    [InlineData("sergey", "sergey-lavrov")]
    [InlineData("istambul", "istanbul")]
    [InlineData("moscow", null)]
    [InlineData("er", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_offered_where_one_is_near(string wanted, string? nearest) =>
        Assert.Equal(
            nearest,
            NearestName.Find(wanted, ["sergey-lavrov", "kirill-dmitriev", "istanbul", "gul-of-istanbul"])
        );

    [Theory]
    [InlineData("nane", "name", "Name,nape,name,NAME")]
    [InlineData("FOO", "Foo", "foo,fOo,Foo")]
    [InlineData("ab", "ba", "ba,xyz")]
    [InlineData("date", "dates", "dates,startdate")]
    public void The_fewest_edits_win_then_equal_case_then_ordinal_order(
        string wanted,
        string nearest,
        string candidates
    )
    {
        var names = candidates.Split(',');

        Assert.Equal(nearest, NearestName.Find(wanted, names));
        Assert.Equal(nearest, NearestName.Find(wanted, names.Reverse()));
    }

    [Fact]
    public void A_name_that_starts_with_the_wanted_one_precedes_a_shorter_one_that_contains_it() =>
        Assert.Equal(
            "lavrov-the-younger",
            NearestName.Find("lavrov", ["sergey-lavrov", "lavrov-the-younger", "lavrov-the-youngest"])
        );

    [Fact]
    public void Overlong_names_are_neither_looked_for_nor_offered()
    {
        Assert.Null(NearestName.Find(new string('a', 257), [new string('a', 256)]));
        Assert.Null(NearestName.Find(new string('a', 256), [new string('a', 257)]));
        Assert.NotNull(NearestName.Find(new string('b', 255), [new string('b', 256)]));
    }

    [Fact]
    public void The_cutoff_finds_what_the_full_distance_finds()
    {
        var name = Gen.String[Gen.Char["abAB"], 1, 9];
        Gen.Select(name, name.Array[0, 8])
            .Sample(
                (wanted, candidates) =>
                {
                    var near = candidates
                        .Select(candidate => (Cost: Cost(wanted, candidate), Name: candidate))
                        .Where(pair => pair.Cost / 1000 <= Math.Max(1, wanted.Length / 3))
                        .OrderBy(pair => pair.Cost)
                        .ThenBy(pair => pair.Name, StringComparer.Ordinal)
                        .Select(pair => pair.Name)
                        .FirstOrDefault();
                    return near is null || NearestName.Find(wanted, candidates) == near;
                }
            );
    }

    /// <summary>Optimal string alignment over the whole matrix: 1000 for an edit, 1 for a difference in case.</summary>
    private static int Cost(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = 1000 * (i + j);
                    continue;
                }

                var best = Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1000;
                best = Math.Min(best, cost[i - 1, j - 1] + Replacement(a[i - 1], b[j - 1]));
                if (i > 1 && j > 1 && Replacement(a[i - 1], b[j - 2]) <= 1 && Replacement(a[i - 2], b[j - 1]) <= 1)
                    best = Math.Min(best, cost[i - 2, j - 2] + 1000);
                cost[i, j] = best;
            }
        }

        return cost[a.Length, b.Length];
    }

    private static int Replacement(char a, char b) =>
        a == b ? 0
        : (a | 0x20) == (b | 0x20) ? 1
        : 1000;
}
