using System.Text.RegularExpressions;

namespace DataPackage.Engine.Schema.Model;

/// <summary>A pattern, compiled once for all seeds.</summary>
/// <param name="patience">The most time of one match that backtracks.</param>
/// <param name="isLinear">Whether the time of a match grows with the text only, for any pattern.</param>
internal sealed class PatternMatcher(Regex regex, TimeSpan patience, bool isLinear)
{
    public TimeSpan Patience => patience;

    public bool IsLinear => isLinear;

    /// <exception cref="RegexMatchTimeoutException">The match takes longer than its patience.</exception>
    public bool IsMatch(string text) => regex.IsMatch(text);
}
