namespace DataPackage.BuildTasks;

/// <summary>Distinguishes a symbolic link from its target.</summary>
internal static class Links
{
    /// <summary>Whether the path itself, not a folder above it, is a link, even a broken one; false if nothing is
    /// there.</summary>
    public static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether anything has this name: a file, a folder, or a broken link, for which <see cref="File.Exists"/>
    /// is false.</summary>
    public static bool IsTaken(string path) => File.Exists(path) || Directory.Exists(path) || IsLink(path);
}
