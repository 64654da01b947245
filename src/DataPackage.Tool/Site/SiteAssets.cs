using System.Text;
using DataPackage.BuildTasks;
using DataPackage.Engine.Schema.Types;

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
                assets["assets/" + name[Resources.Length..]] = Shortened(name, copy.ToArray());
            }

        if (theme is not null)
            foreach (var (name, path) in FilesOf(new DirectoryInfo(theme), ""))
                if (!IsTexts(name))
                    assets["assets/" + name] = File.ReadAllBytes(path);
        return assets.Select(each => (each.Key, each.Value));
    }

    /// <summary>A script or styles of ours without what only those who read the source need: lines of comments, and
    /// blanks at the start of lines. None of them has a text of several lines.</summary>
    private static byte[] Shortened(string name, byte[] content)
    {
        if (!name.EndsWith(".js", StringComparison.Ordinal) && !name.EndsWith(".css", StringComparison.Ordinal))
            return content;
        var lines = Encoding
            .UTF8.GetString(content)
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    /// <summary>The files below a folder by their paths from the theme. Nobody means what systems and editors keep
    /// hidden there; links are not followed.</summary>
    private static IEnumerable<(string Name, string Path)> FilesOf(DirectoryInfo folder, string above)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(each => each.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.') || (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0)
                continue;
            if (entry is not DirectoryInfo below)
                yield return (above + entry.Name, entry.FullName);
            else if (!Links.IsLink(below.FullName))
                foreach (var file in FilesOf(below, $"{above}{below.Name}/"))
                    yield return file;
        }
    }

    /// <summary>Whether a file has texts of pages, as in <c>texts.fr.json</c>.</summary>
    private static bool IsTexts(string name) =>
        name.Split('.') is ["texts", var tag, "json"] && Formats.IsLanguageTag(tag);
}
