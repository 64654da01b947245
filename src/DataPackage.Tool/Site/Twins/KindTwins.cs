using DataPackage.Tool.Site.Changes;

namespace DataPackage.Tool.Site.Twins;

/// <summary>What programs read in place of the page of a kind.</summary>
internal static class KindTwins
{
    /// <summary>The paths, with their types.</summary>
    public static IReadOnlyList<(string Path, string Type)> Of(SiteSource source, string kind) =>
        Feeds.IsWritten(source)
            ? [(source.Paths.Data(kind, "json"), "application/json"), (source.Paths.Data(kind, "xml"), Feeds.Type)]
            : [(source.Paths.Data(kind, "json"), "application/json")];
}
