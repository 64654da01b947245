namespace DataPackage.Engine.Syntax;

/// <summary>The folder of which the build's additional files are seeds.</summary>
/// <remarks>Told once for all seeds. Metadata of each would be a section of a configuration file for each, and for each
/// file the compiler looks through these sections one after the other.</remarks>
/// <param name="Path">With '/' between folders and at the end; empty for the one that relative paths start from. Null
/// where the build names no folder, and so has no seeds.</param>
internal sealed partial record SeedsFolder(string? Path)
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".md", ".txt"];

    /// <param name="path">A full path, or a relative one where those of the files are relative too; null or empty where
    /// there are no seeds.</param>
    public static SeedsFolder At(string? path) => new(string.IsNullOrEmpty(path) ? null : Resolve(path + "/"));

    /// <summary>The path below this folder, or null where a file is no seed: somebody else's file, which the project
    /// gives to the compiler too.</summary>
    public string? SeedPathOf(string file)
    {
        if (Path is null)
            return null;
        var path = Resolve(file);
        // Windows, whose full paths start with a drive, makes no difference between cases.
        var comparison =
            Path.Length > 1 && Path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (!path.StartsWith(Path, comparison))
            return null;
        var seedPath = path.Substring(Path.Length);
        return IsSeed(seedPath) ? seedPath : null;
    }

    /// <summary>As DataPackage.Generator.targets chooses them, whose patterns ignore case.</summary>
    private static bool IsSeed(string path)
    {
        var folders = path.Substring(0, path.LastIndexOf('/') + 1);
        return HasExtension(path)
            && !string.Equals(path.Substring(folders.Length), "README.md", StringComparison.OrdinalIgnoreCase)
            && !folders.Split('/').Any(folder => folder.Length > 0 && folder[0] == '.');
    }

    /// <summary>Whether a file of this name can be a seed.</summary>
    public static bool HasExtension(string name) =>
        Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The path without '..' and '.', which the compiler leaves in where a project's seeds are outside of its
    /// folder. Not by <see cref="System.IO.Path.GetFullPath(string)"/>, which knows the paths of one system only, and
    /// completes relative ones by a folder of the process.</summary>
    private static string Resolve(string path)
    {
        path = SeedPaths.WithSlashes(path);
        if (!path.Contains("/.") && !path.Contains("//") && !path.StartsWith(".", StringComparison.Ordinal))
            return path;
        var isFull = path.StartsWith("/", StringComparison.Ordinal);
        var parts = new List<string>();
        foreach (var part in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        var resolved = string.Join("/", parts);
        if (isFull)
            resolved = "/" + resolved;
        return parts.Count > 0 && path.EndsWith("/", StringComparison.Ordinal) ? resolved + "/" : resolved;
    }
}
