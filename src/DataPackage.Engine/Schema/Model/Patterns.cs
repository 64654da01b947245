using System.Text.RegularExpressions;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The regular expressions of schemas. A pattern matches a whole text. Anybody may have written it, so no
/// pattern may hang the compiler.</summary>
internal static class Patterns
{
    public const int LongestPattern = 1_000;

    /// <summary>Matching in linear time (.NET 7). netstandard2.0 lacks the option, but most compilers run on a .NET
    /// that has it; Visual Studio's does not.</summary>
    private static readonly RegexOptions Linear = Enum.TryParse<RegexOptions>("NonBacktracking", out var linear)
        ? linear
        : RegexOptions.None;

    /// <summary>The mistake in a pattern; null if there is none.</summary>
    public static string? Check(string pattern)
    {
        if (pattern.Length > LongestPattern)
            return FormattableString.Invariant(
                $"it has {pattern.Length} characters, and {LongestPattern} are the most"
            );
        try
        {
            // First without brackets: 'a)|(b' would be well-formed within the brackets that anchor it.
            foreach (var each in new[] { pattern, Anchored(pattern) })
                _ = new Regex(each, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
            return null;
        }
        catch (ArgumentException invalid)
        {
            return invalid.Message;
        }
    }

    public static PatternMatcher MatcherOf(string pattern, TimeSpan patience)
    {
        if (FixedPattern.Is(pattern))
            return new PatternMatcher(
                new Regex(Anchored(pattern), RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout),
                patience,
                isLinear: true
            );
        if (Linear != RegexOptions.None)
        {
            try
            {
                return new PatternMatcher(
                    new Regex(Anchored(pattern), RegexOptions.CultureInvariant | Linear, Regex.InfiniteMatchTimeout),
                    patience,
                    isLinear: true
                );
            }
            catch (NotSupportedException)
            {
                // Lookarounds and backreferences need backtracking.
            }
        }

        return new PatternMatcher(
            new Regex(Anchored(pattern), RegexOptions.CultureInvariant, patience),
            patience,
            isLinear: false
        );
    }

    private static string Anchored(string pattern) => @"\A(?:" + pattern + @")\z";
}
