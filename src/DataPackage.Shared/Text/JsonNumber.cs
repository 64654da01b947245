namespace DataPackage.Shared.Text;

/// <summary>The numbers of JSON: <c>-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?</c>.</summary>
internal static class JsonNumber
{
    public static bool Is(string text) => Refuse(text) is null;

    /// <summary>Why a text without quotes is no value of JSON; null if it is a number.</summary>
    public static string? Refuse(string text)
    {
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (at >= text.Length || text[at] is not ((>= '0' and <= '9') or '.' or '+'))
            return "a value is a number, true, false, null, a text in double quotes, a list or an object";
        if (text[at] == '+')
            return "a number has no '+' before it";
        var whole = EndOfDigits(text, at);
        if (whole == at)
            return "a number has a digit before its point";
        if (text[at] == '0' && whole - at > 1)
            return "a number has no zeros before its first digit; digits that are no number are "
                + "a text in double quotes";
        if (whole < text.Length && text[whole] == '.')
        {
            at = whole + 1;
            whole = EndOfDigits(text, at);
            if (whole == at)
                return "a number has a digit after its point";
        }

        if (whole < text.Length && text[whole] is 'e' or 'E')
        {
            at = whole + (whole + 1 < text.Length && text[whole + 1] is '+' or '-' ? 2 : 1);
            whole = EndOfDigits(text, at);
            if (whole == at)
                return "a number has a digit after its 'e'";
        }

        return whole == text.Length ? null : "this is no number of JSON; a text is in double quotes";
    }

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return at;
    }
}
