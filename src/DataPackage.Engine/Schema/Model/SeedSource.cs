using DataPackage.Engine.Syntax;

namespace DataPackage.Engine.Schema.Model;

/// <summary>The files that hold the entities of a kind: a path below seeds/, in which <c>*</c> is any part of a name,
/// <c>?</c> one character of it and <c>**</c> any folders.</summary>
internal readonly record struct SeedSource(string Pattern)
{
    /// <summary>The mistake in a pattern; null if there is none.</summary>
    public static string? Check(string pattern) =>
        pattern switch
        {
            "" => "it must be the path of a file",
            _ when pattern.Contains('\\') => "folders are separated by '/'",
            _ when pattern[0] == '/' || pattern.Contains(':') => "it must be a path below the folder of the seeds",
            _ when pattern.Split('/').Any(part => part is "" or "." or "..") =>
                "it must be a path below the folder of the seeds, without '.' and '..'",
            _ when pattern.Split('/').Any(part => part.Contains("**") && part != "**") =>
                "'**' stands for whole folders, as in 'data/**/people.yaml'",
            _ => null,
        };

    /// <summary>The folder below seeds/ that it starts with; empty if that has no fixed name.</summary>
    public string Folder =>
        SeedPaths.FolderOf(Pattern) is var folder && folder.IndexOfAny(['*', '?']) < 0 ? folder : "";

    /// <summary>Whether it matches a file or a folder of its path. A pattern without a folder matches at any
    /// depth.</summary>
    public bool Excludes(string seedPath)
    {
        var pattern = new SeedSource(Pattern.TrimEnd('/'));
        if (!pattern.Pattern.Contains('/'))
            return seedPath.Split('/').Any(name => MatchesName(pattern.Pattern, name));
        for (var end = seedPath.Length; end > 0; end = seedPath.LastIndexOf('/', end - 1))
            if (pattern.IsMatch(seedPath.Substring(0, end)))
                return true;
        return false;
    }

    public bool IsMatch(string seedPath) => Matches(Pattern.Split('/'), 0, seedPath.Split('/'), 0);

    private static bool Matches(string[] pattern, int at, string[] path, int next)
    {
        for (; at < pattern.Length; at++, next++)
        {
            if (pattern[at] == "**")
            {
                for (var skipped = next; skipped <= path.Length; skipped++)
                    if (Matches(pattern, at + 1, path, skipped))
                        return true;
                return false;
            }

            if (next >= path.Length || !MatchesName(pattern[at], path[next]))
                return false;
        }

        return next == path.Length;
    }

    /// <summary>On a mismatch it is enough to go back to the last star: no earlier one needs to cover more.</summary>
    private static bool MatchesName(string pattern, string name)
    {
        int at = 0,
            next = 0,
            star = -1,
            afterStar = 0;
        while (next < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
                (star, afterStar) = (at++, next);
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == name[next]))
                (at, next) = (at + 1, next + 1);
            else if (star >= 0)
                (at, next) = (star + 1, ++afterStar);
            else
                return false;
        }

        while (at < pattern.Length && pattern[at] == '*')
            at++;
        return at == pattern.Length;
    }
}
