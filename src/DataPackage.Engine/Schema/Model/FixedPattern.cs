namespace DataPackage.Engine.Schema.Model;

/// <summary>Recognizes patterns that match a text in one way only: characters and sets of them, each a stated number of
/// times, such as <c>^[0-9a-f]{64}$</c>.</summary>
/// <remarks>With such a pattern the standard matcher never goes back, so it needs linear time. .NET's matcher for any
/// pattern would start later: it takes a tenth of the time in which the command checks a small package.</remarks>
internal static class FixedPattern
{
    private const string Classes = "dDwWsS";

    /// <summary>False for some patterns that are fixed too. The pattern is well-formed.</summary>
    public static bool Is(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            var end = pattern[at] switch
            {
                '^' => at == 0 ? at : -1,
                '$' => at == pattern.Length - 1 ? at : -1,
                '\\' => EndOfEscape(pattern, at),
                '[' => EndOfSet(pattern, at),
                '{' => EndOfCount(pattern, at),
                '(' or ')' or '*' or '+' or '?' or '|' or ']' or '}' => -1,
                _ => at,
            };
            if (end < 0)
                return false;
            at = end;
        }

        return true;
    }

    private static int EndOfEscape(string pattern, int at) =>
        at + 1 < pattern.Length && (Classes.IndexOf(pattern[at + 1]) >= 0 || IsPunctuation(pattern[at + 1]))
            ? at + 1
            : -1;

    /// <summary>A set without escapes, and without sets inside.</summary>
    private static int EndOfSet(string pattern, int at)
    {
        var end = pattern.IndexOf(']', at);
        var content = end < 0 ? "" : pattern.Substring(at + 1, end - at - 1);
        return content.Length > 0 && content != "^" && content.IndexOfAny(['[', '\\']) < 0 ? end : -1;
    }

    private static int EndOfCount(string pattern, int at)
    {
        var end = at + 1;
        while (end < pattern.Length && pattern[end] is >= '0' and <= '9')
            end++;
        return end > at + 1 && end < pattern.Length && pattern[end] == '}' ? end : -1;
    }

    private static bool IsPunctuation(char c) => c is > ' ' and <= '~' && !char.IsLetterOrDigit(c);
}
