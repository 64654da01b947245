using System.Globalization;
using DataPackage.Shared.Text;

namespace DataPackage.Runtime.Tests.Text;

public class LetterCaseTests
{
    /// <summary>Letters that some platforms pair and others do not have yet.</summary>
    private static bool IsNewer(char c) =>
        c is '\u019B' or '\u0264' or '\u1C89' or '\u1C8A' or (>= '\uA7CB' and <= '\uA7DC');

    [Fact]
    public void Case_is_that_of_the_platform_but_for_what_platforms_disagree_on()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            if (IsNewer(c))
                continue;
            if (c != '\u017F')
                Assert.True(
                    LetterCase.ToUpper(c) == char.ToUpperInvariant(c),
                    ((int)c).ToString("X4", CultureInfo.InvariantCulture)
                );
            Assert.True(
                LetterCase.ToLower(c) == char.ToLowerInvariant(c),
                ((int)c).ToString("X4", CultureInfo.InvariantCulture)
            );
        }
    }

    [Fact]
    public void Letters_that_platforms_disagree_on_have_one_case() =>
        Assert.Equal(
            "S\u0130I\u0131 \u019B\u0264",
            string.Concat("\u017F\u0130i\u0131 \u019B\u0264".Select(LetterCase.ToUpper))
        );

    [Fact]
    public void Small_letters_of_plane_1_are_found_and_halves_of_pairs_stay()
    {
        for (var code = 0x10000; code < 0x20000; code++)
        {
            var text = char.ConvertFromUtf32(code);
            if (code is < 0x10D50 or > 0x10D65 and not (>= 0x16EA0 and <= 0x16ED3))
                Assert.Equal(text.ToLowerInvariant(), LetterCase.ToLower(text));
        }

        Assert.Equal("\uD801 a\uDC00", LetterCase.ToLower("\uD801 A\uDC00"));
    }

    [Theory]
    [InlineData("Stra\u00DFe", "STRA\u00DFE", true)]
    [InlineData("\u00E9\u03C9", "\u00C9\u03A9", true)]
    [InlineData("\u0131", "I", false)]
    [InlineData("\u017F", "s", true)]
    [InlineData("ab", "abc", false)]
    public void Texts_are_equal_but_for_case(string left, string right, bool expected)
    {
        Assert.Equal(expected, LetterCase.AreEqual(left, right));
        Assert.Equal(expected, new HashSet<string>([left], LetterCase.Comparer.Instance).Contains(right));
    }
}
