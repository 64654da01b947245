using System.Diagnostics;
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

/// <summary>A pattern, made ready once for all seeds.</summary>
/// <param name="patience">What one match may take that backtracks.</param>
/// <param name="isLinear">Whether a match takes a time that grows with the text only, whatever the pattern.</param>
internal sealed class PatternMatcher(Regex regex, TimeSpan patience, bool isLinear)
{
    public TimeSpan Patience => patience;

    public bool IsLinear => isLinear;

    /// <exception cref="RegexMatchTimeoutException">It takes longer than its patience.</exception>
    public bool IsMatch(string text) => regex.IsMatch(text);
}

/// <summary>The time that patterns which backtrack may still take for the values of one seed, whichever patterns they
/// are. It belongs to one run of one step.</summary>
/// <remarks>A match takes microseconds where a pattern is innocent. On a busy machine a whole process may stand still
/// for longer than the patience of a seed is, which says nothing of the pattern: hence a second chance.</remarks>
internal sealed class PatternPatience
{
    /// <summary>Milliseconds that such patterns may take in a whole build, shared out among the seeds.</summary>
    private const int OfBuild = 8_000;

    /// <summary>The most of it for one seed.</summary>
    private const int OfSeed = 500;

    /// <summary>The least of it for one seed: a thousand times what an innocent match takes.</summary>
    private const int LeastOfSeed = 2;

    private int _chances = 2;
    private TimeSpan _left;

    public PatternPatience(TimeSpan patience) => _left = OfMatch = patience;

    /// <summary>What the patience of a whole build gives to each of so many seeds.</summary>
    public static TimeSpan PerSeed(int seeds)
    {
        long rounded = 1;
        while (rounded < seeds)
            rounded *= 2;
        return TimeSpan.FromMilliseconds(Math.Min(OfSeed, Math.Max(LeastOfSeed, OfBuild / rounded)));
    }

    /// <summary>All chances are gone: nothing more is known of values.</summary>
    public bool IsOver => _chances == 0;

    /// <summary>Of one match.</summary>
    public TimeSpan OfMatch { get; }

    /// <summary>Whether the whole text matches; null where the patience ends before that is known.</summary>
    public bool? Matches(PatternMatcher pattern, string text)
    {
        if (pattern.IsLinear)
            return pattern.IsMatch(text);
        while (_chances > 0)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                var isMatch = pattern.IsMatch(text);
                Take(watch.Elapsed);
                return isMatch;
            }
            catch (RegexMatchTimeoutException)
            {
                Take(OfMatch);
            }
        }

        return null;
    }

    private void Take(TimeSpan time)
    {
        _left -= time;
        if (_left > TimeSpan.Zero)
            return;
        _chances--;
        _left = OfMatch;
    }
}
