namespace DataPackage.EditorSchemas;

/// <summary>Finds the folder that a curator opens in the editor. Paths in its settings start there.</summary>
internal static class Workspace
{
    private static readonly string[] Marks = [".git", ".vscode"];

    /// <summary>The nearest folder above project and seeds that is a clone or has settings of the editor; otherwise the
    /// nearest folder above both.</summary>
    public static string Of(string project, string seeds)
    {
        var above = new DirectoryInfo(project);
        while (above.Parent is not null && !IsBelow(seeds, above.FullName))
            above = above.Parent;
        for (var folder = above; folder is not null; folder = folder.Parent)
            // In a git worktree, .git is a file.
            if (Marks.Any(mark => Path.Exists(Path.Combine(folder.FullName, mark))))
                return folder.FullName;
        return above.FullName;
    }

    /// <summary>The path with forward slashes, as settings need it.</summary>
    public static string PathFrom(string workspace, string path) =>
        Path.GetRelativePath(workspace, path).Replace('\\', '/');

    private static bool IsBelow(string path, string folder) =>
        !PathFrom(folder, path).StartsWith("..", StringComparison.Ordinal)
        && !Path.IsPathRooted(PathFrom(folder, path));
}
