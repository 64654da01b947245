namespace DataPackage.Engine.Syntax;

/// <summary>The folder whose files among the build's additional files are seeds.</summary>
/// <remarks>The build states it once for all seeds. Metadata for each seed would need a section of a configuration file
/// each, and the compiler searches all sections for each file.</remarks>
/// <param name="Path">With '/' between folders and at the end; empty for the folder that relative paths start from.
/// Null if the build names no folder, and so has no seeds.</param>
internal sealed partial record SeedsFolder(string? Path)
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".md", ".txt", ".json", ".csv", ".tsv"];

    /// <param name="path">A full path, or a relative one if those of the files are relative too; null or empty if there
    /// are no seeds.</param>
    public static SeedsFolder At(string? path) => new(string.IsNullOrEmpty(path) ? null : Resolve(path + "/"));

    /// <summary>The path below this folder; null for a file that is not a seed, which the project gives to the compiler
    /// for something else.</summary>
    public string? SeedPathOf(string file)
    {
        if (Path is null)
            return null;
        var path = Resolve(file);
        // Windows, whose full paths start with a drive, ignores case.
        var comparison =
            Path.Length > 1 && Path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (!path.StartsWith(Path, comparison))
            return null;
        var seedPath = path.Substring(Path.Length);
        return IsSeed(seedPath) ? seedPath : null;
    }

    /// <summary>The same choice as in DataPackage.Generator.targets, whose patterns ignore case.</summary>
    private static bool IsSeed(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        return HasExtension(path)
            && (!SeedPaths.IsEngineFolder(path) || !SeedPaths.IsDataFormat(path) || path == SeedPaths.Ledger)
            && !path.AsSpan(name).Equals("README.md".AsSpan(), StringComparison.OrdinalIgnoreCase)
            && !IsHidden(path.AsSpan(0, name));
    }

    /// <summary>Whether the name of a folder starts with a dot.</summary>
    private static bool IsHidden(ReadOnlySpan<char> folders) =>
        folders.StartsWith(".".AsSpan()) || folders.IndexOf("/.".AsSpan()) >= 0;

    /// <summary>Whether a file of this name can be a seed.</summary>
    public static bool HasExtension(string name) =>
        Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The path without '..' and '.', which the compiler leaves in if a project's seeds are outside of its
    /// folder. <see cref="System.IO.Path.GetFullPath(string)"/> handles the paths of one system only, and completes
    /// relative paths by a folder of the process.</summary>
    private static string Resolve(string path)
    {
        path = SeedPaths.WithSlashes(path);
        if (IsResolved(path))
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

    /// <summary>Whether a path certainly has no empty part, and no part '.' or '..'. Most paths do not.</summary>
    private static bool IsResolved(string path) =>
        !path.Contains("//")
        && !path.Contains("/./")
        && !path.Contains("/../")
        && !path.StartsWith(".", StringComparison.Ordinal)
        && !path.EndsWith(".", StringComparison.Ordinal);
}
