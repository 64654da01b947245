using DataPackage.BuildTasks;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Export;

/// <summary>A folder that a run writes: a new or empty one, or one that an earlier run marked as its own.</summary>
/// <param name="marker">The file that lists what a run wrote, one name on each line, without itself.</param>
/// <param name="writer">What writes such folders, with an article, as in 'an export'.</param>
internal sealed class TargetFolder(string target, string marker, string writer, Session session) : IDisposable
{
    private const string LockSuffix = ".datapackage-lock";

    /// <summary>The codes of a file that another process has open: of Windows, of Linux, and of macOS.</summary>
    private static readonly int[] SharingViolations = [unchecked((int)0x80070020), 11, 35];

    private FileStream? _lock;

    public string Path => target;

    /// <summary>Refuses a folder within the seeds, whose files would be read as seeds, and a way to the folder that
    /// leads through a link. Only the folders below the one at hand are looked at: above it, systems have links of
    /// their own.</summary>
    /// <exception cref="StopException">The folder may not be written.</exception>
    public void RefuseUnfit(string seeds)
    {
        var above = System.IO.Path.GetDirectoryName(target);
        for (
            ;
            above is not null && above.Length > session.Folder.Length;
            above = System.IO.Path.GetDirectoryName(above)
        )
            if (above.StartsWith(session.Folder, StringComparison.Ordinal) && Links.IsLink(above))
                throw Foreign(above, "is a symbolic link, and nothing is written through one");
        var separator = System.IO.Path.DirectorySeparatorChar;
        if ((Physical(target) + separator).StartsWith(Physical(seeds) + separator, StringComparison.Ordinal))
            throw StopException.NotStarted(
                $"'{session.Show(target)}' is in the folder of the seeds: name a folder beside it"
            );
    }

    /// <summary>The path without links.</summary>
    private static string Physical(string path)
    {
        if (System.IO.Path.GetDirectoryName(path) is not { } above)
            return path;
        var here = System.IO.Path.Combine(Physical(above), System.IO.Path.GetFileName(path));
        return Links.IsLink(here) && Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } end
            ? Physical(end.FullName)
            : here;
    }

    /// <summary>Keeps other runs for the same folder away until this one ends, in whatever way.</summary>
    public void Lock()
    {
        var path = target + LockSuffix;
        if (Links.IsLink(path) || Directory.Exists(path))
            throw Foreign(path, $"is where {writer} would put its lock, and none wrote it");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        try
        {
            _lock = new(
                path,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException taken) when (SharingViolations.Contains(taken.HResult))
        {
            throw StopException.NotStarted(
                $"another run writes '{session.Show(target)}': wait for its end, or name another folder"
            );
        }
    }

    /// <summary>The names that the marker of a folder lists, without a last one whose line has no end, which a run that
    /// was killed left before it wrote the file; empty if there is no folder, or nothing in it.</summary>
    /// <exception cref="StopException">Something else is there: a link, a file, a folder without the
    /// marker.</exception>
    public IReadOnlySet<string> EarlierNames(string path)
    {
        if (Links.IsLink(path))
            throw Foreign(path, "is a symbolic link, and nothing is written through one");
        if (File.Exists(path))
            throw Foreign(path, "is a file");
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
            return new HashSet<string>(StringComparer.Ordinal);
        var list = System.IO.Path.Combine(path, marker);
        if (Links.IsLink(list) || !File.Exists(list))
            throw Foreign(path, $"was not written by {writer}");
        return File.ReadAllText(list)
            .Split('\n')
            .SkipLast(1)
            .Select(line => line.TrimEnd('\r'))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Refuses a folder in which a file is that the marker does not list.</summary>
    /// <exception cref="StopException">The folder has something that no run wrote.</exception>
    public void RefuseForeign(string path)
    {
        var known = EarlierNames(path);
        if (!Directory.Exists(path))
            return;
        foreach (var entry in Entries(path))
        {
            var name = System.IO.Path.GetRelativePath(path, entry).Replace('\\', '/');
            if (name != marker && !known.Contains(name))
                throw Foreign(entry, $"was not written by {writer}");
        }
    }

    /// <summary>All files, and all links, which are not followed.</summary>
    private static IEnumerable<string> Entries(string folder)
    {
        foreach (
            var entry in new DirectoryInfo(folder)
                .EnumerateFileSystemInfos()
                .OrderBy(each => each.Name, StringComparer.Ordinal)
        )
            // What kind of entry it is came with its name: only folders are asked for more.
            if (entry is DirectoryInfo && !Links.IsLink(entry.FullName))
                foreach (var below in Entries(entry.FullName))
                    yield return below;
            else
                yield return entry.FullName;
    }

    public StopException Foreign(string path, string why) =>
        StopException.NotStarted($"'{session.Show(path)}' {why}: name another folder, or remove it");

    public void Dispose() => _lock?.Dispose();
}
