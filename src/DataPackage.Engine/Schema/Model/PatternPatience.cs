using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DataPackage.Engine.Schema.Model;

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
