using System.Globalization;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Editing;

/// <summary>Shows changes as 'git diff' does; 'git apply' takes the output.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static void Write(IReadOnlyList<ChangedFile> files, Session session)
    {
        foreach (var file in files)
            Write(file, session);
    }

    private static void Write(ChangedFile file, Session session)
    {
        var (old, now) = (session.Show(file.Path), file.Target is null ? null : session.Show(file.Target));
        session.Write($"diff --git {Name("a/", old)} {Name("b/", now ?? old)}");
        if (now is null)
            session.Write("deleted file mode 100644");
        else if (now != old)
        {
            session.Write("rename from " + Name("", old));
            session.Write("rename to " + Name("", now));
        }

        var lines = Lines(file.Text.Text);
        var hunks = now is null ? [new Change(0, lines.Count, [])] : Changes(file, lines);
        if (hunks.Count == 0 || (now is null && lines.Count == 0))
            return;
        session.Write("--- " + Name("a/", old));
        session.Write(now is null ? "+++ /dev/null" : "+++ " + Name("b/", now));
        WriteHunks(hunks, lines, session);
    }

    // As git quotes names; session.Show has no line ends, because a seed's name has none.
    private static string Name(string prefix, string path) =>
        path.Any(c => c is '"' or '\\' || char.IsControl(c)) ? $"\"{prefix}{path}\"" : prefix + path;

    /// <summary>The lines with their ends.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var feed ? feed + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>The lines that change, in order; neighbours are one change.</summary>
    private static List<Change> Changes(ChangedFile file, List<string> lines)
    {
        var changes = new List<Change>();
        var (line, offset) = (0, 0);
        for (var i = 0; i < file.Edits.Count; )
        {
            while (line < lines.Count && offset + lines[line].Length <= file.Edits[i].Span.Start)
                offset += lines[line++].Length;
            var (first, start) = (line, offset);
            var edits = new List<TextEdit>();
            // An edit that takes a line's end changes the next line, too.
            for (; i < file.Edits.Count && (edits.Count == 0 || file.Edits[i].Span.Start <= offset); i++)
            {
                while (line < lines.Count && (offset <= file.Edits[i].Span.End || offset == start))
                    offset += lines[line++].Length;
                edits.Add(
                    file.Edits[i] with
                    {
                        Span = new(file.Edits[i].Span.Start - start, file.Edits[i].Span.Length),
                    }
                );
            }

            var text = TextEdit.Apply(string.Concat(lines.Skip(first).Take(line - first)), edits);
            changes.Add(new Change(first, line - first, Lines(text)).Trimmed(lines));
        }

        return changes;
    }

    private static void WriteHunks(List<Change> changes, List<string> lines, Session session)
    {
        var shift = 0;
        for (var i = 0; i < changes.Count; )
        {
            var last = i;
            while (last + 1 < changes.Count && changes[last + 1].Start - changes[last].End <= 2 * Context)
                last++;
            var start = Math.Max(0, changes[i].Start - Context);
            var end = Math.Min(lines.Count, changes[last].End + Context);
            var hunk = changes.GetRange(i, last - i + 1);
            var added = hunk.Sum(change => change.Lines.Count - change.Count);
            var header = $"@@ -{Range(start, end - start)} +{Range(start + shift, end - start + added)} @@";
            session.Write(session.OutputTerminal.Paint(header, Color.Cyan));
            foreach (var change in hunk)
            {
                Write(' ', lines.GetRange(start, change.Start - start), session);
                Write('-', lines.GetRange(change.Start, change.Count), session);
                Write('+', change.Lines, session);
                start = change.End;
            }

            Write(' ', lines.GetRange(start, end - start), session);
            shift += added;
            i = last + 1;
        }
    }

    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static void Write(char mark, List<string> lines, Session session)
    {
        foreach (var line in lines)
        {
            var isEnded = line.EndsWith('\n');
            var text = mark + (isEnded ? line[..^1] : line);
            session.Write(
                mark switch
                {
                    '-' => session.OutputTerminal.Paint(text, Color.Red),
                    '+' => session.OutputTerminal.Paint(text, Color.Green),
                    _ => text,
                }
            );
            if (!isEnded)
                session.Write("\\ No newline at end of file");
        }
    }

    /// <param name="Start">The first line, counted from 0.</param>
    /// <param name="Count">The number of lines that go.</param>
    /// <param name="Lines">The lines that come.</param>
    private sealed record Change(int Start, int Count, List<string> Lines)
    {
        public int End => Start + Count;

        /// <summary>Without lines at its ends that stay the same.</summary>
        public Change Trimmed(List<string> old)
        {
            var (first, last) = (0, 0);
            while (first < Math.Min(Count, Lines.Count) && old[Start + first] == Lines[first])
                first++;
            while (last < Math.Min(Count, Lines.Count) - first && old[End - 1 - last] == Lines[^(last + 1)])
                last++;
            return new(Start + first, Count - first - last, Lines.GetRange(first, Lines.Count - first - last));
        }
    }
}
