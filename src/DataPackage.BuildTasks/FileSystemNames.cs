using DataPackage.Engine.Syntax;

namespace DataPackage.BuildTasks;

/// <summary>What the file system itself calls the files of a folder and of those below it, each folder listed
/// once.</summary>
internal sealed class FileSystemNames(string root)
{
    private static readonly bool IsWindows = Path.DirectorySeparatorChar == '\\';

    private readonly string _root = IsWindows ? root : SeedPaths.WithSlashes(root);
    private readonly Dictionary<string, Dictionary<string, bool>?> _folders = new(StringComparer.Ordinal);
    private readonly List<string> _links = [];

    /// <summary>Seeds, and folders, whose names other systems, and MSBuild everywhere, take for paths.</summary>
    public List<string> WithBackslash { get; } = [];

    /// <summary>The links among these files, and among the folders that they are in; a folder once, and nothing of what
    /// is in it. The root may be one.</summary>
    /// <param name="paths">Below the root, with '/' between folders.</param>
    public IReadOnlyList<string> LinksOnTheWayTo(IEnumerable<string> paths)
    {
        _folders[""] = List("");
        foreach (var path in paths)
            if (FolderOf(path) is { } folder && IsLink(folder, path))
                _links.Add(path);
        return _links;
    }

    /// <summary>The listing of the folder that a path is in; null where a link is on the way to it.</summary>
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

    /// <remarks>What is not listed, as somebody has made it in between or its folder cannot be read, is asked for by
    /// name.</remarks>
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
