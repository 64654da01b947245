using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Text;

namespace DataPackage.Engine.Syntax;

/// <summary>The names that seeds may have: those that every file system can hold, and that no list, command or script
/// on the way to the compiler misreads. The build checks them first; the engine checks them again, for other
/// hosts.</summary>
internal static class SeedNames
{
    /// <summary>Escapes, lists, patterns and expressions of build files; redirections of shells; characters that file
    /// names on Windows cannot have.</summary>
    private const string Forbidden = "\";%$@*?<>|:\\";

    /// <summary>A hundred names are enough to see the mistake.</summary>
    public const int Shown = SeedLimits.Messages;

    /// <summary>The reason why no seed may have this path; null if one may.</summary>
    /// <param name="seedPath">The path below the seeds folder, with '/' between folders.</param>
    public static string? Refuse(string seedPath)
    {
        var start = 0;
        for (var end = 0; end <= seedPath.Length; end++)
        {
            if (end < seedPath.Length && seedPath[end] != '/')
                continue;
            if (RefuseSegment(seedPath.Substring(start, end - start)) is { } reason)
                return reason;
            start = end + 1;
        }

        return null;
    }

    /// <summary>The reason why the compiler must not get a file of this full path, seed or not; null if it may. The
    /// compiler's arguments are lines with paths in quotation marks.</summary>
    public static string? RefuseFullPath(string path)
    {
        foreach (var c in path)
            if (char.IsControl(c) || c == '"')
                return $"it holds the character {SeedCharacters.NameOf(c.ToString(), 0)} "
                    + (c == '"' ? "(a quotation mark)" : "(a control character)");
        return null;
    }

    /// <summary>The paths that a file system which ignores case or the form of letters takes for another path, each
    /// with that other. Folders count too, because the seeds of both would be in one.</summary>
    /// <param name="seedPaths">The paths of all seeds. The first of two equal ones keeps its name.</param>
    public static IEnumerable<(string SeedPath, string Place, string Other)> FindCollisions(
        IEnumerable<string> seedPaths,
        CancellationToken cancellation = default
    )
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seedPath in seedPaths)
        {
            cancellation.ThrowIfCancellationRequested();
            // Goes from the seed upwards to a folder that another seed has been in.
            for (var end = seedPath.Length; end > 0; end = seedPath.LastIndexOf('/', end - 1))
            {
                var place = seedPath.Substring(0, end);
                if (end < seedPath.Length && !folders.Add(place))
                    break;
                var key = Fold(place);
                if (!places.TryGetValue(key, out var other))
                    places.Add(key, place);
                else if (other != place)
                    yield return (seedPath, place, other);
            }
        }
    }

    /// <summary>Whether Windows reserves the name for a device, with any extension. Such a file cannot be written
    /// there, nor can a repository with one be checked out.</summary>
    public static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.');
        var stem = LetterCase.ToLower((dot < 0 ? name : name.Substring(0, dot)).TrimEnd(' '));
        return stem is "con" or "prn" or "aux" or "nul" or "conin$" or "conout$" or "clock$"
            || (
                stem.Length == 4
                && (
                    stem.StartsWith("com", StringComparison.Ordinal) || stem.StartsWith("lpt", StringComparison.Ordinal)
                )
                && stem[3] is >= '0' and <= '9' or '\u00B9' or '\u00B2' or '\u00B3'
            );
    }

    /// <summary>A name of a file that Windows can also write: <c>Con_.g.cs</c> for <c>Con.g.cs</c>. No name from a seed
    /// ends in an underscore. The compiler takes letters and digits in such names, but no combining marks: a mark
    /// becomes its number in parentheses, which no name from a seed has.</summary>
    public static string ForFile(string name)
    {
        var written = string.Concat(
            name.Select(c =>
                c < 0x80 || char.IsLetterOrDigit(c) ? c.ToString() : FormattableString.Invariant($"({(int)c:X4})")
            )
        );
        return IsDevice(written)
            ? written.Insert(written.IndexOf('.') is >= 0 and var dot ? dot : written.Length, "_")
            : written;
    }

    private static string? RefuseSegment(string segment)
    {
        if (segment.Length == 0 || segment is "." or "..")
            return "a folder of it has no name";
        for (var i = 0; i < segment.Length; i++)
            if (IsForbidden(segment, i))
                return $"it holds the character {SeedCharacters.NameOf(segment, i)}{Explain(segment[i])}";
        if (char.IsWhiteSpace(segment[0]))
            return "it starts with a blank, or a folder of it does";
        if (char.IsWhiteSpace(segment[segment.Length - 1]))
            return "it ends with a blank, or a folder of it does";
        if (segment[segment.Length - 1] == '.')
            return "it ends with a dot, or a folder of it does";
        return IsDevice(segment) ? $"Windows keeps the name '{segment}' for a device" : null;
    }

    private static bool IsForbidden(string segment, int index)
    {
        var c = segment[index];
        if (c is >= ' ' and <= '~')
            return Forbidden.IndexOf(c) >= 0;
        if (char.IsSurrogatePair(segment, index))
            return SeedCharacters.IsForbidden(segment, index);
        if (index > 0 && char.IsSurrogatePair(segment, index - 1))
            return false;
        return char.IsControl(c)
            || SeedCharacters.IsBidirectionalControl(c)
            || SeedCharacters.IsForbidden(segment, index);
    }

    private static string Explain(char c) => c is > ' ' and <= '~' ? $" ({c})" : $" ({SeedCharacters.Explain(c)})";

    /// <summary>The same text for all paths that some file system takes for one.</summary>
    private static string Fold(string path)
    {
        foreach (var c in path)
            if (c > '~')
                return Normalize(LetterCase.ToLower(string.Concat(Normalize(path).Select(LetterCase.ToUpper))));
        return LetterCase.ToLower(path);
    }

    private static string Normalize(string text) => NormalForm.Of(text);
}
