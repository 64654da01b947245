using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DataPackage.Engine.Binding;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Syntax;
using DataPackage.Generator.Pipeline;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>Each limit allows exactly its value; one more is an error at its line and column.</summary>
public class SeedLimitsTests
{
    private static string Rules(string text, string path = "persons/a.yaml") =>
        Rules(SeedReader.Read(path, path, text, CancellationToken.None).Diagnostics);

    private static string Rules(IEnumerable<SeedDiagnostic> diagnostics) =>
        string.Join(
            ' ',
            diagnostics.Select(found =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Rule.Id}({found.Location.Lines.Start.Line + 1},{found.Location.Lines.Start.Character + 1})"
                )
            )
        );

    private static string Repeat(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    [Theory]
    [InlineData("persons/a.yaml", "a: 1\n#")]
    [InlineData("articles/a.md", "---\ntitle: a\n---\n")]
    [InlineData("articles/a.txt", "")]
    public void A_file_of_64_Mi_characters(string path, string start)
    {
        var text = start + new string('x', SeedLimits.FileLength - start.Length);
        Assert.Equal("", Rules(text, path));
        Assert.Equal("DP0003(1,1)", Rules(text + "x", path));
    }

    [Theory]
    [InlineData("a: ", "", "DP0003(1,4)")]
    [InlineData("a: '", "'", "DP0003(1,4)")]
    [InlineData("a: \"", "\"", "DP0003(1,4)")]
    [InlineData("a:\n- |-\n  ", "\n", "DP0003(2,3)")]
    [InlineData("a:\n- >-\n  ", "\n", "DP0003(2,3)")]
    public void A_text_of_16_Mi_characters(string before, string after, string expected)
    {
        var text = new string('x', SeedLimits.ScalarLength);
        Assert.Equal("", Rules(before + text + after));
        Assert.Equal(expected, Rules(before + text + "x" + after));
    }

    [Fact]
    public void A_text_in_the_front_matter_has_the_same_limit() =>
        Assert.Equal(
            "DP0003(2,8)",
            Rules("---\ntitle: " + new string('x', SeedLimits.ScalarLength + 1) + "\n---\nText.\n", "articles/a.md")
        );

    [Theory]
    [InlineData("", ": x", 1)]
    [InlineData("? ", "\n: x", 3)]
    [InlineData("{", ": x}", 2)]
    [InlineData("b: [{", ": x}]", 6)]
    public void A_key_of_1024_characters(string before, string after, int column)
    {
        var key = new string('k', SeedLimits.KeyLength);
        Assert.Equal("", Rules(before + key + after));
        Assert.Equal($"DP0003(1,{column})", Rules(before + key + "k" + after));
    }

    [Theory]
    [InlineData(1_026)]
    [InlineData(2_000)]
    [InlineData(100_000)]
    public void A_key_of_any_greater_length(int length) =>
        Assert.Equal("DP0003(2,3)", Rules($"a:\n  {new string('k', length)}: x\n"));

    /// <summary>Everything that nests, at the allowed depth and one deeper. Ten thousand or a million levels must not
    /// take longer.</summary>
    [Theory]
    [InlineData("[", "]", 1)]
    [InlineData("{a: ", "}", 1)]
    [InlineData("- ", "x", 1)]
    [InlineData("? ", "x", 2)]
    [InlineData("[{a: ", "}]", 2)]
    public void Lists_and_mappings_within_one_another(string open, string close, int levels)
    {
        string Nested(int count) => Repeat(open, count) + (close == "x" ? "x" : Repeat(close, count));
        var result = "";
        var thread = new Thread(
            () =>
            {
                if (open != "? ")
                    Assert.Equal("", Rules(Nested(SeedLimits.Depth / levels)));
                foreach (var count in new[] { (SeedLimits.Depth / levels) + 1, 10_000, 100_000, 1_000_000 })
                {
                    var document = SeedReader.Read(
                        "persons/a.yaml",
                        "persons/a.yaml",
                        Nested(count),
                        CancellationToken.None
                    );
                    result += document.Diagnostics.Single().Rule.Id + " ";
                }
            },
            maxStackSize: 256 * 1024
        );
        thread.Start();
        thread.Join();

        Assert.Equal(open == "? " ? "DP0005 DP0005 DP0005 DP0005 " : "DP0003 DP0003 DP0003 DP0003 ", result);
    }

    [Fact]
    public void Indented_mappings_within_one_another()
    {
        static string Nested(int levels) =>
            string.Concat(Enumerable.Range(0, levels).Select(i => new string(' ', i) + "a:\n"));
        Assert.Equal("", Rules(Nested(SeedLimits.Depth)));
        Assert.Equal("DP0003(65,65)", Rules(Nested(SeedLimits.Depth + 1)));
        Assert.Equal("DP0003(65,65)", Rules(Nested(3_000)));
    }

    [Fact]
    public void Five_million_values_in_a_file()
    {
        // The list and its items.
        var text = "[" + Repeat("x,", SeedLimits.Nodes - 1) + "]";
        Assert.Equal("", Rules(text));
        Assert.Equal($"DP0003(1,{text.Length})", Rules(text[..^1] + "y]"));
    }

    [Theory]
    [InlineData(SeedLimits.AliasedNodes, "")]
    [InlineData(SeedLimits.AliasedNodes + 1, "DP0003(5003,3)")]
    public void Five_thousand_values_that_aliases_repeat(int repeats, string expected) =>
        Assert.Equal(expected, Rules("a: &a x\nb:\n" + Repeat("- *a\n", repeats)));

    [Theory]
    [InlineData(1_024, "")]
    [InlineData(1_025, "DP0003(1029,3)")]
    public void Four_Mi_characters_that_aliases_repeat(int repeats, string expected)
    {
        var text = new string('x', SeedLimits.AliasedCharacters / 1_024);
        Assert.Equal(expected, Rules($"a: &a {text}\nb:\n- x\n- x\n" + Repeat("- *a\n", repeats)));
        // The target of an alias may be a mapping with such a text.
        Assert.Equal(
            expected.Replace("1029", "1030", StringComparison.Ordinal),
            Rules($"a: &a\n  k: {text[1..]}\nb:\n- x\n- x\n" + Repeat("- *a\n", repeats))
        );
    }

    /// <summary>128 Mi characters and 20 million values, including repeated ones, in any number of files.</summary>
    [Theory]
    [InlineData(SeedLimits.FileLength, 0, 2, "134,217,728 characters")]
    [InlineData(0, SeedLimits.Nodes, 4, "20,000,000 values")]
    [InlineData(2_048, 0, 65_536, "134,217,728 characters")]
    [InlineData(1_300, 5_000, 4_096, "20,000,000 values")]
    public void All_seeds_of_a_package_together(int characters, int nodes, int seeds, string limit)
    {
        ImmutableArray<BoundSeed> Seeds(int count) =>
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new BoundSeed
                    {
                        SeedPath = $"ships/s{i:000000}.yaml",
                        FilePath = $"ships/s{i:000000}.yaml",
                        Size = new SeedSize(characters, nodes).Rounded(),
                    })
                    .Reverse(),
            ];

        Assert.Equal(new(new PackageSize(true)), PackageSize.Measure(Seeds(seeds), []));
        var found = PackageSize.Measure(Seeds(seeds + (seeds / 8) + 1), []);
        Assert.False(found.Value.IsWithinLimits);
        var breach = Assert.Single(found.Diagnostics);
        Assert.Equal("DP0003", breach.Rule.Id);
        Assert.Contains(limit, string.Concat(breach.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_has_its_characters_and_what_its_aliases_repeat()
    {
        var text = $"a: &a [{new string('x', 1_000)}, y]\nb: [*a, *a]\n";
        Assert.Equal(
            new SeedSize(text.Length + 2_002, 13),
            SeedReader.Read("ships/a.yaml", "ships/a.yaml", text, CancellationToken.None).Size
        );
        Assert.Equal(
            new SeedSize(5, 0),
            SeedReader.Read("articles/a.txt", "articles/a.txt", "Text.", CancellationToken.None).Size
        );
    }

    [Fact]
    public void A_hundred_thousand_seeds()
    {
        var files = Enumerable
            .Range(0, SeedLimits.Files + 1)
            .Select(i => new SeedFile($"ships/s{i:000000}.yaml", SeedSet.Seed($"ships/s{i:000000}.yaml", "")))
            .Reverse()
            .ToImmutableArray();

        Assert.Equal("", Rules(SeedCount.Check(files.RemoveAt(0))));
        var breach = Assert.Single(SeedCount.Check(files));
        Assert.Equal(("DP0003", "ships/s100000.yaml"), (breach.Rule.Id, breach.Location.Path));
    }

    [Theory]
    [InlineData(SeedLimits.IdLength, "")]
    [InlineData(SeedLimits.IdLength + 1, "(1,1): DP4002")]
    public void An_id_of_128_characters(int length, string expected)
    {
        var path = $"ships/{new string('x', length)}.yaml";
        var generated = Samples.Harbours().With(path, "name: X\n").Generate();
        Assert.Equal(expected.Length == 0 ? [] : [path + expected], generated.Messages);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData(SeedLimits.NameLength, "")]
    [InlineData(SeedLimits.NameLength + 1, "DP4004")]
    public void A_name_of_64_characters(int length, string expected)
    {
        var name = new string('x', length - 1);
        var generated = new SeedSet()
            .With($"schema/K{name}.yaml", "properties:\n  a: { type: text }\n")
            .With("schema/Ship.yaml", $"plural: S{name}\nproperties:\n  p{name}: {{ type: text }}\n")
            .Generate();
        Assert.Equal(
            expected.Length == 0
                ? []
                :
                [
                    $"schema/K{name}.yaml(1,1): {expected}",
                    $"schema/Ship.yaml(1,9): {expected}",
                    $"schema/Ship.yaml(3,3): {expected}",
                ],
            generated.Messages
        );
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void A_namespace_of_256_characters()
    {
        string Facts(string last) => $"namespace: {Repeat(new string('n', 63) + ".", 3)}{last}\n";
        Assert.Empty(
            Samples.Harbours().With("datapackage.yaml", Facts(new string('n', 64))).Generate().CompilerMessages
        );
        Assert.Equal(
            "datapackage.yaml(1,12): DP4004",
            Assert.Single(
                Samples.Harbours().With("datapackage.yaml", Facts(new string('n', 62) + ".nn")).Generate().Messages
            )
        );
    }

    /// <summary>The most properties allowed must compile: each comparison of two records is one expression over all of
    /// them.</summary>
    [Fact]
    public void A_thousand_properties_of_a_kind_inherited_ones_included()
    {
        string Properties(int first, int count) =>
            "properties:\n" + string.Concat(Enumerable.Range(first, count).Select(i => $"  p{i}: {{ type: text }}\n"));
        var seeds = new SeedSet()
            .With("schema/Named.yaml", "abstract: true\n" + Properties(0, 400))
            .With("ships/a.yaml", "p999: x\n");

        var generated = seeds.With("schema/Ship.yaml", "extends: Named\n" + Properties(400, 600)).Generate();
        Assert.Empty(generated.Messages);
        Assert.Empty(generated.CompilerMessages);
        Assert.Equal("x", generated.Entity("Ships", "A").Get("P999"));

        generated = seeds.With("schema/Ship.yaml", "extends: Named\n" + Properties(400, 601)).Generate();
        Assert.Equal("schema/Ship.yaml(603,3): DP0003", Assert.Single(generated.Messages));
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void Ten_thousand_values_of_an_enumeration()
    {
        string Schema(int count) =>
            "properties:\n  type:\n    type: enum\n    values:\n"
            + string.Concat(Enumerable.Range(0, count).Select(i => $"      v{i}: x\n"));
        Assert.Empty(new SeedSet().With("schema/Ship.yaml", Schema(SeedLimits.EnumValues)).Generate().Messages);
        Assert.Equal(
            "schema/Ship.yaml(10005,7): DP0003",
            Assert.Single(new SeedSet().With("schema/Ship.yaml", Schema(SeedLimits.EnumValues + 1)).Generate().Messages)
        );
    }

    /// <summary>A thousand kinds in one line of descent, and a web of kinds that extend sixteen others each, with a
    /// circle.</summary>
    [Fact]
    public void A_thousand_kinds_each_of_which_extends_up_to_sixteen()
    {
        var line = new SeedSet();
        for (var i = 0; i < SeedLimits.Kinds; i++)
            line.With(
                $"schema/K{i:0000}.yaml",
                i == 0 ? "abstract: true\n" : $"abstract: true\nextends: K{i - 1:0000}\n"
            );
        Assert.Empty(line.Generate().Messages);
        Assert.Equal(
            "schema/L.yaml(1,1): DP0003",
            Assert.Single(line.With("schema/L.yaml", "abstract: true\n").Generate().Messages)
        );

        var web = new SeedSet();
        for (var i = 0; i < 300; i++)
            web.With(
                $"schema/K{i:000}.yaml",
                $"abstract: true\nextends: [{string.Join(", ", Enumerable.Range(1, SeedLimits.Extends).Select(k => $"K{(i + k) % 300:000}"))}]\n"
            );
        Assert.All(web.Generate().Messages, message => Assert.Matches("DP1010$|DP0011$", message));

        web.With(
            "schema/M.yaml",
            $"extends: [{string.Join(", ", Enumerable.Range(0, SeedLimits.Extends + 1).Select(k => $"K{k:000}"))}]\n"
        );
        Assert.Contains("schema/M.yaml(1,107): DP0003", web.Generate().Messages);
    }

    [Fact]
    public void A_hundred_messages_of_one_seed_then_how_many_more_there_are()
    {
        var seeds = Samples
            .Harbours()
            .With("ships/x.yaml", "name: X\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"k{i}: x\n")));

        var generated = seeds.Generate();

        Assert.Equal(SeedLimits.Messages + 1, generated.Messages.Count);
        Assert.Contains("ships/x.yaml(102,1): DP0011", generated.Messages);
        Assert.Contains(
            generated.Texts,
            text => text.StartsWith("There are 49,900 more mistakes", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_message_is_one_visible_line_of_a_thousand_characters_a_part()
    {
        var hostile = "x\\n::error::y\\r\\n##vso[task]\\e[2J\\u2028\\u200B\\0";
        var generated = Samples
            .Harbours()
            .With("ships/x.yaml", $"name: X\nhome: \"{hostile}\"\n")
            .With("ships/y.yaml", $"name: Y\nhome: {new string('y', 100_000)}\n")
            .Generate();

        Assert.Equal(2, generated.Texts.Count);
        Assert.All(generated.Texts, text => Assert.DoesNotContain(text, c => c is < ' ' or '\u2028' or '\u200B'));
        Assert.All(generated.Texts, text => Assert.InRange(text.Length, 1, 3_000));
        Assert.Contains(generated.Texts, text => text.Contains(@"x\u000A::error::y", StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_seeds_of_one_id_are_reported_as_fast_as_those_of_as_many_ids()
    {
        // Each duplicate was once compared with all others: 50,000 of them took minutes.
        var seeds = new SeedSet().With("schema/Ship.yaml", "properties:\n  name: { type: text }\n");
        var list = string.Concat(Enumerable.Range(0, 50_000).Select(_ => "- { id: a, name: x }\n"));
        Assert.Equal(SeedLimits.Messages + 1, seeds.With("ships.yaml", list).Generate().Messages.Count);
    }
}
