using DataPackage.Engine.Syntax;
using DataPackage.Generator.Tests.Fuzz;
using Microsoft.CodeAnalysis;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>The valid names of seeds, and the generator's messages about others to a host without the build's
/// check.</summary>
public class SeedNamesTests
{
    private static readonly string[] Good =
    [
        "a",
        "x-1",
        "C#",
        "it's",
        "[draft]",
        "a+b",
        "k=v",
        "R&D",
        "one, two",
        "two  blanks",
        "(1)",
        "{x}",
        "~",
        "!",
        "^",
        "`",
        "-",
        ".x",
        "\u00fcber",
        "e\u0301",
        "\u65e5\u672c\u8a9e",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\ud83d\ude80",
        "console",
        "com",
        "com10",
        "nullable",
        "auxiliary",
        "lpt",
        "conin",
        "a.b.c",
        "x..y",
    ];

    private static readonly string[] Bad =
    [
        "\n",
        "a\nb",
        "\r\n/analyzer:x.dll\n",
        "\t",
        "\u0000",
        "\u0001",
        "\u001b[2J",
        "\u007f",
        "\u0085",
        "\u009f",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufffd",
        "\ufdd0",
        "\ud800",
        "\udc00",
        "\"",
        ";",
        "a;b",
        "%",
        "a%62",
        "$",
        "$(x)",
        "$([System.IO.File]::ReadAllText('x'))",
        "@",
        "@(y)",
        "*",
        "?",
        "<",
        ">",
        "|",
        ":",
        "a:b",
        "\\",
        "..\\x",
        " a",
        "a ",
        "\u00a0a",
        "a\u3000",
        "a.",
        "a..",
        " ",
        "con",
        "CON",
        "Con.x",
        "nul ",
        "nul .x",
        "aux.b.c",
        "prn",
        "com0",
        "COM9.x",
        "com\u00b9",
        "lpt\u00b2",
        "LPT\u00b3.y",
        "CONIN$",
        "conout$",
        "clock$",
    ];

    public static TheoryData<string> Allowed => [.. Good];

    /// <summary>By number, because the name of a test could not contain them.</summary>
    public static TheoryData<int> Refused => [.. Enumerable.Range(0, Bad.Length)];

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_name_that_every_file_system_holds_and_nothing_reads_as_something_else_is_a_seeds(string name)
    {
        Assert.Null(SeedNames.Refuse($"{name}.yaml"));
        Assert.Null(SeedNames.Refuse($"ships/{name}/x.md"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Another_is_refused_as_a_file_and_as_a_folder_at_any_depth(int number)
    {
        Assert.NotNull(SeedNames.Refuse($"{Bad[number]}/x.yaml"));
        Assert.NotNull(SeedNames.Refuse($"a/b/{Bad[number]}/c/x.yaml"));
        Assert.NotNull(SeedNames.Refuse($"a/{Bad[number]}"));
    }

    [Theory]
    [InlineData("/home/a%62/$(x)/@(y)/a;b/*/?/it's/<x>|/con/ x ./seeds", null)]
    [InlineData("C:\\a\\seeds", null)]
    [InlineData("/home/a\nb/seeds", "U+000A")]
    [InlineData("/home/a\u0085b/seeds", "U+0085")]
    [InlineData("/home/a\"b/seeds", "U+0022")]
    public void Folders_above_the_seeds_have_any_name_without_controls_and_quotation_marks(
        string path,
        string? character
    )
    {
        var reason = SeedNames.RefuseFullPath(path);

        Assert.Equal(character is null, reason is null);
        Assert.Contains(character ?? "", reason ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ships/Tern.yaml", "ships/tern.yaml")]
    [InlineData("Ships/x.yaml", "ships/y.yaml")]
    [InlineData("ships/\u00e9.yaml", "ships/e\u0301.yaml")]
    [InlineData("ships/\u00c9/x.yaml", "ships/e\u0301/y.yaml")]
    [InlineData("a/\u212a.yaml", "a/k.yaml")]
    [InlineData("x", "x/y.yaml")]
    public void Two_paths_that_some_file_system_takes_for_one_are_told(string first, string second)
    {
        // A file and a folder of one name can only exist one after the other.
        var collisions = SeedNames.FindCollisions([first, second]).ToList();

        if (second.StartsWith(first, StringComparison.Ordinal))
            Assert.Empty(collisions);
        else
            Assert.Equal(second, Assert.Single(collisions).SeedPath);
        Assert.Empty(SeedNames.FindCollisions([first, "other/" + second, "z.yaml"]));
    }

    /// <summary>Names combine parts that are known to be valid; every second name has one part that is known to be
    /// invalid.</summary>
    [Fact]
    public void Of_a_hundred_thousand_names_those_with_a_wrong_part_are_refused_and_no_other()
    {
        foreach (var seed in FuzzRun.FromEnvironment(100_000).Seeds)
        {
            var random = new Random(seed);
            var path = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Segment(random)).ToList();
            var isBad = random.Next(2) == 0;
            if (isBad)
                path[random.Next(path.Count)] = Spoil(Segment(random), random);

            Assert.True(
                isBad == SeedNames.Refuse(string.Join('/', path)) is not null,
                $"{FuzzRun.Again(seed)}: {string.Join('/', path.Select(part => string.Concat(part.Select(c => c is > ' ' and <= '~' ? $"{c}" : $"\\u{(int)c:X4}"))))}"
            );
        }
    }

    [Fact]
    public void The_generator_says_of_a_refused_name_what_the_build_says_and_reads_nothing_of_that_seed()
    {
        foreach (
            var (folder, text) in new[]
            {
                ("", "namespace: X\n"),
                ("schema/", "nonsense: ["),
                ("articles/", "no metadata"),
                ("ships/", "- - :"),
                ("schema/a\nb/", "x"),
            }
        )
        {
            foreach (var name in new[] { "a\nb", "a;b", "con", " x", "\u202ex", "a%62" })
            {
                var run = SeedSet
                    .CreateDriver(
                        new SeedSet().With("ships/tern.yaml", "name: Tern\n").With($"{folder}{name}.yaml", text).Texts
                    )
                    .RunGenerators(SeedSet.CreateCompilation())
                    .GetRunResult();

                var error = Assert.Single(
                    run.Diagnostics,
                    diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                );
                Assert.Equal("DP0022", error.Id);
                Assert.All(run.Diagnostics, diagnostic => Assert.DoesNotContain(diagnostic.ToString(), char.IsControl));
                Assert.Contains(
                    run.GeneratedTrees,
                    tree => tree.FilePath.EndsWith("Ship.g.cs", StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void The_generator_tells_of_two_seeds_that_are_one_where_case_makes_no_difference()
    {
        var run = SeedSet
            .CreateDriver(
                new SeedSet().With("ships/tern.yaml", "name: Tern\n").With("Ships/gull.yaml", "name: Gull\n").Texts
            )
            .RunGenerators(SeedSet.CreateCompilation())
            .GetRunResult();

        var error = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "DP0022");
        Assert.Equal(
            "A seed may not be called 'ships/tern.yaml': 'ships' is 'Ships' where case, or how a letter is encoded, makes no difference; rename it",
            error.GetMessage(null)
        );
    }

    /// <summary>A kind has the name of its folder. Windows reserves some folder names; 'cons' is not one of
    /// them.</summary>
    [Theory]
    [InlineData("cons", "Con")]
    [InlineData("auxes", "Aux")]
    [InlineData("nuls", "Nul")]
    [InlineData("prns", "Prn")]
    public void No_generated_file_has_a_name_that_Windows_keeps_for_a_device(string folder, string kind)
    {
        var run = SeedSet
            .CreateDriver(
                new SeedSet()
                    .With($"{folder}.yaml", "a: { name: A }\nb: { name: B }\n")
                    .With("datapackage.yaml", $"namespace: Seeded\nkinds:\n  {kind}: {{ source: {folder}.yaml }}\n")
                    .Texts
            )
            .RunGenerators(SeedSet.CreateCompilation())
            .GetRunResult();

        var names = run.Results.Single().GeneratedSources.Select(source => source.HintName).ToList();
        Assert.Contains($"{kind}_.g.cs", names);
        Assert.DoesNotContain(names, SeedNames.IsDevice);
    }

    private static string Segment(Random random)
    {
        while (true)
        {
            var segment = string.Concat(
                Enumerable.Range(0, random.Next(1, 4)).Select(_ => Good[random.Next(Good.Length)])
            );
            // Two valid parts may combine to an invalid one, such as 'com' and '1'.
            if (!SeedNames.IsDevice(segment))
                return segment;
        }
    }

    private static string Spoil(string segment, Random random)
    {
        const string Forbidden =
            "\";%$@*?<>|:\\\n\r\t\u0000\u001f\u007f\u0085\u0090\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffd\ud800";
        var place = random.Next(segment.Length + 1);
        // A lone surrogate must not become half of a pair.
        while (place < segment.Length && char.IsLowSurrogate(segment[place]))
            place++;
        return random.Next(5) switch
        {
            0 => " " + segment,
            1 => segment + (random.Next(2) == 0 ? " " : "\u00a0"),
            2 => segment + ".",
            3 => new[] { "con", "PRN", "aux", "Nul", "com1", "LPT\u00b3" }[random.Next(6)]
                + (random.Next(2) == 0 ? "" : "." + segment),
            _ => segment.Insert(place, Forbidden[random.Next(Forbidden.Length)].ToString()),
        };
    }
}
