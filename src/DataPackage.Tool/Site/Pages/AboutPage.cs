using DataPackage.Engine.Schema.Model;
using DataPackage.Tool.Export;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site.Pages;

/// <summary>Says what the package is, who made it from what, on which terms, and how to use it.</summary>
internal static class AboutPage
{
    private const string Name = "about";

    public static SiteFile Of(SiteLanguage language, Lazy<Quality> quality) =>
        new(SitePaths.Page(language.Tag, Name), language, page => Write(page, quality.Value));

    private static void Write(SitePage page, Quality quality)
    {
        var (html, package) = (page.Html, page.Source.Data.Description);
        var head = new PageHead($"{page.Texts[Name]} \u2013 {Frame.NameOf(page.Source.Data)}")
        {
            Description = package.Description,
            InLanguage = tag => SitePaths.Page(tag, Name),
        };
        Frame.Write(
            page,
            head,
            () =>
            {
                html.Write($"<h1><bdi>{Frame.NameOf(page.Source.Data)}</bdi></h1>\n");
                if (package.Description is { } description)
                    html.Write($"<p class=\"summary\"><bdi>{description}</bdi></p>\n");
                WriteSize(page, quality);
                WriteList(page, "licenses", package.Licenses.Select(each => (each.Title ?? each.Name, each.Path, "")));
                WriteList(
                    page,
                    "contributors",
                    package.Contributors.Select(each => (each.Title, each.Path, each.Role ?? ""))
                );
                WriteList(page, "sources", package.Sources.Select(each => (each.Title, each.Path, "")));
                html.Write($"<h2>{page.Texts["provenance"]}</h2>\n<p>{page.Texts["provenanceIs"]}</p>\n");
                WriteCode(page);
                WriteFiles(page);
            }
        );
    }

    private static void WriteSize(SitePage page, Quality quality)
    {
        var (html, texts, data) = (page.Html, page.Texts, page.Source.Data);
        var articles = data.Kinds.Where(each => each.Kind.IsArticle).Sum(each => each.Entities.Entities.Count);
        html.Write($"<p>{texts.Count("entriesAre", data.Entities.Count() - articles)}, ");
        html.Write($"{texts.Count("articlesAre", articles)}, ");
        html.Write($"{texts.Count("citationsAre", data.Entities.Sum(each => each.Entity.Citations.Count))}. ");
        var (values, cited) = (
            quality.Stats.Kinds.Sum(kind => kind.Values),
            quality.Stats.Kinds.Sum(kind => kind.CitedValues)
        );
        var share = texts
            .With("citedOf", texts.Number(cited))
            .Replace("{1}", texts.Number(values), StringComparison.Ordinal);
        html.Write($"<a href=\"{page.To(SitePaths.Page(page.Language.Tag, "quality"))}\">{share}</a>");
        if (page.Source.History.Last is { } last)
            html.Write($" {texts.With("lastRelease", last.Version)}");
        html.Write($"</p>\n");
    }

    private static void WriteList(
        SitePage page,
        string heading,
        IEnumerable<(string? Title, string? Path, string Role)> items
    )
    {
        var shown = items.Where(each => each.Title is not null || each.Path is not null).ToList();
        if (shown.Count == 0)
            return;
        page.Html.Write($"<h2>{page.Texts[heading]}</h2>\n<ul>\n");
        foreach (var (title, path, role) in shown)
        {
            page.Html.Write($"<li>");
            if (ExportSource.AddressAt(path) is { } address)
                page.Html.Write($"{new Link(address, title ?? address)}");
            else
                page.Html.Write($"<bdi>{title ?? path}</bdi>");
            if (role.Length > 0)
                page.Html.Write($" <span class=\"said\"><bdi>{role}</bdi></span>");
            page.Html.Write($"</li>\n");
        }

        page.Html.Write($"</ul>\n");
    }

    /// <summary>How a program in C# reads an entity: the first that has an accessor. By which name it gets the package,
    /// seeds do not say: that is up to its project.</summary>
    private static void WriteCode(SitePage page)
    {
        var (html, data) = (page.Html, page.Source.Data);
        var (kind, entity) = data
            .Entities.OrderBy(each => each.Kind.IsArticle)
            .FirstOrDefault(each => each.Entity.Accessor.Length > 0);
        if (kind is null)
            return;
        html.Write($"<h2>{page.Texts["use"]}</h2>\n<pre dir=\"ltr\">");
        if (HasNamespace(page.Source))
            html.Write($"using {data.Namespace};\n\n");
        html.Write($"Console.WriteLine({kind.Plural}.{entity.Accessor}.{MemberOf(kind)});</pre>\n");
    }

    private static bool HasNamespace(SiteSource source) =>
        source.Schema.Facts.Namespace is not null || source.Options.RootNamespace.Length > 0;

    private static string MemberOf(Kind kind) =>
        kind.Caption is { } caption ? kind.Properties[kind.IndexOf(caption)].CSharpName : "Id";

    private static void WriteFiles(SitePage page)
    {
        var (html, paths) = (page.Html, page.Source.Paths);
        html.Write($"<h2>{page.Texts["files"]}</h2>\n<p>{page.Texts["filesAre"]}</p>\n<ul>\n");
        foreach (var (kind, linked) in page.Source.Data.Kinds.Where(each => each.Entities.Entities.Count > 0))
        {
            html.Write($"<li>{Frame.PluralOf(kind)}: ");
            WriteFile(page, paths.Data(kind.Name, "json"));
            foreach (var extension in new[] { "json", "jsonld", "md" })
            {
                html.Write($", ");
                WriteFile(page, paths.Data(kind.Name, linked.Entities[0].Id, extension));
            }

            html.Write($"</li>\n");
        }

        html.Write($"</ul>\n");
    }

    private static void WriteFile(SitePage page, string path) =>
        page.Html.Write($"<a href=\"{page.To(path)}\"><code>{path}</code></a>");
}
