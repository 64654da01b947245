using System.Text.Json;
using DataPackage.Tool.Reports;
using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site;

/// <summary>A file of the site, and what writes it.</summary>
/// <param name="Path">From the root, with '/'.</param>
/// <param name="Language">Of a page, its language; of all else, the first one.</param>
/// <param name="Write">May run at the same time as that of other files.</param>
internal sealed record SiteFile(string Path, SiteLanguage Language, Action<SitePage> Write)
{
    /// <summary>Whether search engines are to leave it out: it says nothing of its own.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A file of JSON.</summary>
    public static SiteFile OfJson(string path, SiteLanguage language, Action<Utf8JsonWriter> write) =>
        new(
            path,
            language,
            page =>
            {
                using var bytes = new MemoryStream();
                JsonText.Write(bytes, write);
                page.Html.Copy(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            }
        );
}
