using DataPackage.Engine.Syntax;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>Forms of YAML that people and their tools write: blanks at the start of a block scalar, the tags of YAML's
/// own types, merge keys.</summary>
public class YamlAsWrittenTests
{
    private static SeedDocument Read(string text, string path = "notes.yaml") =>
        SeedReader.Read(path, path, text, CancellationToken.None);

    private static string Messages(SeedDocument document) =>
        string.Join(' ', document.Diagnostics.Select(found => $"{found.Rule.Id}{found.Location.Lines.Start}"));

    private static SeedScalar Scalar(SeedDocument document, params string[] path)
    {
        var node = document.Root!;
        foreach (var key in path)
            node = node is SeedSequence list
                ? list.Items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]
                : Assert.IsType<SeedMapping>(node).ValueOf(key)!;
        return Assert.IsType<SeedScalar>(node);
    }

    [Theory]
    [InlineData("|\n    \n    text\n", "\ntext\n")]
    [InlineData("|\n  \n    text\n", "\ntext\n")]
    [InlineData("|\n \n\n    \n    text\n", "\n\n\ntext\n")]
    [InlineData("|-\n    \n    text\n", "\ntext")]
    [InlineData("|+\n    \n    text\n\n", "\ntext\n\n")]
    [InlineData("| # said aside\n    \n    text\n", "\ntext\n")]
    [InlineData(">\n    \n    text\n    more\n", "\ntext more\n")]
    [InlineData(">-\n  \n   \n    text\n", "\n\ntext")]
    [InlineData("&x |\n    \n    text\n", "\ntext\n")]
    [InlineData("!!str |\n    \n    text\n", "\ntext\n")]
    [InlineData("\n    |\n    \n    text\n", "\ntext\n")]
    [InlineData("|2\n  \n  text\n", "\ntext\n")]
    [InlineData("|2\n    \n  text\n", "  \ntext\n")]
    [InlineData("|2\n   \n\n     \n  \ttext\n", " \n\n   \n\ttext\n")]
    [InlineData(">2\n    \n  text\n", "  \ntext\n")]
    [InlineData("|+\n    \n    \n", "\n\n")]
    [InlineData("|+\n    \n  \n", "\n\n")]
    [InlineData(">+\n    \n    \n", "\n\n")]
    [InlineData("|\n    \n    \n", "")]
    [InlineData("|-\n    \n", "")]
    [InlineData("|\n    \n    x |\n      \n      y\n", "\nx |\n  \n  y\n")]
    [InlineData("|\n    \n    x\n      \n    # y\n", "\nx\n  \n# y\n")]
    public void A_block_scalar_may_begin_with_lines_of_blanks(string block, string expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n", "\r" })
        {
            var text = $"first: 1\na: {block}b: \"c\"\n".Replace("\n", lineEnd, StringComparison.Ordinal);
            var document = Read(text);
            Assert.Equal("", Messages(document));
            Assert.Equal(expected, Scalar(document, "a").Text);
            Assert.False(Scalar(document, "a").IsPlain);
            var next = Scalar(document, "b").Span;
            Assert.Equal("\"c\"", text.Substring(next.Start, next.Length));
        }
    }

    [Theory]
    [InlineData("a:\n  note: |\n    \n    text\n  c: d\nb:\n  note: |\n  \n    text\n  c: d\n", "a/note", "\ntext\n")]
    [InlineData("- |\n  \n  x\n- y\n", "0", "\nx\n")]
    [InlineData("- - |\n     \n     x\n- y\n", "0/0", "\nx\n")]
    [InlineData("- a: |\n     \n     x\n  b: y\n", "0/a", "\nx\n")]
    [InlineData("- a: |+\n     \n  b: y\n", "0/a", "\n")]
    [InlineData("a:\n- |\n \n x\n- y\n", "a/0", "\nx\n")]
    [InlineData("\"a: |\": |\n   \n   x\n", "a: |", "\nx\n")]
    [InlineData("a: \"x |\n\n  y\"\nb: |\n  \n  z\n", "b", "\nz\n")]
    [InlineData("a: 'x # '' |\n\n  y'\nb: |\n  \n  z\n", "b", "\nz\n")]
    [InlineData("# a: |\n  # b\nb: |\n  \n  z\n", "b", "\nz\n")]
    [InlineData("a: [x, \"|\",\n  {y: '>'}]\nb: |\n  \n  z\n", "b", "\nz\n")]
    [InlineData("? a\n: |\n  \n  z\n", "a", "\nz\n")]
    [InlineData("- |+\n   ", "0", "\n")]
    [InlineData("- |+\n   \n", "0", "\n")]
    [InlineData("- |\n   ", "0", "")]
    [InlineData("a: |\n  x\n   ", "a", "x\n \n")]
    [InlineData("a: |\n  x\n  ", "a", "x\n")]
    [InlineData("a: |+\n  x\n ", "a", "x\n\n")]
    [InlineData("a: |\n    \n  ", "a", "")]
    [InlineData("a: |\n   \n   x", "a", "\nx")]
    public void It_may_do_so_in_lists_and_mappings_and_at_the_end(string text, string path, string expected)
    {
        var document = Read(text);
        Assert.Equal("", Messages(document));
        Assert.Equal(expected, Scalar(document, path.Split('/')).Text);
    }

    [Theory]
    [InlineData("|\n  \n  x\n", "\nx\n")]
    [InlineData("--- |\n \n x\n", "\nx\n")]
    [InlineData("--- |\n \nx\n", "\nx\n")]
    public void A_document_may_be_one(string text, string expected)
    {
        var document = Read(text);
        Assert.Equal("", Messages(document));
        Assert.Equal(expected, Assert.IsType<SeedScalar>(document.Root).Text);
    }

    [Theory]
    [InlineData("a: |\n      \n    text\n")]
    [InlineData("a: >\n      \n    text\n")]
    [InlineData("a: |\n \n      \n    text\n")]
    [InlineData("b: |\n  \n  x\na: |\n      \n    text\n")]
    public void A_first_line_of_more_blanks_than_the_text_has_is_an_error(string text) =>
        Assert.StartsWith("DP0002", Messages(Read(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("!!str 123", "text 123")]
    [InlineData("!<tag:yaml.org,2002:str> 123", "text 123")]
    [InlineData("! 12", "text 12")]
    [InlineData("!!str", "text ")]
    [InlineData("!!str null", "text null")]
    [InlineData("!!str ~", "text ~")]
    [InlineData("!!null \"\"", "nothing")]
    [InlineData("!!null", "nothing")]
    [InlineData("!!null null", "nothing")]
    [InlineData("!!null 'null'", "nothing")]
    [InlineData("!!int \"3\"", "plain 3")]
    [InlineData("!!int '-3'", "plain -3")]
    [InlineData("!!int 0x1F", "plain 0x1F")]
    [InlineData("!!float '1.5'", "plain 1.5")]
    [InlineData("!!float 1e3", "plain 1e3")]
    [InlineData("!!float .inf", "plain .inf")]
    [InlineData("!!bool 'true'", "plain true")]
    [InlineData("!!timestamp 2001-12-14", "plain 2001-12-14")]
    [InlineData("!!timestamp '2001-12-14'", "text 2001-12-14")]
    [InlineData("!!binary R0lG", "plain R0lG")]
    public void A_tag_of_YAML_tells_a_text_from_a_number_or_nothing(string value, string expected)
    {
        var document = Read($"a: {value}\n");
        Assert.Equal("", Messages(document));
        var scalar = Scalar(document, "a");
        Assert.Equal(
            expected,
            scalar.IsNull ? "nothing"
                : scalar.IsPlain ? "plain " + scalar.Text
                : "text " + scalar.Text
        );
    }

    [Theory]
    [InlineData("!!set { x, y }")]
    [InlineData("!!omap [ x: 1 ]")]
    [InlineData("!!map { x: 1 }")]
    [InlineData("!!seq [ x ]")]
    public void A_tag_of_a_collection_changes_nothing(string value) =>
        Assert.Equal("", Messages(Read($"a: {value}\n")));

    [Theory]
    [InlineData("!Ref x")]
    [InlineData("!<tag:example.org,2000:x> x")]
    public void A_tag_of_another_program_is_left_out_and_said_once(string value)
    {
        var document = Read($"a: {value}\nb: !Sub y\n");
        Assert.Equal("DP00260,3", Messages(document));
        Assert.Equal("x", Scalar(document, "a").Text);
        Assert.False(document.IsBroken);
    }

    [Theory]
    [InlineData("!!null x", "The tag '!!null' says that this is nothing, and it is not")]
    [InlineData("!!int x", "The tag '!!int' says that this is a whole number, and it is not")]
    [InlineData("!!int 1.5", "The tag '!!int' says that this is a whole number, and it is not")]
    [InlineData("!!float x", "The tag '!!float' says that this is a number, and it is not")]
    [InlineData("!!bool yes", "The tag '!!bool' says that this is true or false, and it is not")]
    [InlineData("!!str [x]", "The tag '!!str' says that this is a text, and it is not")]
    public void A_tag_that_does_not_fit_its_value_is_an_error_there(string value, string expected)
    {
        var document = Read($"b: 1\na: {value}\nc: 2\n");
        var found = Assert.Single(document.Diagnostics);
        Assert.Equal("DP00051,3", Messages(document));
        Assert.Equal(expected, found.Text);
        Assert.Equal("2", Scalar(document, "c").Text);
    }

    [Theory]
    [InlineData("b: { <<: *a, y: 3 }", "x=1 y=3")]
    [InlineData("b: { y: 3, <<: *a }", "y=3 x=1")]
    [InlineData("b: { z: 0, <<: *a, y: 3 }", "z=0 x=1 y=3")]
    [InlineData("b:\n  <<: *a\n  y: 3\n", "x=1 y=3")]
    [InlineData("b: { <<: [*a, *c] }", "x=1 y=2 z=7")]
    [InlineData("b: { <<: [*c, *a] }", "x=5 z=7 y=2")]
    [InlineData("b: { <<: *c, <<: *a }", "x=5 z=7 y=2")]
    [InlineData("b: { <<: [{ y: 8 }, *a] }", "y=8 x=1")]
    [InlineData("b: { <<: { y: 8 }, x: 9 }", "y=8 x=9")]
    [InlineData("b: { <<: *d }", "x=5 z=7 w=4")]
    [InlineData("b: { <<: [] , x: 1 }", "x=1")]
    [InlineData("b: { <<: , x: 1 }", "x=1")]
    [InlineData("b: { !!merge <<: *a }", "x=1 y=2")]
    [InlineData("b: { '<<': *a }", "<<={x,y}")]
    [InlineData("b: { !!str <<: *a }", "<<={x,y}")]
    [InlineData("b: { '<<': 1, <<: *a }", "<<=1 x=1 y=2")]
    [InlineData("b: { <<: text, x: 1 }", "<<=text x=1")]
    [InlineData("b: { <<: [1, 2], x: 1 }", "<<=[] x=1")]
    [InlineData("b: { <<: [*a, 2], x: 1 }", "<<=[] x=1")]
    [InlineData("b: { cafe\u0301: 1, <<: { caf\u00e9: 2 } }", "cafe\u0301=1")]
    public void A_merge_key_gives_a_mapping_the_entries_that_it_lacks(string mapping, string expected)
    {
        var document = Read($"a: &a {{ x: 1, y: 2 }}\nc: &c {{ x: 5, z: 7 }}\nd: &d {{ <<: *c, w: 4 }}\n{mapping}\n");
        Assert.Equal("", Messages(document));
        var merged = Assert.IsType<SeedMapping>(Assert.IsType<SeedMapping>(document.Root).ValueOf("b"));
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                merged.Entries.Select(entry =>
                    entry.Name
                    + "="
                    + entry.Value switch
                    {
                        SeedScalar scalar => scalar.Text,
                        SeedMapping inner => "{" + string.Join(',', inner.Entries.Select(each => each.Name)) + "}",
                        _ => "[]",
                    }
                )
            )
        );
    }

    [Fact]
    public void A_merged_value_is_at_the_place_where_it_is_written()
    {
        var document = Read("base: &b { x: 1 }\nitem:\n  <<: *b\n  y: 3\n");
        var item = Assert.IsType<SeedMapping>(Assert.IsType<SeedMapping>(document.Root).ValueOf("item"));
        Assert.Equal("base: &b { x: 1 }".IndexOf('x', StringComparison.Ordinal), item.Entries[0].Key.Span.Start);
        Assert.Equal("base: &b { x: 1 }".IndexOf('1', StringComparison.Ordinal), item.Entries[0].Value.Span.Start);
    }

    [Theory]
    [InlineData(5_000, "")]
    [InlineData(5_001, "DP0003")]
    public void Merged_values_count_as_values_that_aliases_repeat(int repeats, string expected)
    {
        var merges = string.Concat(Enumerable.Range(0, repeats).Select(i => $"k{i}: {{ <<: *a }}\n"));
        Assert.StartsWith(expected, Messages(Read($"a: &a {{}}\n{merges}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_keys_and_tags_work_in_a_package_and_in_its_declarations()
    {
        var generated = new SeedSet()
            .With("datapackage.yaml", "namespace: Seeded\n")
            .With(
                "schema/Thing.yaml",
                "properties:\n  x: &number { type: integer, description: A number. }\n"
                    + "  y: { <<: *number, description: Another number. }\n"
                    + "  code: { type: text, description: A code. }\n"
            )
            .With("things.yaml", "base: &b { x: 1, y: 2, code: !!str 12 }\nitem:\n  <<: *b\n  y: 3\n")
            .Generate();
        Assert.Empty(generated.Messages);
        Assert.Equal(1L, generated.Entity("Things", "Item").Get("X"));
        Assert.Equal(3L, generated.Entity("Things", "Item").Get("Y"));
        Assert.Equal("12", generated.Entity("Things", "Item").Get("Code"));
    }
}
