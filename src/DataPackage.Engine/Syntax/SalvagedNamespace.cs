using DataPackage.Engine.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The namespace that a faulty line of <c>datapackage.yaml</c> was about to state. All accessors of the
/// package are in it; without this, each unclosed quote would move them elsewhere.</summary>
internal static class SalvagedNamespace
{
    private const string Key = "namespace";

    /// <summary>The trees, with the namespace from the text if its line could not be read.</summary>
    public static SeedTrees In(SeedTrees read, string text)
    {
        if (read.Lost.Count == 0 || read.First is not (null or SeedMapping))
            return read;
        var root = read.First as SeedMapping ?? new SeedMapping(default, default);
        if (root.ValueOf(Key) is SeedScalar stated && !read.Lost.Contains(stated.Span))
            return read;
        // An open bracket may have taken the rest of the file.
        var doubtful = root.Find(Key) is { } entered ? read.Lost.Prepend(entered.KeySlot.Span) : read.Lost;
        foreach (var lost in doubtful)
        {
            if (
                Find(text, lost) is not { } found
                || Clean(text.Substring(found.Start, found.Length)) is not { Length: > 0 } name
            )
                continue;
            // A part of the key that is on a line of its own may have become another key.
            var others = root.Entries.Where(entry => entry.Name != Key && !found.Contains(entry.Value.Span));
            var salvaged = new SeedEntry(
                new SeedSlot(new SeedScalar(found, Key, IsPlain: true)),
                new SeedSlot(new SeedScalar(found, name, IsPlain: false))
            );
            return read with
            {
                Roots = new SeedNode[]
                {
                    root with
                    {
                        Entries = others.Append(salvaged).ToEquatableArray(),
                    },
                }.ToEquatableArray(),
            };
        }

        return read;
    }

    /// <summary>A text without the characters that no namespace can have: <c>"Fle[et.</c> becomes <c>Fleet</c>. May be
    /// empty.</summary>
    public static string Clean(string text)
    {
        var end = text.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment ? comment : text.Length;
        var parts = string.Concat(text.Take(end).Where(c => char.IsLetterOrDigit(c) || c is '_' or '.')).Split('.');
        return string.Join(".", parts.Where(part => part.Length > 0 && !char.IsDigit(part[0])));
    }

    /// <summary>The text after the key on its line; a break or a blank may be within the key.</summary>
    private static TextSpan? Find(string text, TextSpan lost)
    {
        for (
            var line = YamlLines.StartOf(text, lost.Start);
            line < text.Length && line <= lost.End;
            line = YamlLines.Next(text, line)
        )
        {
            var (at, end) = (line, YamlLines.EndOf(text, line));
            while (at < end && !char.IsLetter(text[at]))
                at++;
            var matched = 0;
            for (; at < text.Length && matched < Key.Length; at++)
            {
                if (text[at] == Key[matched])
                    matched++;
                else if (matched == 0 || !char.IsWhiteSpace(text[at]))
                    break;
            }

            if (matched < Key.Length)
                continue;
            var colon = at;
            while (colon < text.Length && char.IsWhiteSpace(text[colon]))
                colon++;
            if (colon < text.Length && text[colon] == ':')
                at = colon;
            return TextSpan.FromBounds(at, YamlLines.EndOf(text, at));
        }

        return null;
    }
}
