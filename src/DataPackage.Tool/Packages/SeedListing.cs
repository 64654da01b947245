using System.IO.Enumeration;
using DataPackage.Engine.Syntax;

namespace DataPackage.Tool.Packages;

/// <summary>The files below a folder that the build takes for seeds.</summary>
internal sealed class SeedListing
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        // Seeds that cannot be read are a mistake, not fewer seeds.
        IgnoreInaccessible = false,
        AttributesToSkip = 0,
    };

    /// <summary>A linked folder may lead back to itself.</summary>
    private static readonly EnumerationOptions BelowLink = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
        AttributesToSkip = 0,
    };

    /// <summary>Paths below the folder, ordered ordinally.</summary>
    public required IReadOnlyList<string> Seeds { get; init; }

    /// <summary>As the build names them: it takes a backslash for a separator. Of a linked folder that is not followed,
    /// there is one seed below it.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public static SeedListing Of(string folder, bool followsLinks)
    {
        var (seeds, names) = (new List<string>(), new List<string>());
        foreach (var (path, isFolder) in Entries(folder, followsLinks))
        {
            if ((isFolder ? SeedBelow(folder, path) : path) is not { } seed)
                continue;
            if (!IsSeed(seed))
                continue;
            var name = SeedPaths.WithSlashes(seed);
            names.Add(name);
            if (!isFolder)
                seeds.Add(seed.Replace(Path.DirectorySeparatorChar, '/'));
        }

        seeds.Sort(StringComparer.Ordinal);
        return new SeedListing { Seeds = seeds, Names = names };
    }

    private static bool IsSeed(string path) => SeedsFolder.At(".").SeedPathOf(path) is not null;

    /// <summary>A seed below a linked folder; null if there is none, and so nothing for the build.</summary>
    private static string? SeedBelow(string folder, string path) =>
        new FileSystemEnumerable<string>(
            Path.Combine(folder, path),
            (ref FileSystemEntry entry) => Path.GetRelativePath(folder, entry.ToFullPath()),
            BelowLink
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName[0] != '.',
        }.FirstOrDefault(IsSeed);

    /// <summary>All files, and the folders that are links where these are not followed.</summary>
    private static FileSystemEnumerable<(string Path, bool IsFolder)> Entries(string folder, bool followsLinks) =>
        new(
            folder,
            (ref FileSystemEntry entry) => (Path.GetRelativePath(folder, entry.ToFullPath()), entry.IsDirectory),
            Everything
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory || (!followsLinks && IsLinked(entry) && !LeadsBack(entry)),
            // No seed is below a hidden folder.
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                entry.FileName[0] != '.' && (!IsLinked(entry) || (followsLinks && !LeadsBack(entry))),
        };

    private static bool IsLinked(in FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    /// <summary>Whether a linked folder is one above the link. MSBuild does not go there.</summary>
    private static bool LeadsBack(in FileSystemEntry entry) =>
        new DirectoryInfo(entry.ToFullPath()).ResolveLinkTarget(returnFinalTarget: true) is { } target
        && (entry.Directory.ToString() + Path.DirectorySeparatorChar).StartsWith(
            target.FullName + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
