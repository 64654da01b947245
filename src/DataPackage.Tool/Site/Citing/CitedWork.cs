using DataPackage.Engine.Binding;
using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Tool.Entities;
using DataPackage.Tool.Export;
using DataPackage.Tool.Site.Html;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Citing;

/// <summary>What a citation says of an entry of the package, or of an article. All texts are on one line.</summary>
/// <param name="Key">A name of ASCII letters, digits and hyphens.</param>
internal sealed record CitedWork(string Key, string Title)
{
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The package that the entry is in; null of an article.</summary>
    public string? Container { get; init; }

    /// <summary>The version of the package; null if no release is recorded.</summary>
    public string? Version { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Null if it is not known.</summary>
    public CitedDate? Issued { get; init; }

    public string? Url { get; init; }

    /// <summary>A tag of BCP 47.</summary>
    public string? Language { get; init; }

    public string? License { get; init; }

    public bool IsEntry => Container is not null;

    public static CitedWork Of(SitePage page, EntityLink self)
    {
        var (kind, entity) = (page.Source.Schema[self.Kind], page.Source.Data.Find(self));
        return kind.IsArticle ? OfArticle(page, self, kind, entity) : OfEntry(page, self);
    }

    private static CitedWork OfEntry(SitePage page, EntityLink self)
    {
        var (package, last) = (page.Source.Data.Description, page.Source.History.Last);
        var caption = page.CaptionOf(self);
        return new CitedWork(KeyOf(page, self), ShortText.OneLine(caption.Text))
        {
            Authors = [.. package.Contributors.Select(each => each.Title).OfType<string>().Select(ShortText.OneLine)],
            Container = ShortText.OneLine(Frame.NameOf(page.Source.Data)),
            Version = last?.Version,
            Issued = last?.Date is { } day ? CitedDate.Of(day) : null,
            Url = AddressOf(page, self),
            Language = caption.Language ?? page.Language.Tag,
            License = Frame.LicensesOf(page.Source.Data) is { } licenses ? ShortText.OneLine(licenses) : null,
        };
    }

    private static CitedWork OfArticle(SitePage page, EntityLink self, Kind kind, LinkedEntity entity)
    {
        IEnumerable<string> All(string name) =>
            kind.IndexOf(name) is >= 0 and var at && entity.Values[at] is { } value
                ? TextsOf(value, kind.Properties[at], page).Select(ShortText.OneLine).Where(text => text.Length > 0)
                : [];
        string? One(string name) => All(name).FirstOrDefault();
        var published = kind.IndexOf("published");
        return new CitedWork(KeyOf(page, self), ShortText.OneLine(page.CaptionOf(self).Text))
        {
            Authors = [.. All("author").Concat(All("authors"))],
            Publisher = One("publisher"),
            Issued = published >= 0 && entity.Values[published] is DateValue date ? CitedDate.Of(date) : null,
            Url = page.Source.Article(self).Address ?? AddressOf(page, self),
            Language = One("language"),
            License = One("license"),
        };
    }

    private static IEnumerable<string> TextsOf(Value value, Property property, SitePage page) =>
        value switch
        {
            ListValue list => list.Items.OfType<Value>().SelectMany(item => TextsOf(item, property, page)),
            LocalizedValue localized => [page.Source.Choose(localized, page.Language.Tag).Text],
            _ => [ValueText.Of(value, property, page.Source.Schema, link => page.CaptionOf(link).Text)],
        };

    private static string? AddressOf(SitePage page, EntityLink self) =>
        page.Source.Options.BaseUrl is { } address
            ? address + SitePaths.Public(page.Source.Paths.Entity(page.Language.Tag, self))
            : null;

    private static string KeyOf(SitePage page, EntityLink self) =>
        $"{page.Source.Paths.FolderOf(self.Kind)}-{FileNames.Of(self.Id)}".Replace('~', '-');
}
