using System.Text.RegularExpressions;

namespace DataPackage.Generator.Schema;

/// <summary>The regular expressions that a schema gives for its values. A pattern matches a whole text; it can come from anybody, so that no pattern may hang the compiler.</summary>
internal static class Patterns
{
    public const int LongestPattern = 1_000;

    /// <summary>What a pattern may take for one value where it backtracks.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Matching in linear time (.NET 7). netstandard2.0 does not know it, but most compilers run on a .NET that does, all but Visual Studio's.</summary>
    private static readonly RegexOptions Linear = Enum.TryParse<RegexOptions>("NonBacktracking", out var linear) ? linear : RegexOptions.None;

    /// <summary>What is wrong with a pattern, or null.</summary>
    public static string? Check(string pattern)
    {
        if (pattern.Length > LongestPattern) return FormattableString.Invariant($"it has {pattern.Length} characters, and {LongestPattern} are the most");
        try
        {
            // By itself first: 'a)|(b' would be well-formed within the brackets that anchor it.
            foreach (var each in new[] { pattern, Anchored(pattern) }) _ = new Regex(each, RegexOptions.CultureInvariant, Patience);
            return null;
        }
        catch (ArgumentException invalid)
        {
            return invalid.Message;
        }
    }

    /// <summary>Whether the whole text matches; null where the pattern takes too long to tell.</summary>
    public static bool? Matches(string pattern, string text)
    {
        try
        {
            return IsMatch(pattern, text, Linear);
        }
        catch (NotSupportedException)
        {
            // It looks around or back, which takes backtracking.
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }

        try
        {
            return IsMatch(pattern, text, RegexOptions.None);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <remarks>The static method keeps the last patterns compiled; a schema has few, and its data many values.</remarks>
    private static bool IsMatch(string pattern, string text, RegexOptions how) =>
        Regex.IsMatch(text, Anchored(pattern), RegexOptions.CultureInvariant | how, Patience);

    private static string Anchored(string pattern) => @"\A(?:" + pattern + @")\z";
}
