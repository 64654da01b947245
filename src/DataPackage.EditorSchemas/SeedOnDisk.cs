using System.Text;
using DataPackage.Engine.Syntax;

namespace DataPackage.EditorSchemas;

/// <summary>Reads seeds as the compiler does.</summary>
internal static class SeedOnDisk
{
    /// <summary>A seed with its text of now. It has none if the file cannot be read, which the compiler
    /// reports.</summary>
    public static SeedInput Read(string seedPath, string fullPath) =>
        new(SeedPaths.Normalize(seedPath), fullPath, TextOf(fullPath));

    /// <summary>A seed whose text is read when it is needed. It has none if the file cannot be read, which the compiler
    /// reports.</summary>
    /// <remarks>A file that was saved since its text was first read is an <see cref="InvalidDataException"/>: steps
    /// that see two texts would miss what they look for.</remarks>
    public static SeedInput At(string seedPath, string fullPath)
    {
        DateTime? first = null;
        return new SeedInput(SeedPaths.Normalize(seedPath), fullPath, () => TextOf(fullPath, Compare));

        void Compare(DateTime saved)
        {
            if ((first ??= saved) != saved)
                throw new InvalidDataException($"'{fullPath}' was saved while it was read");
        }
    }

    /// <param name="see">Gets the time at which the file was last saved, before it is read.</param>
    private static string? TextOf(string path, Action<DateTime>? see = null)
    {
        try
        {
            see?.Invoke(File.GetLastWriteTimeUtc(path));
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
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
