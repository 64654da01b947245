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

    /// <summary>Paths below the folder, ordered ordinally.</summary>
    public required IReadOnlyList<string> Seeds { get; init; }

    /// <summary>The seeds and folders that are symbolic links, in this order.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>Seeds with a backslash in their paths, which other systems take for a separator.</summary>
    public required IReadOnlyList<string> WithBackslash { get; init; }

    public bool IsEmpty => Seeds.Count + Links.Count + WithBackslash.Count == 0;

    public static SeedListing Of(string folder, bool followsLinks)
    {
        var (seeds, links, odd) = (new List<string>(), new List<string>(), new List<string>());
        var separator = Path.DirectorySeparatorChar;
        foreach (var (path, isLink, isFolder) in Entries(folder, followsLinks))
        {
            if (separator == '/' && path.Contains('\\'))
                odd.Add(path);
            else if (IsSeed(path, isFolder))
            {
                if (isLink)
                    links.Add(path.Replace(separator, '/'));
                if (!isFolder)
                    seeds.Add(path.Replace(separator, '/'));
            }
        }

        seeds.Sort(StringComparer.Ordinal);
        links.Sort(StringComparer.Ordinal);
        odd.Sort(StringComparer.Ordinal);
        return new SeedListing
        {
            Seeds = seeds,
            Links = links,
            WithBackslash = odd,
        };
    }

    private static bool IsSeed(string path, bool isFolder) =>
        isFolder || SeedsFolder.At(".").SeedPathOf(path) is not null;

    /// <summary>All files, and the folders that are links.</summary>
    private static FileSystemEnumerable<(string Path, bool IsLink, bool IsFolder)> Entries(
        string folder,
        bool followsLinks
    ) =>
        new(
            folder,
            (ref FileSystemEntry entry) =>
                (Path.GetRelativePath(folder, entry.ToFullPath()), IsLinked(entry), entry.IsDirectory),
            Everything
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLinked(entry),
            // A link may lead back to a folder above it; and no seed is below a hidden folder.
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                entry.FileName[0] != '.' && (followsLinks || !IsLinked(entry)),
        };

    private static bool IsLinked(in FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
