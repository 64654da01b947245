using System.Text.RegularExpressions;
using DataPackage.Testing;

namespace DataPackage.Docs.Tests;

/// <summary>The files of the repository, without those that builds write and the data of others.</summary>
internal static partial class SourceFiles
{
    private static readonly string[] Folders =
    [
        "src",
        "tests",
        "samples",
        "bench",
        "nuget",
        "docs",
        "seeds",
        ".ci",
        ".config",
    ];

    /// <summary>Their paths below the root, with slashes.</summary>
    /// <param name="pattern">Of the files' names, such as <c>*.cs</c>.</param>
    public static IEnumerable<string> All(string pattern) =>
        Folders
            .SelectMany(folder =>
                Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            )
            .Concat(Directory.EnumerateFiles(Repository.Root, pattern))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => !NotOurs().IsMatch(path))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("(^|/)(obj|bin|artifacts|node_modules|TestResults|[.]work)/|^tests/Folders/.+/")]
    private static partial Regex NotOurs();
}
