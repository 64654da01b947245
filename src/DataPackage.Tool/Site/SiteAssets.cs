namespace DataPackage.Tool.Site;

/// <summary>Files that are the same for all packages, unless the theme has one of the same name.</summary>
internal static class SiteAssets
{
    public const string Styles = "assets/site.css";
    public const string Script = "assets/site.js";
    public const string SearchScript = "assets/search.js";
    public const string TableScript = "assets/table.js";
    public const string Icon = "assets/icon.svg";

    /// <summary>What a theme adds to the styles.</summary>
    public const string OwnStyles = "assets/theme.css";

    private const string Resources = "site/assets/";

    /// <param name="theme">The folder whose files replace or join those of the tool; null for none.</param>
    public static IEnumerable<(string Path, byte[] Content)> All(string? theme)
    {
        var assets = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var assembly = typeof(SiteAssets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
            if (name.StartsWith(Resources, StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                assets["assets/" + name[Resources.Length..]] = copy.ToArray();
            }

        if (theme is not null)
            foreach (var file in Directory.EnumerateFiles(theme))
                if (Path.GetFileName(file) is var name && !name.StartsWith("texts.", StringComparison.Ordinal))
                    assets["assets/" + name] = File.ReadAllBytes(file);
        return assets.Select(each => (each.Key, each.Value));
    }
}
