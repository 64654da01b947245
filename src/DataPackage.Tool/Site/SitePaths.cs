using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export;
using DataPackage.Tool.Export.Tables;

namespace DataPackage.Tool.Site;

/// <summary>Where each file of the site is: paths from its root, with '/'. A page is <c>index.html</c> in a folder of
/// its own, so that its address on the web is that of the folder, while links that name the file work on a disk
/// too.</summary>
internal sealed class SitePaths
{
    public const string Index = "index.html";

    /// <summary>What hosts show for an address that the site does not have.</summary>
    public const string NotFound = "404.html";

    /// <summary>Folders beside those of kinds.</summary>
    private static readonly string[] Taken =
    [
        "about",
        "assets",
        "changes",
        "feed",
        "graph",
        "index",
        "quality",
        "search",
        "sitemap",
        "timeline",
    ];

    private readonly Dictionary<string, string> _folders;

    public SitePaths(PackageSchema schema, IEnumerable<string> languages)
    {
        var names = new UniqueNames();
        foreach (var taken in Taken.Concat(languages))
            names.Add(taken);
        _folders = schema
            .Kinds.Where(kind => kind.IsConcrete)
            .ToDictionary(
                kind => kind.Name,
                kind => names.Add(FolderName(kind.Plural)).Replace('_', '-'),
                StringComparer.Ordinal
            );
    }

    /// <summary>A plural with letters beyond ASCII keeps its folder whatever other kinds there are.</summary>
    private static string FolderName(string plural) => FileNames.Of(Names.ToKebabCase(plural.TrimEnd(Names.Evasion)));

    /// <summary>The folder of a kind: <c>persons</c>.</summary>
    public string FolderOf(string kind) => _folders[kind];

    public static string Home(string language) => $"{language}/{Index}";

    /// <summary>A page of the whole package: <c>timeline</c>.</summary>
    /// <param name="part">From 1.</param>
    public static string Page(string language, string name, int part = 1) => $"{language}/{name}/{PartFile(part)}";

    /// <param name="part">The number of the part of a list that is too long for one page, from 1.</param>
    public string Kind(string language, string kind, int part = 1) => $"{language}/{FolderOf(kind)}/{PartFile(part)}";

    /// <summary>A script that has rows of the table of a kind.</summary>
    /// <param name="part">From 1.</param>
    public string Rows(string language, string kind, int part) =>
        FormattableString.Invariant($"{language}/{FolderOf(kind)}/rows-{part}.js");

    public string Entity(string language, EntityLink entity, int part = 1) =>
        Entity(language, entity.Kind, entity.Id, part);

    /// <summary>A page with entities that refer to one, where its own page has not all.</summary>
    /// <param name="part">From 1.</param>
    public string Referrers(string language, EntityLink entity, int part) =>
        FormattableString.Invariant(
            $"{language}/{FolderOf(entity.Kind)}/{FileNames.Of(entity.Id)}/references-{part}.html"
        );

    /// <summary>A page with passages that support an entity, where its own page has not all.</summary>
    /// <param name="part">From 1.</param>
    public string Passages(string language, EntityLink entity, int part) =>
        FormattableString.Invariant(
            $"{language}/{FolderOf(entity.Kind)}/{FileNames.Of(entity.Id)}/passages-{part}.html"
        );

    /// <summary>Also of an id that an entity had before, or that is given up.</summary>
    public string Entity(string language, string kind, string id, int part = 1) =>
        $"{language}/{FolderOf(kind)}/{FileNames.Of(id)}/{PartFile(part)}";

    /// <summary>What programs read of an entity; the same for all languages.</summary>
    /// <param name="extension">Without the dot.</param>
    public string Data(string kind, string id, string extension) => $"{FolderOf(kind)}/{FileNames.Of(id)}.{extension}";

    /// <summary>What programs read of a kind: the list of its entities, or the feed of what changed in them.</summary>
    /// <param name="extension">Without the dot.</param>
    public string Data(string kind, string extension) => $"{FolderOf(kind)}.{extension}";

    private static string PartFile(int part) => part == 1 ? Index : FormattableString.Invariant($"part-{part}.html");

    /// <summary>The address of a file as a page names it.</summary>
    /// <param name="from">The path of the page.</param>
    public static string Relative(string from, string to)
    {
        var (common, i) = (0, 0);
        for (; i < from.Length && i < to.Length && from[i] == to[i]; i++)
            if (from[i] == '/')
                common = i + 1;
        var above = from.AsSpan(common).Count('/');
        return above == 0 ? to[common..] : string.Concat(Enumerable.Repeat("../", above)) + to[common..];
    }

    /// <summary>The address of a page on the web, from the root: without the name of its file.</summary>
    public static string Public(string path) =>
        path == Index ? ""
        : path.EndsWith("/" + Index, StringComparison.Ordinal) ? path[..^Index.Length]
        : path;
}
