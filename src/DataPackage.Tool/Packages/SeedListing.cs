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

    /// <summary>The seeds, and the folders of seeds, that are symbolic links, ordered ordinally.</summary>
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
            if (isFolder ? !HasSeed(folder, path) : !SeedsFolder.HasExtension(path))
                continue;
            if (separator == '/' && path.Contains('\\'))
                odd.Add(path);
            else if (isFolder || IsSeed(path))
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

    private static bool IsSeed(string path) => SeedsFolder.At(".").SeedPathOf(path) is not null;

    /// <summary>Whether there is a seed below a linked folder: the build names no others.</summary>
    private static bool HasSeed(string folder, string path) =>
        new FileSystemEnumerable<string>(
            Path.Combine(folder, path),
            (ref FileSystemEntry entry) => Path.GetRelativePath(folder, entry.ToFullPath()),
            BelowLink
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName[0] != '.',
        }.Any(IsSeed);

    /// <summary>All files, and the folders that are links where these are not followed.</summary>
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
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory || (!followsLinks && IsLinked(entry)),
            // A link may lead back to a folder above it; and no seed is below a hidden folder.
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                entry.FileName[0] != '.' && (followsLinks || !IsLinked(entry)),
        };

    private static bool IsLinked(in FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
