using DataPackage.Engine.Schema.Model;

namespace DataPackage.Generator.Tests.Model;

/// <summary>The mistakes in a value of each type: one message at the mark ▸, and no error of the compiler.</summary>
public class ValueErrorsTests
{
    private const char Mark = '▸';
    private const string Path = "sailors/ann.yaml";

    /// <summary>A kind with every type of property.</summary>
    private static SeedSet Sailors() =>
        Samples
            .Harbours()
            .With(
                "schema/Sailor.yaml",
                """
                plural: Sailors
                extends: [Named]
                properties:
                  born: { type: date }
                  height: { type: integer, minimum: 30, maximum: 300 }
                  rate: { type: decimal, maximum: 9.5 }
                  email: { type: text, pattern: "[^@]+@[^@]+", maxLength: 40, unique: true }
                  badges: { type: text, cardinality: many, unique: true }
                  mood: { type: enum, values: { calm: At ease., stormy: Ill at ease. } }
                  home: { range: Harbour }
                  boss: { range: Named }
                  wage: { type: money, minimum: 0 }
                  retired: { type: boolean }
                  site: { type: url }
                  speaks: { type: language, cardinality: many }
                  qid: { type: identifier, format: qid }
                  posts: { range: Post, cardinality: many }
                """
            )
            .With(
                "schema/Post.yaml",
                "embedded: true\nproperties:\n  title: { type: text, required: true }\n  at: { range: Ship }\n"
            )
            .With("sailors/adam.yaml", "name: Adam\nemail: adam@example.org\nbadges: [gold, tin]\n");

    private static void MustReport(SeedSet seeds, string path, string marked, string rule, string messagePart)
    {
        var at = marked.IndexOf(Mark, StringComparison.Ordinal);
        var lineStart = at == 0 ? 0 : marked.LastIndexOf('\n', at - 1) + 1;
        var line = marked[..lineStart].Count(c => c == '\n') + 1;

        var generated = seeds.With(path, marked.Remove(at, 1)).Generate();

        Assert.Equal([$"{path}({line},{at - lineStart + 1}): {rule}"], generated.Messages);
        Assert.Contains(messagePart, Assert.Single(generated.Texts), StringComparison.Ordinal);
        Assert.Empty(generated.CompilerMessages);
        Assert.Null(generated.Exception);
    }

    [Fact]
    public void A_seed_with_every_type_of_value_is_right()
    {
        var generated = Sailors()
            .With(
                Path,
                """
                name: { en: Ann Miller, de: Anna Müller }
                born: 1975~
                height: 170
                rate: 9.5
                email: ann@example.org
                badges: [silver]
                mood: calm
                home: old-port
                boss: adam
                wage: { amount: 12.50, currency: EUR }
                retired: false
                site: https://example.org/ann
                speaks: [en, pt-BR]
                qid: Q42
                posts: [{ title: Mate, at: boreas }]

                """
            )
            .Generate();

        Assert.Empty(generated.Texts);
        Assert.Empty(generated.CompilerMessages);
    }

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            // The seed of Ann, the rule, part of the message.
            { "name: Ann\nborn: ▸@1975\n", "DP0002", "" },
            { "name: Ann\naliases: [a, b\n▸", "DP0002", "" },
            { "name: Ann\n▸zzzzzzzz: 170\n", "DP1002", "Sailor has no property 'zzzzzzzz'" },
            { "name: Ann\nposts:\n- title: Mate\n  ▸att: boreas\n", "DP1002", "did you mean 'at'?" },
            { "▸name: ~\n", "DP1003", "'name'" },
            { "name: Ann\nposts:\n  - ▸at: boreas\n", "DP1003", "'title'" },
            { "▸# nothing yet\n", "DP1003", "'name'" },
            { "name: Ann\nheight: ▸tall\n", "DP1004", "a whole number" },
            { "name: Ann\nheight: ▸1.5\n", "DP1004", "a whole number" },
            { "name: Ann\nheight: ▸1_70\n", "DP1004", "a whole number" },
            { "name: Ann\nheight: ▸0x10\n", "DP1004", "a whole number" },
            { "name: Ann\nheight: ▸99999999999999999999\n", "DP1004", "a whole number" },
            { "name: Ann\nrate: ▸.nan\n", "DP1004", "a decimal number" },
            { "name: Ann\nrate: ▸e3\n", "DP1004", "a decimal number" },
            { "name: Ann\nretired: ▸yes\n", "DP1004", "true or false" },
            { "name: Ann\nretired: ▸1\n", "DP1004", "true or false" },
            { "name: Ann\nsite: ▸example.org\n", "DP1004", "http" },
            { "name: Ann\nsite: ▸file:///etc/hosts\n", "DP1004", "http" },
            { "name: Ann\nsite: ▸'javascript:alert(1)'\n", "DP1004", "http" },
            { "name: Ann\nspeaks: [en, ▸upper_german]\n", "DP1004", "BCP 47" },
            { "name: Ann\nemail: ▸{ a: b }\n", "DP1004", "a text" },
            { "name: Ann\nheight: ▸[170]\n", "DP1004", "cardinality" },
            { "name: Ann\naliases: [a, ▸[b]]\n", "DP1004", "a list" },
            { "name: Ann\naliases:\n  - a\n  - ▸~\n", "DP1004", "nothing" },
            { "name: Ann\nposts: [▸Mate]\n", "DP1004", "a post" },
            { "name: ▸{}\n", "DP1004", "" },
            { "name: { en: Ann, ▸'?': Anna }\n", "DP1004", "" },
            { "name: { en: Ann, en-us: Annie, ▸EN-US: Ann }\n", "DP0006", "ann.yaml(1,18)" },
            { "name: { en: Ann, ▸german: Anna }\n", "DP1004", "BCP 47" },
            { "name: ▸''\n", "DP1003", "'name'" },
            { "name: Ann\nsite: ▸https:example.org\n", "DP1004", "absolute" },
            { "name: { en: Ann, de: ▸[Anna] }\n", "DP1004", "name.de" },
            { "name: { en: Ann, de: ▸~ }\n", "DP1004", "nothing" },
            { "name: Ann\nwage: ▸12.50\n", "DP1004", "an amount" },
            { "name: Ann\nwage: ▸{ amount: 12.50 }\n", "DP1003", "'currency'" },
            { "name: Ann\nwage: { amount: ▸much, currency: EUR }\n", "DP1004", "a decimal number" },
            { "name: Ann\nwage: { amount: 1, currency: ▸euro }\n", "DP1004", "ISO 4217" },
            { "name: Ann\nwage: { amount: 1, currency: EUR, ▸currancy: EUR }\n", "DP1002", "did you mean 'currency'?" },
            { "name: Ann\nborn: 1975-▸13\n", "DP1005", "'1975-13' is not a date in EDTF" },
            { "name: Ann\nborn: \"1975-▸13\"\n", "DP1005", "no month 13" },
            { "name: Ann\nborn: '[1975,1976-▸13]'\n", "DP1005", "no month 13" },
            { "name: Ann\nborn: ▸\"\\x31975-13\"\n", "DP1005", "no month 13" },
            { "name: Ann\nborn: ▸>-\n  1975-13\n", "DP1005", "no month 13" },
            { "name: Ann\nborn: 1975-▸\n", "DP1005", "two digits" },
            { "name: { ja: 安 🚢, en: Ann }\nborn: 1975-▸13\n", "DP1005", "no month 13" },
            { "{ name: 安 🚢, born: 1975-▸13 }\n", "DP1005", "no month 13" },
            { "name: Ann\nborn: ▸May 1975\n", "DP1005", "" },
            { "name: Ann\nheight: ▸29\n", "DP1006", "at least 30" },
            { "name: Ann\nheight: ▸301\n", "DP1006", "at most 300" },
            { "name: Ann\nrate: ▸9.51\n", "DP1006", "at most 9.5" },
            { "name: Ann\nwage: { amount: ▸-0.01, currency: EUR }\n", "DP1006", "at least 0" },
            { "name: Ann\nemail: ▸ann\n", "DP1006", "pattern" },
            { "name: Ann\nemail: ▸a@b@c\n", "DP1006", "pattern" },
            { "name: Ann\nemail: ▸aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.org\n", "DP1006", "42 characters" },
            { "name: Ann\nqid: ▸P42\n", "DP1006", "Wikidata" },
            { "name: Ann\nmood: ▸clam\n", "DP1007", "did you mean 'calm'?" },
            { "name: Ann\nmood: ▸Calm\n", "DP1007", "'calm'" },
            { "name: Ann\nemail: ▸adam@example.org\n", "DP1008", "adam.yaml(2,8)" },
            { "name: Ann\nbadges: [silver, ▸tin]\n", "DP1008", "adam.yaml(3,16)" },
            { "name: Ann\nposts: [{ title: Mate, at: ▸borea }]\n", "DP2001", "did you mean 'boreas'?" },
            { "name: Ann\nboss: ▸adams\n", "DP2001", "did you mean 'adam'?" },
            { "name: Ann\nboss: ▸log\n", "DP2002", "'log' is an article, but 'boss' takes a named" },
            { "name: Ann\nboss: ▸Salor/adam\n", "DP2001", "did you mean 'Sailor/adam'?" },
            { "name: Ann\nboss: ▸Ship/adam\n", "DP2001", "There is no ship with the id 'adam'" },
            { "name: Ann\ncitations: [{ article: log, quote: ▸The \"albatros\" }]\n", "DP3001", "'log'" },
            { "name: Ann\ncitations: [{ article: log, quote: ▸'' }]\n", "DP3001", "" },
            {
                "name: Ann\ncitations: [{ article: log, quote: ▸is at home, prefix: Boreas }]\n",
                "DP3001",
                "without them it does"
            },
            { "name: Ann\ncitations:\n  - article: log\n    ▸quote:\n", "DP1003", "quote" },
            { "name: Ann\ncitations:\n  - ▸quote: is at home\n", "DP1003", "article" },
            {
                "name: Ann\ncitations: [{ article: log, quote: is at home, ▸sufix: at }]\n",
                "DP1002",
                "did you mean 'suffix'?"
            },
            { "name: Ann\ncitations: ▸log\n", "DP1004", "" },
            { "name: Ann\nheight: 170\n▸height: 171\n", "DP0006", "ann.yaml(2,1)" },
            { "name: Ann\nheight: 170\n▸height: tall\n", "DP0006", "ann.yaml(2,1)" },
            { "name: Ann\ncsharpName: ▸Ann Miller\n", "DP4004", "did you mean 'AnnMiller'?" },
            { "name: Ann\ncsharpName: ▸FindAll\n", "DP4004", "" },
            { "name: Ann\ncsharpName: ▸GetHashCode\n", "DP4004", "" },
            { "name: Ann\ncsharpName: ▸Sailors\n", "DP4004", "" },
            { "name: Ann\nid: ▸anna\n", "DP4002", "'anna'" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_a_value_is_one_error_at_its_place(string seed, string rule, string messagePart) =>
        MustReport(Sailors(), Path, seed, rule, messagePart);

    public static TheoryData<string, string, string, string> MistakesInCollections =>
        new()
        {
            { "sailors.yaml", "- { id: cid, name: A }\n- { id: ▸cid, name: B }\n", "DP4001", "sailors.yaml(1,9)" },
            { "sailors.yaml", "cid: { name: A }\n▸cid: { name: B }\n", "DP0006", "sailors.yaml(1,1)" },
            { "sailors.yaml", "- { id: zed, name: Zed }\n- ▸name: Cid\n", "DP1003", "'id'" },
            { "sailors.yaml", "- ▸cid\n", "DP1004", "" },
            { "sailors.yaml", "▸cid\n", "DP1004", "" },
            { "sailors.yaml", "cid: ▸Cid\n", "DP1004", "a mapping" },
            { "sailors.yaml", "▸cid:\n", "DP1003", "'name'" },
            { "sailors/Cid_Miller.yaml", "▸name: Cid\n", "DP4002", "did you mean 'cid-miller'?" },
            { "sailors/cid.md", "▸---\nname: Cid\n---\nCid was here.\n", "DP0008", "has no place for the text" },
            { "articles/other.md", "▸---\ntitle: Other\n", "DP0008", "not closed" },
            {
                "articles/other.md",
                "---\n▸titel: Other\ntitle: Other\n---\nText.\n",
                "DP1002",
                "did you mean 'title'?"
            },
            { "articles/log.txt", "▸Another text.\n", "DP4001", "log.md(1,1)" },
        };

    [Theory]
    [MemberData(nameof(MistakesInCollections))]
    public void A_mistake_in_a_file_of_many_or_of_text_is_one_error_at_its_place(
        string path,
        string seed,
        string rule,
        string messagePart
    ) => MustReport(Sailors(), path, seed, rule, messagePart);

    [Fact]
    public void A_quote_of_an_article_whose_text_is_not_there_cannot_be_verified() =>
        MustReport(
            Sailors().With("articles/other.yaml", "title: Other\n"),
            Path,
            "name: Ann\ncitations: [{ article: other, quote: ▸anything }]\n",
            "DP3004",
            "'other' has no text"
        );

    [Theory]
    [InlineData("the title is malformed", "---\ntitle: [\n---\nNothing of that.\n", "DP0002")]
    [InlineData("there is no front matter", "Nothing of that.\n", "DP0008")]
    public void Quotes_of_an_article_at_fault_are_not_reported_too(string fault, string article, string rule)
    {
        Assert.NotEmpty(fault);
        var generated = Sailors()
            .With("articles/log.md", article)
            .Generate("class C { object O => Seeded.Articles.Log; }");

        Assert.EndsWith(rule, Assert.Single(generated.Messages), StringComparison.Ordinal);
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("far-port: { name: Far Port\n▸")]
    [InlineData("▸new-port\n")]
    public void References_into_a_file_of_many_that_could_not_be_read_are_not_reported_too(string seed) =>
        MustReport(
            Sailors().With(Path, "name: Ann\nhome: pier-7\nboss: quay\n"),
            "harbours.yaml",
            seed,
            seed[0] == Mark ? "DP1004" : "DP0002",
            ""
        );

    [Fact]
    public void The_second_of_two_equal_keys_is_not_looked_into()
    {
        var generated = Sailors().With(Path, "name: Ann\nheight: 170\nheight: 171\n").Generate();

        Assert.Equal(170L, generated.Entity("Sailors", "Ann").Get("Height"));
    }

    [Fact]
    public void A_quote_matches_across_normalization_forms()
    {
        var generated = Sailors()
            .With("articles/cafe.md", "---\ntitle: T\n---\nThe cafe\u0301 closed.\n")
            .With(Path, "name: Ann\ncitations: [{ article: cafe, quote: caf\u00e9 closed }]\n")
            .Generate();

        Assert.Empty(generated.Texts);
        Assert.Equal("café closed", Assert.Single(generated.Entity("Sailors", "Ann").List("Citations")).Get("Quote"));
    }

    [Fact]
    public void A_value_that_breaks_a_rule_is_kept_for_whoever_makes_the_report_a_warning()
    {
        var generated = Sailors()
            .With(Path, "name: Ann\nheight: 29\nrate: 10\nemail: ann\nqid: P42\nwage: -1 EUR\n")
            .Generate();

        Assert.Equal(Enumerable.Repeat("DP1006", 5), generated.Messages.Select(message => message.Split(' ')[^1]));
        var ann = generated.Entity("Sailors", "Ann");
        Assert.Equal(
            (29L, 10m, "ann", "P42", "-1 EUR"),
            (ann.Get("Height"), ann.Get("Rate"), ann.Get("Email"), ann.Get("Qid"), ann.Get("Wage")!.ToString())
        );
    }

    /// <summary>A matcher that tries every division of the letters would not end in the lifetime of the sun.</summary>
    [Theory]
    [InlineData("([a-z]+)+[0-9]", "DP1006")]
    [InlineData("([a-z]|[a-z])*[0-9]", "DP1006")]
    [InlineData("(?=[a-z])([a-z]+)+[0-9]", "DP1013")]
    public void A_pattern_that_repeats_repetitions_does_not_stop_the_build(string pattern, string rule)
    {
        var letters = new string('a', 200);
        var seeds = new SeedSet().With(
            "schema/Code.yaml",
            $"properties: {{ is: {{ type: text, cardinality: many, pattern: '{pattern}' }} }}"
        );

        var generated = seeds
            .With("codes/x.yaml", rule == "DP1006" ? $"is: {letters}\n" : $"is: [{letters}, {letters}, {letters}]\n")
            .Generate();

        Assert.Equal([$"codes/x.yaml(1,{(rule == "DP1006" ? 5 : 6)}): {rule}"], generated.Messages);
    }

    /// <summary>All patterns of a seed share one time budget: a thousand patterns must not take a thousand times as
    /// long.</summary>
    [Fact]
    public void A_thousand_slow_patterns_of_a_file_are_one_message()
    {
        var schema =
            "properties:\n"
            + string.Concat(
                Enumerable.Range(0, 999).Select(i => $"  p{i}: {{ type: text, pattern: '(?=a)([a-z]+)+[{i}-]' }}\n")
            );
        var seed = string.Concat(Enumerable.Range(0, 999).Select(i => $"p{i}: {new string('a', 200)}\n"));

        Assert.Equal(
            ["codes/x.yaml(1,5): DP1013"],
            new SeedSet().With("schema/Code.yaml", schema).With("codes/x.yaml", seed).Generate().Messages
        );
    }

    /// <summary>Values that are each matched in time add up; when the budget is used up, no more are tried.</summary>
    [Fact]
    public void Values_that_are_decided_just_in_time_use_up_the_patience_of_their_file()
    {
        var slow = new PatternMatcher(
            new System.Text.RegularExpressions.Regex(@"\A(?:(?=a)([a-z]+)+[0-9])\z", default, TimeSpan.FromSeconds(60)),
            TimeSpan.FromSeconds(60),
            isLinear: false
        );
        var patience = new PatternPatience(TimeSpan.FromMilliseconds(1));
        var tried = 0;
        for (; !patience.IsOver && tried < 100_000; tried++)
            Assert.False(patience.Matches(slow, new string('a', 16)));

        Assert.True(patience.IsOver);
        Assert.Null(patience.Matches(slow, "a1"));
        var linear = Patterns.MatcherOf("[a-z]+", TimeSpan.FromMilliseconds(1));
        Assert.True(linear.IsLinear);
        Assert.True(patience.Matches(linear, "a"));
    }

    /// <summary>For all seeds together: eight seconds shared among them, or two milliseconds for each if there are more
    /// than four thousand.</summary>
    [Fact]
    public void The_patience_of_all_seeds_is_that_of_a_build()
    {
        foreach (var seeds in new[] { 1, 2, 16, 17, 1_000, 4_096, 5_000, 100_000 })
            Assert.InRange(PatternPatience.PerSeed(seeds).TotalMilliseconds * seeds, 0, Math.Max(8_000, 2 * seeds));
        Assert.Equal(TimeSpan.FromMilliseconds(500), PatternPatience.PerSeed(1));
    }
}
