namespace DataPackage.BuildTasks;

/// <summary>Tells a symbolic link from what it leads to.</summary>
internal static class Links
{
    /// <summary>Whether the path itself, not a folder above it, is a link, to whatever or to nothing; false where
    /// nothing is there.</summary>
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

    /// <summary>Whether anything has this name: a file, a folder, or a link to nothing, which <see cref="File.Exists"/>
    /// denies.</summary>
    public static bool IsTaken(string path) => File.Exists(path) || Directory.Exists(path) || IsLink(path);
}
