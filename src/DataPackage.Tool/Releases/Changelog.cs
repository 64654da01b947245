using System.Globalization;
using System.Text.RegularExpressions;

namespace DataPackage.Tool.Releases;

/// <summary>Puts the changes of a release into a changelog that people keep by hand.</summary>
internal static partial class Changelog
{
    public const string Name = "CHANGELOG.md";

    /// <summary>The heading of the part about facts.</summary>
    public const string Heading = "### Facts";

    /// <summary>The path of the changelog beside the folder of the seeds; null if there is none. Beside seeds that are
    /// a repository of their own, the changelog is that of something else.</summary>
    public static string? Beside(string seeds) =>
        Path.GetDirectoryName(seeds) is { } above
        && !Path.Exists(Path.Combine(seeds, ".git"))
        && Path.Combine(above, Name) is var path
        && File.Exists(path)
            ? path
            : null;

    /// <summary>The text with the part about the facts of a version, in the section of that version. A new section is
    /// the first, but for one of what is not released.</summary>
    public static string With(string text, string version, IEnumerable<string> facts)
    {
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var at = lines.FindIndex(line => IsOf(line, version));
        if (at < 0)
        {
            at = lines.FindIndex(line => line.StartsWith("## ", StringComparison.Ordinal) && !IsUnreleased(line));
            if (at < 0)
            {
                at = lines.Count;
                if (lines[^1].Length == 0)
                    at--;
                lines.Insert(at++, "");
                lines.Insert(at, "");
            }
            else
                lines.Insert(at, "");
            lines.Insert(at, "## " + version);
        }

        var end = Next(lines, at + 1, "## ");
        var own = lines.FindIndex(at, end - at, line => line == Heading);
        if (own >= 0)
        {
            var next = Math.Min(Next(lines, own + 1, "### "), end);
            lines.RemoveRange(own, next - own);
            end -= next - own;
        }

        while (end > at + 1 && lines[end - 1].Length == 0)
            lines.RemoveAt(--end);
        lines.InsertRange(end, ["", Heading, "", .. facts, ""]);
        return string.Join(lineEnd, lines).TrimEnd('\r', '\n') + lineEnd;
    }

    /// <summary>The day of a version: <c>## [1.1.0] - 2025-04-03</c>. Null if its heading has none.</summary>
    public static DateOnly? DayOf(string text, string version) =>
        text.Split('\n').FirstOrDefault(line => IsOf(line, version)) is { } heading
        && Day().Match(heading) is { Success: true } match
        && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day)
            ? day
            : null;

    /// <summary>Whether the line is the heading of the version: <c>## 1.1.0</c> or
    /// <c>## [v1.1.0](link) - date</c>.</summary>
    private static bool IsOf(string line, string version) =>
        OfVersion().Match(line) is { Success: true } match && match.Groups[1].Value == version;

    private static bool IsUnreleased(string line) => line.Contains("unreleased", StringComparison.OrdinalIgnoreCase);

    private static int Next(List<string> lines, int from, string heading)
    {
        var next = lines.FindIndex(from, line => line.StartsWith(heading, StringComparison.Ordinal));
        return next < 0 ? lines.Count : next;
    }

    [GeneratedRegex(@"^##\s+\[?v?(\d+\.\d+\.\d+)(?![\w.-])")]
    private static partial Regex OfVersion();

    [GeneratedRegex(@"(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\w.-])")]
    private static partial Regex Day();
}
