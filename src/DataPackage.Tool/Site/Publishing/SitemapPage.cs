namespace DataPackage.Tool.Site.Publishing;

/// <summary>A page that search engines are told of.</summary>
/// <param name="Path">Below the folder of the language.</param>
internal readonly record struct SitemapPage(string Language, string Path)
{
    /// <summary>Null if a file is no page, or one that search engines are to leave out.</summary>
    public static SitemapPage? Of(SiteFile file)
    {
        var (tag, path) = (file.Language.Tag, file.Path);
        return
            !file.IsHidden
            && path.EndsWith(".html", StringComparison.Ordinal)
            && path.StartsWith(tag + "/", StringComparison.Ordinal)
            ? new SitemapPage(tag, path[(tag.Length + 1)..])
            : null;
    }
}
