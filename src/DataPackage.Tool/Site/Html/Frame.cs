using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Html;

/// <summary>What a page says of itself in its head.</summary>
internal sealed record PageHead(string Title)
{
    /// <summary>The number of the page, and of all, where a list is too long for one.</summary>
    public (int Number, int All) Part { get; init; } = (1, 1);

    public string WholeTitle =>
        Part.All == 1 ? Title : FormattableString.Invariant($"{Title} ({Part.Number}/{Part.All})");

    /// <summary>For search engines and previews; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The paths of the same content for programs, with their types.</summary>
    public IReadOnlyList<(string Path, string Type)> Twins { get; init; } = [];

    /// <summary>The path of the page in another language; null if the page has no other languages.</summary>
    public Func<string, string>? InLanguage { get; init; }

    /// <summary>Names of scripts of ours that the page needs besides the one that all have.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>The path of the page to which this one leads by itself; null if it leads nowhere.</summary>
    public string? LeadsTo { get; init; }
}

/// <summary>What all pages have around their content: the head, the way to other pages, the foot.</summary>
internal static class Frame
{
    /// <summary>No page asks anybody else for anything, and no text of a seed can run.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
        + "base-uri 'none'; form-action 'self'";

    /// <summary>What search engines and previews show of a description, in UTF-16 units.</summary>
    private const int LongestDescription = 200;

    /// <summary>The pages of the whole package, besides its kinds, in the order of the way to them.</summary>
    private static readonly string[] Sections = ["timeline", "graph", "changes", "quality", "about"];

    public static void Write(SitePage page, PageHead head, Action body)
    {
        var html = page.Html;
        WriteStart(page, head);
        WriteHead(page, head);
        html.Write($"</head>\n<body>\n<a class=\"skip\" href=\"#main\">{page.Texts["skip"]}</a>\n");
        WriteHeader(page, head);
        html.Write($"<main id=\"main\">\n");
        body();
        html.Write($"</main>\n");
        WriteFooter(page, head);
        html.Write($"</body>\n</html>\n");
    }

    /// <summary>Writes a page that stands alone, without a way to other pages.</summary>
    /// <param name="to">The address of a file of the site; null if the page cannot name any.</param>
    public static void WriteBare(SitePage page, PageHead head, Func<string, string>? to, Action body)
    {
        var html = page.Html;
        WriteStart(page, head);
        if (to is not null)
            WriteLook(page, to);
        html.Write($"</head>\n<body>\n<main>\n");
        body();
        html.Write($"</main>\n</body>\n</html>\n");
    }

    /// <summary>The name of the package for people.</summary>
    public static string NameOf(ExportSource data) => data.Description.Title ?? data.Name;

    /// <summary>The licences of the package on one line; null if it states none.</summary>
    public static string? LicensesOf(ExportSource data)
    {
        var names = data.Description.Licenses.Select(each => each.Name ?? each.Title).OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static void WriteStart(SitePage page, PageHead head)
    {
        var html = page.Html;
        html.Write($"<!doctype html>\n<html lang=\"{page.Language.Tag}\" dir=\"{page.Language.Direction}\">\n<head>\n");
        html.Write($"<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Write($"<meta name=\"color-scheme\" content=\"light dark\">\n<title>{head.WholeTitle}</title>\n");
        if (page.IsHidden)
            html.Write($"<meta name=\"robots\" content=\"noindex\">\n");
        if (head.LeadsTo is not { } there)
            return;
        html.Write($"<meta http-equiv=\"refresh\" content=\"0; url={page.To(there)}\">\n");
        // It takes the place in a page along, which the element above drops.
        html.Write($"<script src=\"{page.To(SiteAssets.Script)}\" defer></script>\n");
        if (page.Source.Options.BaseUrl is { } address)
            html.Write($"<link rel=\"canonical\" href=\"{address + SitePaths.Public(there)}\">\n");
    }

    private static void WriteHead(SitePage page, PageHead head)
    {
        var html = page.Html;
        if (head.Description is { } description)
            html.Write($"<meta name=\"description\" content=\"{ShortText.Of(description, LongestDescription)}\">\n");
        if (!page.IsHidden)
            WriteAddresses(page, head);
        foreach (var (path, type) in head.Twins)
            html.Write($"<link rel=\"alternate\" type=\"{type}\" href=\"{page.To(path)}\">\n");
        WriteLook(page, page.To);
        foreach (var script in head.Scripts.Prepend(SiteAssets.Script))
            html.Write($"<script src=\"{page.To(script)}\" defer></script>\n");
    }

    private static void WriteLook(SitePage page, Func<string, string> to)
    {
        var html = page.Html;
        html.Write($"<link rel=\"stylesheet\" href=\"{to(SiteAssets.Styles)}\">\n");
        if (page.Source.Options.HasOwnStyles)
            html.Write($"<link rel=\"stylesheet\" href=\"{to(SiteAssets.OwnStyles)}\">\n");
        html.Write($"<link rel=\"icon\" href=\"{to(SiteAssets.Icon)}\" type=\"image/svg+xml\">\n");
    }

    private static void WriteAddresses(SitePage page, PageHead head)
    {
        if (page.Source.Options.BaseUrl is not { } address)
            return;
        var html = page.Html;
        html.Write($"<link rel=\"canonical\" href=\"{address + SitePaths.Public(page.Path)}\">\n");
        if (head.InLanguage is not { } inLanguage || page.Source.Options.Languages.Count < 2)
            return;
        foreach (var tag in page.Source.Options.Languages)
        {
            var there = address + SitePaths.Public(inLanguage(tag));
            html.Write($"<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{there}\">\n");
        }
    }

    private static void WriteHeader(SitePage page, PageHead head)
    {
        var (html, tag) = (page.Html, page.Language.Tag);
        html.Write($"<header class=\"top\">\n<a class=\"home\" href=\"{page.To(SitePaths.Home(tag))}\">");
        html.Write($"<bdi>{NameOf(page.Source.Data)}</bdi></a>\n");
        html.Write($"<form role=\"search\" action=\"{page.To(SitePaths.Page(tag, "search"))}\">");
        html.Write($"<input type=\"search\" name=\"q\" aria-label=\"{page.Texts["search"]}\" ");
        html.Write($"placeholder=\"{page.Texts["search"]}\" autocomplete=\"off\" spellcheck=\"false\">");
        html.Write($"<button>{page.Texts["search"]}</button></form>\n");
        html.Write($"<nav aria-label=\"{page.Texts["kinds"]}\"><ul>\n");
        foreach (var (kind, linked) in page.Source.Data.Kinds.Where(each => each.Entities.Entities.Count > 0))
            WriteWay(page, page.Source.Paths.Kind(tag, kind.Name), PluralOf(kind));
        foreach (var section in Sections.Where(section => Has(page.Source, section)))
            WriteWay(page, SitePaths.Page(tag, section), page.Texts[section]);
        html.Write($"</ul></nav>\n");
        if (page.Source.Options.Languages.Count > 1)
            WriteLanguages(page, head);
        html.Write($"</header>\n");
    }

    /// <summary>Whether the package has something for such a page.</summary>
    private static bool Has(SiteSource source, string section) =>
        section switch
        {
            "timeline" => source.Timeline.Rows.Count > 0,
            "graph" => source.Graph.Nodes.Count > 0,
            _ => true,
        };

    private static void WriteWay(SitePage page, string target, string text)
    {
        if (target == page.Path)
            page.Html.Write($"<li><a href=\"{page.To(target)}\" aria-current=\"page\">{text}</a></li>\n");
        else
            page.Html.Write($"<li>{new Link(page.To(target), text)}</li>\n");
    }

    private static void WriteLanguages(SitePage page, PageHead head)
    {
        var html = page.Html;
        html.Write($"<nav class=\"languages\" aria-label=\"{page.Texts["languages"]}\"><ul>");
        foreach (var tag in page.Source.Options.Languages)
            if (tag == page.Language.Tag)
                html.Write($"<li><b lang=\"{tag}\" aria-current=\"true\">{LanguageNames.Of(tag)}</b></li>");
            else
            {
                var target = head.InLanguage?.Invoke(tag) ?? SitePaths.Home(tag);
                html.Write($"<li><a lang=\"{tag}\" hreflang=\"{tag}\" href=\"{page.To(target)}\">");
                html.Write($"{LanguageNames.Of(tag)}</a></li>");
            }

        html.Write($"</ul></nav>\n");
    }

    /// <summary>The name of a kind's entities for people.</summary>
    public static string PluralOf(Kind kind) => SitePage.InWords(kind.Plural);

    private static void WriteFooter(SitePage page, PageHead head)
    {
        var html = page.Html;
        html.Write($"<footer>\n");
        if (head.Twins.Count > 0)
        {
            html.Write($"<p class=\"twins\">{page.Texts["asData"]} ");
            foreach (var (path, _) in head.Twins)
                html.Write($"<a href=\"{page.To(path)}\">{System.IO.Path.GetExtension(path)[1..]}</a> ");
            html.Write($"</p>\n");
        }

        var about = page.To(SitePaths.Page(page.Language.Tag, "about"));
        html.Write($"<p>");
        if (LicensesOf(page.Source.Data) is { } licences)
            html.Write($"{page.Texts["license"]}: {licences} \u00B7 ");
        html.Write($"{new Link(about, page.Texts["about"])}</p>\n</footer>\n");
    }
}
