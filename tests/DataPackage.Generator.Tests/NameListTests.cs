using DataPackage.Engine.Diagnostics;
using DataPackage.Shared.Names;
using DataPackage.Testing;

namespace DataPackage.Generator.Tests;

/// <summary>Suggestions among any number of names, within the work that the step may spend.</summary>
public class NameListTests
{
    private static readonly string[] Syllables =
    [
        "an",
        "bo",
        "ca",
        "do",
        "el",
        "fi",
        "go",
        "ha",
        "is",
        "jo",
        "ka",
        "lu",
        "ma",
        "no",
        "os",
        "pe",
        "ra",
        "si",
        "to",
        "ul",
        "ve",
        "wi",
        "xa",
        "yo",
        "zu",
    ];

    [Theory]
    [InlineData(50_000, SuggestionWork.OfSeed)]
    [InlineData(50_000, SuggestionWork.LeastOfSeed)]
    public void A_slip_of_the_finger_among_fifty_thousand_ids_finds_the_right_one(int count, int most)
    {
        var random = new Random(1);
        var names = Enumerable
            .Range(0, count)
            .Select(i =>
                string.Concat(Enumerable.Range(0, 5 + (i % 4)).Select(_ => Syllables[random.Next(Syllables.Length)]))
                + (i % 3 == 0 ? $"-{i}" : "")
            )
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        var list = NameList.OfOrdered(names);
        var right = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var name = names[random.Next(names.Length)];
            if (NameList.FindNearest(Slip(name, random), [list], new SuggestionWork(most)) == name)
                right++;
        }

        Assert.InRange(right, 900, 1_000);
    }

    [Fact]
    public void Among_a_few_names_the_nearest_is_found_as_the_runtime_finds_it()
    {
        var random = new Random(2);
        for (var i = 0; i < 500; i++)
        {
            var names = Enumerable
                .Range(0, random.Next(1, 30))
                .Select(_ =>
                    string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Syllables[random.Next(6)]))
                )
                .ToArray();
            var wanted = Slip(names[random.Next(names.Length)], random);
            Assert.Equal(
                NearestName.Find(wanted, names),
                NameList.FindNearest(wanted, [NameList.Of(names)], new SuggestionWork(SuggestionWork.OfSeed))
            );
        }
    }

    [Theory]
    [InlineData("istambul", "istanbul")]
    [InlineData("ISTANBUL", "istanbul")]
    [InlineData("istanbull", "istanbul")]
    [InlineData("sitanbul", "istanbul")]
    [InlineData("istxnbxl", "istanbul")]
    [InlineData("istan", "istanbul")]
    [InlineData("sydney", null)]
    [InlineData("", null)]
    public void Among_many_names_two_letters_may_be_wrong_and_a_beginning_is_enough(string wanted, string? nearest)
    {
        var names = Enumerable
            .Range(0, 20_000)
            .Select(i => $"zz-{i:00000}-zz")
            .Append("istanbul")
            .Append("istanbul")
            .ToArray();

        Assert.Equal(
            nearest,
            NameList.FindNearest(wanted, [NameList.Of(names)], new SuggestionWork(SuggestionWork.LeastOfSeed))
        );
        Assert.Equal(
            nearest,
            NameList.FindNearest(
                wanted,
                [NameList.Of(["x"]), NameList.Of(names)],
                new SuggestionWork(SuggestionWork.LeastOfSeed)
            )
        );
    }

    /// <summary>For any length and similarity of names: the step may spend a fixed amount of work, and spent work does
    /// not come back.</summary>
    [Theory]
    [InlineData(1_000, 100, 6)]
    [InlineData(1_000, 122, 6)]
    [InlineData(30_000, 3, 8)]
    public void A_hundred_suggestions_among_names_that_are_all_alike_cost_no_more_than_the_step_may_spend(
        int count,
        int length,
        int digits
    )
    {
        var list = NameList.Of(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    new string('a', length)
                    + i.ToString(new string('0', digits), System.Globalization.CultureInfo.InvariantCulture)
                )
        );
        var work = new SuggestionWork(SuggestionWork.OfSeed);
        var before = work.Left;
        for (var i = 0; i < SeedLimits.Messages; i++)
        {
            NameList.FindNearest(new string('b', length + digits), [list], work);
            Assert.InRange(work.Left, 0, before);
            before = work.Left;
        }
    }

    /// <summary>The sum over all seeds is the budget of a build, or the minimum of each if there are very
    /// many.</summary>
    [Fact]
    public void All_seeds_together_spend_what_a_build_may()
    {
        foreach (var seeds in new[] { 1, 2, 3, 64, 65, 100, 1_000, 2_049, 50_000, SeedLimits.Files })
        {
            var share = SuggestionWork.PerSeed(seeds);
            Assert.InRange(share, SuggestionWork.LeastOfSeed, SuggestionWork.OfSeed);
            Assert.InRange(
                (long)share * seeds,
                0,
                Math.Max(SuggestionWork.OfBuild, (long)SuggestionWork.LeastOfSeed * seeds)
            );
        }
    }

    /// <summary>There is one way to suggest a name, so all suggestions share the work that a step may spend.</summary>
    [Fact]
    public void Nothing_in_the_engine_looks_for_the_nearest_name_by_itself()
    {
        var sources = Directory
            .EnumerateFiles(Repository.PathOf("src/DataPackage.Engine"), "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .ToList();

        Assert.NotEmpty(sources);
        Assert.Equal(
            ["NameList.cs"],
            sources
                .Where(path => File.ReadAllText(path).Contains("NearestName.Find(", StringComparison.Ordinal))
                .Select(Path.GetFileName)
        );
    }

    private static string Slip(string name, Random random)
    {
        var at = random.Next(name.Length);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => name[..at] + letter + name[at..],
            1 when name.Length > 1 => name.Remove(at, 1),
            2 when at > 0 => name[..(at - 1)] + name[at] + name[at - 1] + name[(at + 1)..],
            _ => name[..at] + letter + name[(at + 1)..],
        };
    }
}
