using System.Text.RegularExpressions;
using DataPackage.Engine.Schema.Model;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>Patterns that match in one way only have the standard matcher, which starts sooner.</summary>
public class FixedPatternTests
{
    private static readonly string[] Texts =
    [
        "",
        "a",
        "ab",
        "a-1",
        "a-12",
        "A.12",
        "a-12\n",
        "ab-12",
        "{2}",
        new string('f', 64),
        new string('f', 63) + "g",
    ];

    [Theory]
    [InlineData("^[0-9a-f]{64}$")]
    [InlineData("[a-z]-[0-9]{2}")]
    [InlineData(@"\w\.\d{2}")]
    [InlineData(@"[^0-9]\W\d\d")]
    [InlineData("..")]
    [InlineData("")]
    public void What_is_fixed_is_matched_as_by_the_matcher_for_any_pattern(string pattern)
    {
        Assert.True(FixedPattern.Is(pattern));
        var matcher = Patterns.MatcherOf(pattern, TimeSpan.Zero);
        Assert.True(matcher.IsLinear);
        var any = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        Assert.All(Texts, text => Assert.Equal(any.IsMatch(text), matcher.IsMatch(text)));
    }

    [Theory]
    [InlineData("a*")]
    [InlineData("a+")]
    [InlineData("a?")]
    [InlineData("a{1,2}")]
    [InlineData("a{1,}")]
    [InlineData("a{2}?")]
    [InlineData("a|b")]
    [InlineData("(a)")]
    [InlineData("(?=a)a")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\p{L}")]
    [InlineData(@"a\b")]
    [InlineData(@"[\]]*")]
    [InlineData("[]a]")]
    [InlineData("[a-z-[b]]")]
    [InlineData("a^b")]
    [InlineData("a$b")]
    public void What_may_match_in_several_ways_or_is_not_plain_is_not_fixed(string pattern) =>
        Assert.False(FixedPattern.Is(pattern));
}
