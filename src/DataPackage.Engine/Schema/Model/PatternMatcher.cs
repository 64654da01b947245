using System.Text.RegularExpressions;

namespace DataPackage.Engine.Schema.Model;

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
