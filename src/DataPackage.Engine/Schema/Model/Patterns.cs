using System.Text.RegularExpressions;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The regular expressions that a schema gives for its values. A pattern matches a whole text; it can come
/// from anybody, so that no pattern may hang the compiler.</summary>
internal static class Patterns
{
    public const int LongestPattern = 1_000;

    /// <summary>Matching in linear time (.NET 7). netstandard2.0 does not know it, but most compilers run on a .NET
    /// that does, all but Visual Studio's.</summary>
    private static readonly RegexOptions Linear = Enum.TryParse<RegexOptions>("NonBacktracking", out var linear)
        ? linear
        : RegexOptions.None;

    /// <summary>What is wrong with a pattern, or null.</summary>
    public static string? Check(string pattern)
    {
        if (pattern.Length > LongestPattern)
            return FormattableString.Invariant(
                $"it has {pattern.Length} characters, and {LongestPattern} are the most"
            );
        try
        {
            // By itself first: 'a)|(b' would be well-formed within the brackets that anchor it.
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
                // It looks around or back, which takes backtracking.
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
