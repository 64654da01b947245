using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DataPackage.Tool.Tests.Site;

/// <summary>Seeds and the site that the tool wrote of them.</summary>
internal sealed class WrittenSite : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly TempFolder _folder;
    private readonly Dictionary<string, IHtmlDocument> _pages = new(StringComparer.Ordinal);

    private WrittenSite(TempFolder folder, string told) => (_folder, Told) = (folder, told);

    /// <summary>What the run told.</summary>
    public string Told { get; }

    public string Folder => _folder.PathOf("site");

    public SortedDictionary<string, string> Files => _folder.Files("site");

    public string Text(string file) => _folder.Text("site/" + file);

    public bool Has(string file) => File.Exists(_folder.PathOf("site/" + file));

    /// <summary>The shipped data, in English and German.</summary>
    public static WrittenSite Shipped(params string[] arguments) =>
        Of(new TempFolder().WithCopyOf("seeds", "seeds"), ["--languages", "en,de", .. arguments]);

    public static WrittenSite Of(TempFolder folder, params string[] arguments)
    {
        var run = folder.Run(["site", "-o", "site", .. arguments]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal("", run.Output);
        return new WrittenSite(folder, run.Errors);
    }

    /// <summary>Names and ids that a page might run, and values that it might cut.</summary>
    public static WrittenSite Hostile() => Of(HostilePages.Seeds());

    /// <summary>The paths of all pages, in order.</summary>
    public IEnumerable<string> Pages =>
        Directory
            .EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>A page, as browsers read it.</summary>
    public IHtmlDocument Page(string path)
    {
        if (!_pages.TryGetValue(path, out var page))
            _pages.Add(path, page = Parser.ParseDocument(Text(path)));
        return page;
    }

    /// <summary>The only element of a page that a selector finds.</summary>
    public IElement One(string path, string selector) => Assert.Single(Page(path).QuerySelectorAll(selector));

    /// <summary>The texts of the elements that a selector finds, with single blanks.</summary>
    public IReadOnlyList<string> Texts(string path, string selector) =>
        [.. Page(path).QuerySelectorAll(selector).Select(TextOf)];

    public static string TextOf(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => _folder.Dispose();
}
