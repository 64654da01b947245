using System.Text;
using DataPackage.Engine.CSharp;
using DataPackage.Engine.Linking;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataPackage.Generator.Tests.Emission;

/// <summary>Data in code come out of the compiler unchanged, and look harmless in between.</summary>
public class CSharpTextTests
{
    private static object? Compiled(string literal)
    {
        var expression = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal);
        Assert.Equal(literal, expression.ToFullString());
        Assert.Empty(expression.GetDiagnostics());
        return expression.Token.Value;
    }

    private static void AssertAscii(string code) => Assert.DoesNotContain(code, c => c is < ' ' or > '~');

    [Fact]
    public void Every_character_comes_back_from_a_literal_alone_and_among_others()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            foreach (var text in new[] { ((char)c).ToString(), $"a{(char)c}0f{(char)c}" })
            {
                var literal = CSharpText.Literal(text);
                AssertAscii(literal);
                Assert.Equal(text, Compiled(literal));
            }
        }
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData(" plain ~text~ ", "\" plain ~text~ \"")]
    [InlineData("say \"no\" to C:\\new", "\"say \\\"no\\\" to C:\\\\new\"")]
    [InlineData("é\u2028\u202E🚢", "\"\\u00e9\\u2028\\u202e\\ud83d\\udea2\"")]
    public void A_literal_escapes_what_it_must_and_nothing_else(string text, string literal) =>
        Assert.Equal(literal, CSharpText.Literal(text));

    [Fact]
    public void Bytes_become_a_UTF8_literal() =>
        Assert.Equal("\"\\u00e9\\u0000!\"u8", CSharpText.Literal(Encoding.UTF8.GetBytes("é\0!")).ToString());

    [Fact]
    public void A_character_of_a_long_UTF8_literal_is_whole_wherever_it_starts()
    {
        for (var before = 0; before < 4; before++)
        {
            var text = new string('a', before) + string.Concat(Enumerable.Repeat("🚢", 3_000));
            var literal = CSharpText.Literal(Encoding.UTF8.GetBytes(text)).ToString();
            Assert.Equal(CSharpText.Literal(text) + "u8", literal);
        }
    }

    [Fact]
    public void Long_UTF8_literals_have_few_lengths_and_are_cut_to_their_bytes()
    {
        var lengths = new HashSet<int>();
        for (var length = 16 * 1024; length <= 64 * 1024; length += 97)
        {
            var text = new string('a', length - 1) + '!';
            var code = CSharpText.Literal(Encoding.UTF8.GetBytes(text)).ToString();
            var cut = code.IndexOf(".Slice(0, ", StringComparison.Ordinal);
            var literal = cut < 0 ? code : code[..cut];
            var padded = ((string)Compiled(literal)!).Length;
            Assert.Equal(padded == length ? literal : $"{literal}.Slice(0, {length})", code);
            Assert.StartsWith($"\"{text}", code, StringComparison.Ordinal);
            Assert.InRange(padded, length, length * 17 / 16);
            lengths.Add(padded);
        }

        Assert.InRange(lengths.Count, 1, 33);
    }

    [Theory]
    [InlineData("seeds/ships/a b~.yaml", "#line 12 \"seeds/ships/a b~.yaml\"")]
    [InlineData(" ", "#line 12 \" \"")]
    [InlineData("", null)]
    [InlineData("seeds/é.yaml", null)]
    [InlineData("seeds/a\".yaml", null)]
    [InlineData("seeds/a\n.yaml", null)]
    [InlineData("seeds/a\u007F.yaml", null)]
    public void A_line_is_mapped_to_a_seed_whose_path_is_plain(string path, string? directive) =>
        Assert.Equal(directive, CSharpText.LineDirective(new SeedLine(path, 12)));

    [Theory]
    [InlineData("plain ~text~", "plain ~text~")]
    [InlineData("a < b && c > d", "a &#x3C; b &#x26;&#x26; c &#x3E; d")]
    [InlineData("  two\r\n\tlines\u00A0and\u2028more ", "two lines and more")]
    [InlineData("café 🚢!", "caf&#xE9; &#x1F6A2;!")]
    [InlineData("\U0001F6A2", "&#x1F6A2;")]
    [InlineData("a\u0001b\u007Fc", "abc")]
    [InlineData("a\u202Eb\u200Bc\uFEFFd", "abcd")]
    [InlineData("--></summary>*/", "--&#x3E;&#x3C;/summary&#x3E;*/")]
    public void Documentation_is_one_line_without_markup_and_without_what_only_an_editor_would_obey(
        string text,
        string doc
    ) => Assert.Equal(doc, CSharpText.Doc(text));

    /// <summary>The argument of an attribute would turn half a pair into U+FFFD.</summary>
    [Fact]
    public void Documentation_leaves_out_half_a_character()
    {
        Assert.Equal("a", CSharpText.Doc("a\uD83D"));
        Assert.Equal("a", CSharpText.Doc("\uD83Da"));
        Assert.Equal("", CSharpText.Doc("\uDEA2\uD83D"));
        Assert.Equal("&#x1F6A2;b", CSharpText.Doc("\uD83D\uD83D\uDEA2b"));
    }

    [Fact]
    public void Every_character_of_documentation_is_ASCII()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            AssertAscii(CSharpText.Doc($"a{(char)c}b"));
    }

    [Theory]
    [InlineData("public static Ship Albatros => 1; // ~", "public static Ship Albatros => 1; // ~")]
    [InlineData("", "")]
    [InlineData("public Ship Équipe日 => ~1;", "public Ship \\u00c9quipe\\u65e5 => ~1;")]
    [InlineData("É", "\\u00c9")]
    [InlineData("/// <see cref=\"Équipe\"/> ~", "/// <see cref=\"&#xC9;quipe\"/> ~")]
    [InlineData("// É", "// \\u00c9")]
    public void Names_of_other_scripts_are_escaped_in_a_line_of_code_and_in_its_documentation(
        string line,
        string ascii
    ) => Assert.Equal(ascii, CSharpText.Ascii(line, line.StartsWith("///", StringComparison.Ordinal)));
}
