using DataPackage.Engine.Articles;

namespace DataPackage.Tool.Entities;

/// <summary>A quote with the words around it that tell it from other passages with the same words.</summary>
internal sealed record UniqueQuote(Passage Passage, string? Prefix, string? Suffix)
{
    /// <summary>The most words around a quote that are tried.</summary>
    private const int MostWords = 12;

    /// <summary>The first passage with the quote; null if there is none, or if no few words around it tell it from the
    /// others.</summary>
    /// <param name="longest">The most characters of a prefix or a suffix.</param>
    public static UniqueQuote? Find(string quote, string text, QuoteMatcher matcher, int longest)
    {
        if (matcher.Find(quote, null, null, out var count, out _) is { } only)
            return new(only, null, null);
        if (count == 0 || text.IndexOf(quote, StringComparison.Ordinal) is not (>= 0 and var at))
            return null;
        for (var words = 1; words <= MostWords; words++)
        {
            var prefix = Before(text, at, words);
            if (
                prefix.Length > 0
                && prefix.Length <= longest
                && matcher.Find(quote, prefix, null, out _, out _) is { } after
            )
                return new(after, prefix, null);
            var suffix = After(text, at + quote.Length, words);
            if (
                suffix.Length > 0
                && suffix.Length <= longest
                && matcher.Find(quote, null, suffix, out _, out _) is { } before
            )
                return new(before, null, suffix);
        }

        return null;
    }

    private static string Before(string text, int end, int words)
    {
        var line = text[(text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1)..end];
        return string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(words));
    }

    private static string After(string text, int start, int words)
    {
        var end = text.IndexOf('\n', start) is >= 0 and var feed ? feed : text.Length;
        return string.Join(' ', text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(words));
    }
}
