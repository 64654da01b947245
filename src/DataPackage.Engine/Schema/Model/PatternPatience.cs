using System.Diagnostics;
using System.Text.RegularExpressions;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The time that backtracking patterns may still take for the values of one seed. It belongs to one run of one
/// step.</summary>
/// <remarks>A harmless pattern matches in microseconds. On a busy machine a whole process may pause for longer than the
/// patience of a seed, through no fault of the pattern: hence a second chance.</remarks>
internal sealed class PatternPatience
{
    /// <summary>Milliseconds that backtracking patterns may take in a whole build, shared out among the
    /// seeds.</summary>
    private const int OfBuild = 8_000;

    /// <summary>The largest share of one seed.</summary>
    private const int OfSeed = 500;

    /// <summary>The smallest share of one seed: a thousand times what a harmless match takes.</summary>
    private const int LeastOfSeed = 2;

    private int _chances = 2;
    private TimeSpan _left;

    public PatternPatience(TimeSpan patience) => _left = OfMatch = patience;

    /// <summary>The share of each seed in the patience of a whole build.</summary>
    public static TimeSpan PerSeed(int seeds) =>
        TimeSpan.FromMilliseconds(Math.Min(OfSeed, Math.Max(LeastOfSeed, OfBuild / PowerOfTwo.AtLeast(seeds))));

    /// <summary>Whether all chances are used up: values are no longer checked.</summary>
    public bool IsOver => _chances == 0;

    /// <summary>The most time of one match.</summary>
    public TimeSpan OfMatch { get; }

    /// <summary>Whether the whole text matches; null if the patience ends before that is known.</summary>
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
