using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>Files that would crash, hang or mislead a compiler are one diagnostic each, on a thread with a small
/// stack.</summary>
public class HostileSeedsTests
{
    private const int SmallStack = 256 * 1024;

    private static string Bomb()
    {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (var i = 1; i < 10; i++)
            yaml += $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n";
        return yaml;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string> Attacks =>
        new()
        {
            { "? &a [*a]\n: x", "DP0005" },
            { "&a [*a, *a]", "DP0005" },
            { "a: &a { b: *a }", "DP0005" },
            { Bomb(), "DP0003" },
            { Repeat("[", 100_000), "DP0003" },
            { Repeat("{a: ", 100_000), "DP0003" },
            { Repeat("- ", 100_000), "DP0003" },
            { Repeat("? ", 10_000), "DP0005" },
            { Repeat("- ", 110) + "*nope", "DP0003" },
            { "a: *nope", "DP0002" },
            { "a: &b { c: 1 }\nd:\n  <<: [*b, { e: !!int x }]", "DP0005" },
            { MergeBomb(), "DP0003" },
            { "a: !!int x", "DP0005" },
            { "a: \"\\UFFFFFFFF\"", "DP0002" },
            { "k:\n{\n\uFEFF", "DP0004" },
            { "!![-]", "DP0002" },
            { "%TAG ! ", "DP0002" },
            { "...\n2", "DP0002" },
            { new string('k', 2_000) + ": x", "DP0003" },
            { "name: a\0b", "DP0004" },
            { "name: a\u0085b: c", "DP0004" },
            { "name: a\u2028b", "DP0004" },
            { "name: a\u202Eb", "DP0004" },
            { "name: a\uFFFDb", "DP0004" },
            { "name: a\uFFFEb", "DP0004" },
            { "name: x\nname: y", "DP0006" },
            { "name: x\n\"n\\x61me\": y", "DP0006" },
            { "caf\u00e9: x\ncafe\u0301: y", "DP0006" },
        };

    /// <summary>Each level merges ten copies of the level before, within mappings.</summary>
    private static string MergeBomb() =>
        "k: &m0 { x: 1 }\n"
        + string.Concat(
            Enumerable
                .Range(0, 9)
                .Select(level =>
                    $"k{level}: &m{level + 1} {{ <<: {{ "
                    + string.Join(", ", Enumerable.Range(0, 10).Select(i => $"y{level}{i}: *m{level}"))
                    + " } }\n"
                )
        );

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_is_a_diagnostic_at_its_place(string yaml, string expected)
    {
        Generated? generated = null;
        var thread = new Thread(
            () => generated = Samples.Harbours().With("ships/x.yaml", yaml).Generate(),
            SmallStack * 4
        );
        thread.Start();
        thread.Join();

        Assert.Null(generated!.Exception);
        Assert.Contains(
            generated.Messages,
            message =>
                message.StartsWith("ships/x.yaml(", StringComparison.Ordinal)
                && message.EndsWith(expected, StringComparison.Ordinal)
        );
        Assert.Empty(generated.CompilerMessages);
    }

    /// <summary>Counts bytes, not time: the cost of a bomb is its allocations.</summary>
    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_costs_less_than_200_MB(string yaml, string _)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        SeedReader.Read("ships/x.yaml", "ships/x.yaml", yaml, default);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Theory]
    [InlineData(63, 0)]
    [InlineData(65, 1)]
    public void Depth_is_limited_to_64(int depth, int errors)
    {
        var generated = Samples
            .Harbours()
            .With("datapackage.yaml", "namespace: Seeded\nsources: " + Repeat("[", depth) + Repeat("]", depth))
            .Generate();

        Assert.Equal(errors, generated.Messages.Count(message => message.EndsWith("DP0003", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\udfff')]
    public void Half_a_surrogate_pair_is_no_character(char half)
    {
        var generated = Samples.Harbours().With("ships/x.yaml", $"name: a{half}b").Generate();

        Assert.Equal("ships/x.yaml(1,8): DP0004", Assert.Single(generated.Messages));
    }

    [Fact]
    public void Aliases_within_the_limit_are_expanded()
    {
        var generated = Samples.Harbours().With("ships/x.yaml", "name: &n Xebec\naliases: [*n, Y]\n").Generate();

        Assert.Empty(generated.Messages);
        Assert.Equal(["Xebec", "Y"], generated.Entity("Ships", "X").List("Aliases"));
    }
}
