namespace DataPackage.Engine.Syntax;

/// <summary>Recognizes lines of YAML without parsing them, to find where reading can go on after a fault.</summary>
internal static class YamlLines
{
    private static readonly char[] Ends = ['\n', '\r'];

    public static int StartOf(string text, int at) =>
        at <= 0 ? 0 : text.LastIndexOfAny(Ends, Math.Min(at, text.Length) - 1) + 1;

    public static int EndOf(string text, int at) => text.IndexOfAny(Ends, at) is >= 0 and var end ? end : text.Length;

    /// <summary>The start of the next line; the length of the text if there is none.</summary>
    public static int Next(string text, int at)
    {
        var end = EndOf(text, at);
        if (end == text.Length)
            return end;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    /// <summary>The offset of the first character of a line that is not a blank.</summary>
    public static int ContentOf(string text, int line)
    {
        while (line < text.Length && text[line] == ' ')
            line++;
        return line;
    }

    /// <summary>Whether a line is empty or a comment.</summary>
    public static bool IsEmpty(string text, int line)
    {
        while (line < text.Length && text[line] is ' ' or '\t')
            line++;
        return line >= text.Length || text[line] is '\n' or '\r' or '#';
    }

    /// <summary>Whether a line starts or ends a document.</summary>
    public static bool IsDocumentMark(string text, int line) =>
        (string.CompareOrdinal(text, line, "---", 0, 3) == 0 || string.CompareOrdinal(text, line, "...", 0, 3) == 0)
        && IsBlankAt(text, line + 3);

    /// <summary>Whether a line, or the last text before it, ends with <c>,</c>, <c>[</c> or <c>{</c>.</summary>
    public static bool IsWithinBrackets(string text, int line) =>
        EndsOpen(text, EndOf(text, line)) || EndsOpen(text, line);

    private static bool EndsOpen(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > 0 && text[end - 1] is (',' or '[' or '{');
    }

    /// <summary>Whether an item of a list in block style starts at an offset.</summary>
    public static bool IsItem(string text, int at) => at < text.Length && text[at] == '-' && IsBlankAt(text, at + 1);

    /// <summary>Whether an entry of a mapping in block style starts at an offset.</summary>
    public static bool IsEntry(string text, int at) => ColonOf(text, at) >= 0;

    /// <summary>Whether a plain, quoted or bracketed value follows the key of an entry on the same line.</summary>
    public static bool HasValue(string text, int at) =>
        ColonOf(text, at) is >= 0 and var colon
        && !IsEmpty(text, colon + 1)
        && ContentOf(text, colon + 1) is var value
        && text[value] is not ('|' or '>' or '&' or '!');

    /// <summary>The offset of the colon after the key that starts at an offset; -1 if no key does.</summary>
    public static int ColonOf(string text, int at)
    {
        var end = EndOf(text, at);
        if (
            at >= end
            || IsItem(text, at)
            || text[at] is '[' or ']' or '{' or '}' or ',' or '#' or '|' or '>' or '@' or '`' or '%' or ':' or '\t'
        )
            return -1;
        var next = at;
        if (text[at] is '"' or '\'')
        {
            for (next = at + 1; next < end && text[next] != text[at]; next++)
                if (text[next] == '\\' && text[at] == '"')
                    next++;
            for (next++; next < end && text[next] == ' '; )
                next++;
            return next < end && text[next] == ':' && IsBlankAt(text, next + 1) ? next : -1;
        }

        for (; next < end; next++)
        {
            if (text[next] == ':' && IsBlankAt(text, next + 1))
                return next;
            if (text[next] == '#' && text[next - 1] is ' ' or '\t')
                return -1;
        }

        return -1;
    }

    public static bool IsBlankAt(string text, int at) => at >= text.Length || text[at] is ' ' or '\t' or '\n' or '\r';
}
