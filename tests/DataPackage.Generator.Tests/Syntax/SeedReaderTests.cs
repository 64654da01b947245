using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataPackage.Engine.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>A file becomes its tree with exact places, and its article's text.</summary>
public class SeedReaderTests
{
    private static SeedDocument Read(string text, string path = "persons/a.yaml") =>
        SeedReader.Read(path, path, text, CancellationToken.None);

    private static string Rules(SeedDocument document) =>
        string.Join(' ', document.Diagnostics.Select(found => $"{found.Rule.Id}{found.Location.Lines.Start}"));

    private const string Tree = """
        name: Zoë 🚢 Smith
        quoted: "a \"b\" c"
        single: 'it''s'
        # a comment
        list: [one, { two: 2 }, "three", four: 4]
        block:
          - first   # said aside
          - second: deep
            third: |
              line 1
              line 2
        folded: >-
          one
          two
        plain over
          lines: yes
        last: ~
        """;

    [Theory]
    [InlineData("&x word", "word")]
    [InlineData("!!str 12", "12")]
    [InlineData("! 12", "12")]
    [InlineData("!<tag:yaml.org,2002:str> word", "word")]
    [InlineData("&x !!str \"a word\"", "\"a word\"")]
    [InlineData("!!str &x 'a word'", "'a word'")]
    [InlineData("&x # aside\n  !!str\n\n  # more\n  a word", "a word")]
    [InlineData("&x |\n  # text", "|\n  # text")]
    [InlineData("[&x word, *x, !!str ! ]", "word", "word", "!!str !")]
    [InlineData("&x", "&x")]
    public void An_anchor_and_a_tag_are_not_part_of_the_word_that_they_stand_before(string value, params string[] words)
    {
        var text = $"a: {value}\n";
        var read = Assert.IsType<SeedMapping>(Read(text).Root).ValueOf("a")!;
        var scalars = read is SeedSequence list ? list.Items.ToList() : [read];
        Assert.Equal(words, scalars.Select(scalar => text.Substring(scalar.Span.Start, scalar.Span.Length)));
    }

    public static TheoryData<string> LineEnds => new("\n", "\r\n", "\r");

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Every_scalar_knows_the_very_characters_that_it_was_written_with(string lineEnd)
    {
        var text = Tree.Replace("\n", lineEnd, StringComparison.Ordinal)
            .Replace("plain over" + lineEnd + "  lines", "plain", StringComparison.Ordinal);
        var document = Read(text);
        Assert.Equal("", Rules(document));

        string Source(SeedNode node) =>
            text.Substring(node.Span.Start, node.Span.Length).Replace(lineEnd, "\n", StringComparison.Ordinal);
        var root = Assert.IsType<SeedMapping>(document.Root);
        SeedNode Value(string key) => root.ValueOf(key)!;
        Assert.Equal(
            ["name", "quoted", "single", "list", "block", "folded", "plain", "last"],
            root.Entries.Select(entry => Source(entry.Key))
        );
        Assert.Equal("Zoë 🚢 Smith", Source(Value("name")));
        Assert.Equal("\"a \\\"b\\\" c\"", Source(Value("quoted")));
        Assert.Equal("a \"b\" c", Assert.IsType<SeedScalar>(Value("quoted")).Text);
        Assert.Equal("'it''s'", Source(Value("single")));
        var list = Assert.IsType<SeedSequence>(Value("list"));
        Assert.Equal("[one, { two: 2 }, \"three\", four: 4]", Source(list));
        Assert.Equal(["one", "{ two: 2 }", "\"three\"", "four: 4"], list.Items.Select(Source));
        var block = Assert.IsType<SeedSequence>(Value("block"));
        Assert.Equal("first", Source(block.Items[0]));
        var deep = Assert.IsType<SeedMapping>(block.Items[1]);
        Assert.StartsWith("second: deep", Source(deep), StringComparison.Ordinal);
        Assert.Equal("deep", Source(deep.ValueOf("second")!));
        Assert.Equal("line 1\nline 2\n", Assert.IsType<SeedScalar>(deep.ValueOf("third")!).Text);
        Assert.Equal("one two", Assert.IsType<SeedScalar>(Value("folded")).Text);
        Assert.Equal("yes", Source(Value("plain")));
        Assert.Equal(new Engine.Text.LinePosition(14, 7), document.At(Value("plain")).Lines.Start);
    }

    [Theory]
    [InlineData("a: ~", true)]
    [InlineData("a:", true)]
    [InlineData("a: null", true)]
    [InlineData("a: Null", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: 'null'", false)]
    [InlineData("a: \"~\"", false)]
    [InlineData("a: nil", false)]
    public void Only_a_plain_scalar_can_stand_for_nothing(string yaml, bool isNull) =>
        Assert.Equal(
            isNull,
            Assert.IsType<SeedScalar>(Assert.IsType<SeedMapping>(Read(yaml).Root).Entries[0].Value).IsNull
        );

    [Theory]
    [InlineData("NO")]
    [InlineData("1.10")]
    [InlineData("012")]
    [InlineData("0o14")]
    [InlineData("1_000")]
    [InlineData("12:30")]
    [InlineData("2001-12-14")]
    [InlineData(".inf")]
    [InlineData("TRUE")]
    [InlineData("yes")]
    [InlineData("No")]
    [InlineData("on")]
    [InlineData("OFF")]
    [InlineData("y")]
    [InlineData("n")]
    [InlineData("true")]
    [InlineData("False")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("0x1F")]
    [InlineData("0b101")]
    [InlineData("1__0")]
    [InlineData("190:20:30")]
    [InlineData("12e03")]
    [InlineData("-.INF")]
    [InlineData(".NaN")]
    [InlineData("2001-12-14t21:59:43.10-05:00")]
    [InlineData("1,000")]
    [InlineData("1 000")]
    [InlineData("٣")]
    [InlineData("½")]
    [InlineData("nil")]
    [InlineData("none")]
    [InlineData("undefined")]
    [InlineData("NaN")]
    [InlineData("=")]
    [InlineData("<<x")]
    [InlineData("Null_")]
    [InlineData("~x")]
    [InlineData("x@x")]
    [InlineData("a#b")]
    [InlineData("a:b")]
    [InlineData("http://x:1/")]
    [InlineData("x!x")]
    [InlineData("-x")]
    [InlineData("?x")]
    [InlineData(":x")]
    [InlineData("x y  z")]
    [InlineData("_")]
    [InlineData("+")]
    [InlineData("é")]
    [InlineData("00")]
    [InlineData("1970")]
    public void A_scalar_keeps_its_text_whatever_another_reader_would_make_of_it(string text) =>
        Assert.Equal(text, Assert.IsType<SeedMapping>(Read("a: " + text).Root).TextOf("a"));

    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "DP00030,64")]
    public void Brackets_may_stand_in_one_another_64_deep(int depth, string expected) =>
        Assert.Equal(expected, Rules(Read(new string('[', depth) + new string(']', depth))));

    [Theory]
    [InlineData(5_000, "")]
    [InlineData(5_001, "DP0003")]
    public void Aliases_may_repeat_5000_values(int repeats, string expected)
    {
        var rules = Rules(Read($"a: &a x\nb: [{string.Join(", ", Enumerable.Repeat("*a", repeats))}]\n"));
        if (expected.Length == 0)
            Assert.Equal("", rules);
        else
            Assert.StartsWith(expected, rules, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_within_aliases_count_at_every_level()
    {
        // Each level repeats ten of the level before: 10, 110, 1110, then beyond the limit.
        const string yaml =
            "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
        Assert.StartsWith("DP00033,", Rules(Read(yaml)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\na: 2", "DP00061,0")]
    [InlineData("{a: 1, 'a': 2}", "DP00060,7")]
    [InlineData("x: {a: 1, b: {a: 1}}", "")]
    [InlineData("a: 1\nA: 2", "")]
    [InlineData("caf\u00e9: 1\ncafe\u0301: 2", "DP00061,0")]
    [InlineData("? [a]\n: b", "DP00050,2")]
    [InlineData("? {a: b}\n: c", "DP00050,2")]
    [InlineData("a: &x 1\nb: {<<: *x}", "")]
    [InlineData("b: {<<: 1, '<<': 2}", "DP00060,11")]
    [InlineData("b: {<<: 1, <<: {a: 1}, <<: 2}", "DP00060,23")]
    [InlineData("a: {<<: {x: 1}, <<: {x: 2}, x: 3}", "")]
    [InlineData("a: {'<<': x}", "")]
    [InlineData("a: &x [*x]", "DP00050,7")]
    [InlineData("a: !!str 1", "")]
    [InlineData("a: !Person {}", "DP00260,3")]
    [InlineData("a: 1\n---\nb: 2", "")]
    [InlineData("---\na: 1\n...\n", "")]
    [InlineData("", "")]
    [InlineData("# nothing", "")]
    public void What_a_mapping_may_hold(string yaml, string expected) => Assert.Equal(expected, Rules(Read(yaml)));

    public static TheoryData<string, bool> Characters =>
        new()
        {
            { "\t", true },
            { "é", true },
            { "\u00a0", true },
            { "\u200d", true },
            { "\U0001F6A2", true },
            { "\U0010FFFD", true },
            { "\u200e", true },
            { "\0", false },
            { "\u0001", false },
            { "\b", false },
            { "\v", false },
            { "\f", false },
            { "\u001b", false },
            { "\u007f", false },
            { "\u0080", false },
            { "\u0085", false },
            { "\u009f", false },
            { "\u2028", false },
            { "\u2029", false },
            { "\ufeff", false },
            { "\ufffd", false },
            { "\ufdd0", false },
            { "\ufdef", false },
            { "\ufffe", false },
            { "\uffff", false },
            { "\U0001FFFE", false },
            { "\U0010FFFF", false },
        };

    [Theory]
    [MemberData(nameof(Characters))]
    public void A_character_is_text_or_forbidden_wherever_it_stands(string character, bool isText)
    {
        foreach (
            var (before, after) in new[]
            {
                ("a: x", "y"),
                ("a: 'x", "'"),
                ("a: \"x", "\""),
                ("a: |\n  x", ""),
                ("# x", ""),
            }
        )
        {
            var expected = isText
                ? ""
                : $"DP0004{new Engine.Text.LinePosition(before.Count(c => c == '\n'), before.Length - before.LastIndexOf('\n') - 1)}";
            Assert.Equal(expected, Rules(Read(before + character + after)));
        }
    }

    [Fact]
    public void Every_character_that_nobody_sees_is_text_or_forbidden_in_each_style()
    {
        var cases = 0;
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var c = (char)code;
            var isInvisible =
                char.GetUnicodeCategory(c)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.Surrogate
                || (code & 0xFFFE) == 0xFFFE
                || c is >= '\ufdd0' and <= '\ufdef' or '\ufffd';
            // A property decides whether a control of writing direction is allowed: DirectionControlsTests.
            if (!isInvisible || c is '\t' or '\n' or '\r' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069')
                continue;
            var isText = char.GetUnicodeCategory(c) == UnicodeCategory.Format && c != '\ufeff';
            cases += 5;
            A_character_is_text_or_forbidden_wherever_it_stands(c.ToString(), isText);
        }

        Assert.InRange(cases, 10_000, 20_000);
    }

    /// <summary>The argument of an attribute would turn half a pair into U+FFFD, which is forbidden too.</summary>
    [Fact]
    public void Half_a_character_is_forbidden() =>
        Assert.All(["\ud83d", "\udea2", "\udea2\ud83d"], half => Assert.Equal("DP00040,3", Rules(Read("a: " + half))));

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void The_front_matter_of_an_article_keeps_its_places_in_the_file(string lineEnd)
    {
        var text = "---\ntitle: Größe\nauthor: Ann\n---\n\nFirst.\nStill first.\n\n\nSecond.\n\n".Replace(
            "\n",
            lineEnd,
            StringComparison.Ordinal
        );
        var document = Read(text, "articles/a.md");

        Assert.Equal("", Rules(document));
        var author = Assert.IsType<SeedMapping>(document.Root).ValueOf("author")!;
        Assert.Equal(new Engine.Text.LinePosition(2, 8), document.At(author).Lines.Start);
        Assert.Equal("Ann", text.Substring(author.Span.Start, author.Span.Length));
        Assert.Equal("First.\nStill first.\n\n\nSecond.", document.Article!.Text);
        Assert.Equal([0, 22], document.Article.ParagraphStarts);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Article.Text))),
            document.Article.Sha256
        );
    }

    [Theory]
    [InlineData("---\ntitle: [\n---\nText.\n", "DP0002")]
    [InlineData("---\n---\nText.\n", "")]
    [InlineData("--- \ntitle: A\n---  \nText.\n", "")]
    [InlineData("---\ntitle: A\n----\nText.\n", "The front matter of this file is not closed")]
    [InlineData("\n---\ntitle: A\n---\n", "An article starts with its metadata")]
    [InlineData("", "An article starts with its metadata")]
    public void A_front_matter_stands_between_two_lines_of_three_hyphens(string text, string expected)
    {
        var document = Read(text, "articles/a.md");
        var found = document.TextFault ?? Rules(document);
        if (expected.Length == 0)
            Assert.Equal("", found);
        else
            Assert.StartsWith(expected, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One.\nTwo.\nThree.", "0 5 10")]
    [InlineData("One.\nstill one.\n\nTwo.\n \t\nThree.\n", "0 17 25")]
    [InlineData("\n\n  One.  \n\n", "0")]
    [InlineData("", "")]
    public void Paragraphs_are_separated_by_blank_lines_or_are_the_lines_where_there_is_none(
        string text,
        string starts
    ) => Assert.Equal(starts, string.Join(' ', Read(text, "articles/a.txt").Article!.ParagraphStarts));

    [Fact]
    public void A_text_that_differs_in_line_ends_and_normalization_only_is_the_same_text() =>
        Assert.Equal(
            Read("caf\u00e9\nnoir", "articles/a.txt").Article,
            Read("cafe\u0301\r\nnoir\r\n", "articles/a.txt").Article
        );

    [Fact]
    public void A_file_that_is_gone_when_it_is_read_is_reported()
    {
        var document = SeedReader.Unreadable("persons/a.yaml", "persons/a.yaml");
        Assert.Equal("DP00070,0", Rules(document));
        Assert.True(document.IsBroken);
    }

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() =>
            SeedReader.Read("persons/a.yaml", "persons/a.yaml", "a: [1, 2, 3]", new CancellationToken(canceled: true))
        );

    private sealed class Seed(string path, string? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return text is null ? null : SourceText.From(text, Encoding.UTF8);
        }
    }
}
