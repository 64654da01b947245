namespace DataPackage.Engine.Syntax;

/// <summary>Tells the role of a seed by its path below the seeds folder.</summary>
internal static class SeedPaths
{
    /// <summary>A path below the seeds folder in the form that seeds have.</summary>
    public static string Normalize(string path) => WithSlashes(path).TrimStart('/');

    public static string WithSlashes(string path) => path.Replace('\\', '/');

    public static bool IsPackageFacts(string path) => path is "datapackage.yaml" or "datapackage.yml";

    public static bool IsSchema(string path) => path.StartsWith("schema/", StringComparison.Ordinal);

    /// <summary>Whether the file has no entities, but says how all entities are read.</summary>
    public static bool IsDeclaration(string path) => IsPackageFacts(path) || IsSchema(path);

    /// <summary>Whether the seed is of the kind that need not be declared.</summary>
    public static bool IsInArticles(string path) =>
        path.StartsWith("articles/", StringComparison.Ordinal) || path is "articles.yaml" or "articles.yml";
}
