namespace DataPackage.Shared.Format;

/// <summary>The languages of a package's localized texts, as its assembly tells them in an attribute of .NET's
/// own.</summary>
internal static class PackageLanguages
{
    /// <summary>The key of the <c>AssemblyMetadataAttribute</c>.</summary>
    public const string Key = "DataPackage.Languages";

    public static string Write(IEnumerable<string> languages) => string.Join(",", languages);

    public static string[] Read(string languages) => languages.Split([','], StringSplitOptions.RemoveEmptyEntries);
}
