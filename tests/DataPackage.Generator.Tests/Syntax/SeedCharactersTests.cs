using System.Globalization;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Tests.Syntax;

/// <summary>The invisible characters, those that change the direction of writing, and their names.</summary>
public class SeedCharactersTests
{
    [Fact]
    public void Controls_line_ends_format_characters_and_what_is_no_character_are_invisible() =>
        Assert.Equal(
            "0000-001F 007F-009F 00AD-00AD 0600-0605 061C-061C 06DD-06DD 070F-070F 0890-0891 08E2-08E2 180E-180E 200B-200F 2028-202E 2060-206F FDD0-FDEF FEFF-FEFF FFF9-FFFB FFFD-FFFF",
            RangesOf(SeedCharacters.IsInvisible)
        );

    [Fact]
    public void Embeddings_overrides_and_isolates_turn_the_direction()
    {
        Assert.Equal("202A-202E 2066-2069", RangesOf(SeedCharacters.IsBidirectionalControl));
        Assert.Equal(
            "202A-202E 2066-2069",
            RangesOf(c => SeedCharacters.IndexOfBidirectionalControl($"a{c}{c}", 1) == 1)
        );
        Assert.Equal(-1, SeedCharacters.IndexOfBidirectionalControl("\u202Aa", 1));
    }

    [Fact]
    public void What_breaks_the_text_is_forbidden_and_what_only_hides_is_not() =>
        Assert.Equal(
            "0000-0008 000B-000C 000E-001F 007F-009F 2028-2029 D800-DFFF FDD0-FDEF FEFF-FEFF FFFD-FFFF",
            RangesOf(c => SeedCharacters.IndexOfForbidden($"a{c}a") == 1)
        );

    [Theory]
    [InlineData("\U0001FFFE", 0)]
    [InlineData("\U0001FFFF", 0)]
    [InlineData("\U0010FFFF", 0)]
    [InlineData("\U0001FFFD", -1)]
    [InlineData("\U00020000", -1)]
    [InlineData("\U0001F600\0", 2)]
    public void What_is_no_character_beyond_the_first_plane_is_forbidden(string text, int at) =>
        Assert.Equal(at, SeedCharacters.IndexOfForbidden(text));

    [Theory]
    [InlineData("\uFFFD", "U+FFFD", "the file is not UTF-8, or holds a replacement character")]
    [InlineData("\u2028", "U+2028", "an invisible line end")]
    [InlineData("\u2029", "U+2029", "an invisible line end")]
    [InlineData("\u0085", "U+0085", "an invisible line end")]
    [InlineData("\uFEFF", "U+FEFF", "a byte order mark inside the text")]
    [InlineData("\u2066", "U+2066", "an invisible control of writing direction")]
    [InlineData("\U0001FFFE", "U+1FFFE", "half of a surrogate pair, or no character")]
    [InlineData("\u0007", "U+0007", "a control character")]
    [InlineData("\uFDD0", "U+FDD0", "no character")]
    public void A_forbidden_character_has_a_name_and_a_reason(string text, string name, string reason) =>
        Assert.Equal((name, reason), (SeedCharacters.NameOf(text, 0), SeedCharacters.Explain(text[0])));

    /// <summary>An attribute cannot hold half a pair.</summary>
    [Fact]
    public void Half_a_pair_is_forbidden_and_has_a_name()
    {
        Assert.Equal(
            (0, 1),
            (SeedCharacters.IndexOfForbidden("\uD83D\uD83D\uDE00"), SeedCharacters.IndexOfForbidden("a\uD83D"))
        );
        Assert.Equal(("U+D83D", "U+D800"), (SeedCharacters.NameOf("\uD83Da", 0), SeedCharacters.NameOf("\uD800", 0)));
        Assert.Equal("half of a surrogate pair, or no character", SeedCharacters.Explain('\uD800'));
    }

    [Theory]
    [InlineData("\\articles\\a.md", "articles/a.md", true, false)]
    [InlineData("/articles.yaml", "articles.yaml", true, false)]
    [InlineData("articles.yml", "articles.yml", true, false)]
    [InlineData("articles.json", "articles.json", false, false)]
    [InlineData("articlesx/a.yaml", "articlesx/a.yaml", false, false)]
    [InlineData("schema/A.yaml", "schema/A.yaml", false, true)]
    [InlineData("x/schema/A.yaml", "x/schema/A.yaml", false, false)]
    [InlineData("datapackage.yaml", "datapackage.yaml", false, true)]
    [InlineData("datapackage.yml", "datapackage.yml", false, true)]
    [InlineData("x/datapackage.yml", "x/datapackage.yml", false, false)]
    public void A_path_says_what_a_seed_is_for(string path, string normalized, bool isInArticles, bool isDeclaration)
    {
        Assert.Equal(normalized, SeedPaths.Normalize(path));
        Assert.Equal(
            (isInArticles, isDeclaration),
            (SeedPaths.IsInArticles(normalized), SeedPaths.IsDeclaration(normalized))
        );
    }

    /// <summary>The ranges of UTF-16 units for which the condition is true.</summary>
    private static string RangesOf(Func<char, bool> isSo)
    {
        var ranges = new List<(int First, int Last)>();
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (!isSo((char)unit))
                continue;
            if (ranges.Count > 0 && ranges[^1].Last == unit - 1)
                ranges[^1] = (ranges[^1].First, unit);
            else
                ranges.Add((unit, unit));
        }

        return string.Join(
            ' ',
            ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.First:X4}-{range.Last:X4}"))
        );
    }
}
