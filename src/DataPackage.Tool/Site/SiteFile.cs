using DataPackage.Tool.Site.Html;

namespace DataPackage.Tool.Site;

/// <summary>A file of the site, and what writes it.</summary>
/// <param name="Path">From the root, with '/'.</param>
/// <param name="Language">Of a page, its language; of all else, the first one.</param>
/// <param name="Write">May run at the same time as that of other files.</param>
internal sealed record SiteFile(string Path, SiteLanguage Language, Action<SitePage> Write);
