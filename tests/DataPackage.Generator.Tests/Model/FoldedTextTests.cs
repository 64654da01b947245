using System.Globalization;
using DataPackage.Engine.Text;

namespace DataPackage.Generator.Tests.Model;

/// <summary>The equivalents in a quote: white space, quotation marks and dashes of any form, and nothing
/// else.</summary>
public class FoldedTextTests
{
    /// <summary>Quotation_Mark of Unicode's PropList, and its common substitutes.</summary>
    private const string QuotationMarks = "\"'`«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣´ʼ′″";

    /// <summary>Dash of Unicode's PropList.</summary>
    private const string Dashes = "-֊־᐀᠆‐‑‒–—―⁓⁻₋−⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－";

    [Fact]
    public void Marks_and_blanks_of_any_form_are_one_each_and_every_other_character_is_itself()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var one = (char)c;
            var expected =
                QuotationMarks.Contains(one, StringComparison.Ordinal) ? '\''
                : Dashes.Contains(one, StringComparison.Ordinal) ? '-'
                : char.IsWhiteSpace(one) ? ' '
                : one;
            var folded = FoldedText.Of($"a{one}b");
            Assert.Equal(($"a{expected}b", $"U+{c:X4}"), (folded.Text, $"U+{c:X4}"));
            Assert.Equal([0, 1, 2, 3], folded.Offsets);
        }
    }

    [Theory]
    [InlineData("", "", new[] { 0 })]
    [InlineData(" \n\t ", " ", new[] { 0, 4 })]
    [InlineData("a \u00A0\r\nb", "a b", new[] { 0, 1, 5, 6 })]
    [InlineData("  a  b", " a b", new[] { 0, 2, 3, 5, 6 })]
    [InlineData("«a» — b", "'a' - b", new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData("''  --", "'' --", new[] { 0, 1, 2, 4, 5, 6 })]
    public void A_run_of_white_space_is_one_blank_that_came_from_its_first_character(
        string text,
        string folded,
        int[] offsets
    )
    {
        var result = FoldedText.Of(text);

        Assert.Equal(folded, result.Text);
        Assert.Equal(offsets, result.Offsets.Take(folded.Length + 1));
    }

    [Fact]
    public void Letters_are_what_is_neither_white_space_nor_punctuation_nor_a_symbol()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var one = (char)c;
            var isLetter =
                !char.IsWhiteSpace(one)
                && !char.IsPunctuation(one)
                && !char.IsSymbol(one)
                && char.GetUnicodeCategory(one) != UnicodeCategory.Format;
            var letters = FoldedText.LettersOf($"a{one}b");
            Assert.Equal(isLetter ? $"a{one}b" : "ab", letters.Text);
            Assert.Equal(isLetter ? [0, 1, 2, 3] : [0, 2, 3], letters.Offsets);
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \n a \t\u00A0b\n", "a b")]
    [InlineData("a b", "a b")]
    public void A_passage_in_one_line_has_single_blanks_and_none_at_its_ends(string passage, string line) =>
        Assert.Equal(line, FoldedText.WithSingleBlanks(passage));
}
