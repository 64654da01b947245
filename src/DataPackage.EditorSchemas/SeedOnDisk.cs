using System.Text;
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
            return new SeedInput(path, fullPath, Decode(File.ReadAllBytes(fullPath)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new SeedInput(path, fullPath, null);
        }
    }

    /// <summary>By the byte order marks that the compiler knows. .NET knows more: UTF-32 would be a seed here, and
    /// forbidden characters in a build.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var utf8] => Encoding.UTF8.GetString(utf8),
            [0xFF, 0xFE, .. var utf16] => Encoding.Unicode.GetString(utf16),
            [0xFE, 0xFF, .. var utf16] => Encoding.BigEndianUnicode.GetString(utf16),
            _ => Encoding.UTF8.GetString(bytes),
        };
}
