using DataPackage.Engine.Linking;
using DataPackage.Engine.Schema.Model;
using DataPackage.Shared.Text;
using DataPackage.Tool.Site.Texts;

namespace DataPackage.Tool.Site.Html;

/// <summary>A language of the pages, with the texts that come from no seed.</summary>
/// <param name="Tag">A tag of BCP 47.</param>
internal sealed record SiteLanguage(string Tag, UiTexts Texts)
{
    /// <summary>Languages that are written from right to left unless their tag names another script.</summary>
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar",
        "arc",
        "arz",
        "azb",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "prs",
        "ps",
        "sd",
        "skr",
        "syr",
        "ug",
        "ur",
        "yi",
    };

    /// <summary>The scripts that are written so, as ISO 15924 names them.</summary>
    private static readonly HashSet<string> RightToLeftScripts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Adlm",
        "Arab",
        "Aran",
        "Hebr",
        "Mand",
        "Nkoo",
        "Rohg",
        "Samr",
        "Syrc",
        "Syre",
        "Syrj",
        "Syrn",
        "Thaa",
    };

    /// <summary>The direction of writing, as HTML names it.</summary>
    public string Direction =>
        LanguageTag.ScriptOf(Tag) is { } script
            ? RightToLeftScripts.Contains(script)
                ? "rtl"
                : "ltr"
            : RightToLeft.Contains(Tag.Split('-')[0])
                ? "rtl"
                : "ltr";
}

/// <summary>One page while it is written: where it is, in which language, and what it links to.</summary>
internal sealed class SitePage(SiteSource source, SiteFile file, HtmlWriter html)
{
    public SiteSource Source => source;

    public HtmlWriter Html => html;

    public SiteLanguage Language => file.Language;

    public UiTexts Texts => file.Language.Texts;

    /// <summary>From the root of the site.</summary>
    public string Path => file.Path;

    /// <summary>Whether search engines are to leave it out.</summary>
    public bool IsHidden => file.IsHidden;

    /// <summary>The address of another file of the site, relative to this page.</summary>
    public string To(string target) => SitePaths.Relative(Path, target);

    /// <summary>The address of an entity's page in the language of this one.</summary>
    public string To(EntityLink entity) => To(source.Paths.Entity(Language.Tag, entity));

    /// <summary>The address of a part of an article.</summary>
    public string To(EntityLink article, int part) => To(source.Paths.Entity(Language.Tag, article, part));

    public Words CaptionOf(Kind kind, LinkedEntity entity)
    {
        var (text, tag) = source.CaptionOf(kind, entity, Language.Tag);
        return new Words(text, tag);
    }

    public Words CaptionOf(EntityLink entity) => CaptionOf(source.Schema[entity.Kind], source.Data.Find(entity));

    public Link LinkTo(EntityLink entity) => new(To(entity), CaptionOf(entity));

    /// <summary>The name of a property for people; the words of that in the schema if it has no other.</summary>
    public static string NameOf(Property property) =>
        property.Label.Length > 0 ? property.Label : InWords(property.Name);

    /// <summary>The words of a name in C# or in a schema: RelationshipsAsObject → Relationships as object.</summary>
    public static string InWords(string name)
    {
        var words = Names.ToKebabCase(name).TrimEnd(Names.Evasion).Replace('-', ' ');
        return words.Length == 0 ? name : LetterCase.ToUpper(words[0]) + words[1..];
    }
}
