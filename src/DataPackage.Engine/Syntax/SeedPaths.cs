namespace DataPackage.Engine.Syntax;

/// <summary>Tells the role of a seed by its path below the seeds folder.</summary>
internal static class SeedPaths
{
    /// <summary>A path below the seeds folder in the form that seeds have.</summary>
    public static string Normalize(string path) => WithSlashes(path).TrimStart('/');

    public static string WithSlashes(string path) => path.Replace('\\', '/');

    public static bool IsPackageFacts(string path) => path is "datapackage.yaml" or "datapackage.yml";

    public static bool IsSchema(string path) => path.StartsWith("schema/", StringComparison.Ordinal);

    /// <summary>Whether the folder has files about the package, and no data: the schemas, and what earlier versions
    /// released.</summary>
    public static bool IsEngineFolder(string path) =>
        IsSchema(path) || path.StartsWith("releases/", StringComparison.Ordinal);

    /// <summary>Whether the file is JSON or a table, and so has only data. Beside other data, such files are data only
    /// if datapackage.yaml says so.</summary>
    public static bool IsDataFormat(string path) =>
        Array.Exists(DataFormats, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    public static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static readonly string[] DataFormats = [".json", ".csv", ".tsv"];

    /// <summary>What releases published. The tool writes it.</summary>
    public const string Ledger = "releases/ledger.tsv";

    /// <summary>The ids that were given up.</summary>
    public const string Retired = "releases/retired.yaml";

    /// <summary>Whether the file has no entities, but says how all entities are read, or what there was of
    /// them.</summary>
    public static bool IsDeclaration(string path) =>
        IsPackageFacts(path) || IsSchema(path) || path is Ledger or Retired;

    /// <summary>Whether the seed is of the kind that need not be declared.</summary>
    public static bool IsInArticles(string path) =>
        path.StartsWith("articles/", StringComparison.Ordinal) || path is "articles.yaml" or "articles.yml";

    /// <summary>The first folder of a path; the file's name without its extension if it is in no folder. It names the
    /// kind.</summary>
    public static string CollectionOf(string path) => path.Contains('/') ? FolderOf(path) : NameOf(path);

    /// <summary>The name of a file without its extension.</summary>
    public static string NameOf(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;
    }

    /// <summary>The first folder of a path; empty for a file in the folder of the seeds.</summary>
    public static string FolderOf(string path) => path.Substring(0, Math.Max(path.IndexOf('/'), 0));
}
