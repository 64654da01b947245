using DataPackage.Engine.Syntax;

namespace DataPackage.BuildTasks;

/// <summary>The names that the file system has for the files below a folder; lists each folder once.</summary>
internal sealed class FileSystemNames(string root)
{
    private static readonly bool IsWindows = Path.DirectorySeparatorChar == '\\';

    private readonly string _root = IsWindows ? root : SeedPaths.WithSlashes(root);
    private readonly Dictionary<string, Dictionary<string, bool>?> _folders = new(StringComparer.Ordinal);
    private readonly List<string> _links = [];

    /// <summary>Seeds and folders with a backslash in their names, which MSBuild and other systems take for a
    /// separator.</summary>
    public List<string> WithBackslash { get; } = [];

    /// <summary>The links among these files and the folders on the way to them. A linked folder is listed once, without
    /// its contents. The root may be a link.</summary>
    /// <param name="paths">Paths below the root, with '/' between folders.</param>
    public IReadOnlyList<string> LinksOnTheWayTo(IEnumerable<string> paths)
    {
        _folders[""] = List("");
        foreach (var path in paths)
            if (FolderOf(path) is { } folder && IsLink(folder, path))
                _links.Add(path);
        return _links;
    }

    /// <summary>The listing of the folder that contains a path; null if a link is on the way to it.</summary>
    private Dictionary<string, bool>? FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? "" : path.Substring(0, slash);
        if (_folders.TryGetValue(folder, out var known))
            return known;
        var listed = FolderOf(folder) is { } above && !IsNewLink(above, folder) ? List(folder) : null;
        _folders.Add(folder, listed);
        return listed;
    }

    private bool IsNewLink(Dictionary<string, bool> above, string folder)
    {
        if (!IsLink(above, folder))
            return false;
        _links.Add(folder);
        return true;
    }

    /// <remarks>A file that is not listed (created since, or in an unreadable folder) is looked up by name.</remarks>
    private bool IsLink(Dictionary<string, bool> folder, string path) =>
        folder.TryGetValue(path.Substring(path.LastIndexOf('/') + 1), out var isLink)
            ? isLink
            : Links.IsLink(Path.Combine(_root, path));

    private Dictionary<string, bool> List(string folder)
    {
        var names = new Dictionary<string, bool>(IsWindows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var path = Path.Combine(_root, folder);
        if (!Directory.Exists(path))
            return names;
        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos())
        {
            var attributes = entry.Attributes;
            names[entry.Name] = (attributes & FileAttributes.ReparsePoint) != 0;
            if (
                entry.Name.IndexOf('\\') >= 0
                && ((attributes & FileAttributes.Directory) != 0 || SeedsFolder.HasExtension(entry.Name))
            )
                WithBackslash.Add(folder.Length == 0 ? entry.Name : folder + "/" + entry.Name);
        }

        return names;
    }
}
