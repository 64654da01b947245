using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Reads seeds as the compiler does.</summary>
internal static class SeedOnDisk
{
    /// <summary>Has no text if the file cannot be read, which the compiler reports.</summary>
    public static SeedInput Read(string seedPath, string fullPath)
    {
        var path = SeedPaths.Normalize(seedPath);
        try
        {
            return new SeedInput(path, fullPath, File.ReadAllText(fullPath));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new SeedInput(path, fullPath, null);
        }
    }
}
