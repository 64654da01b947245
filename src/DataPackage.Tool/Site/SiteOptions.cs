namespace DataPackage.Tool.Site;

/// <summary>What the command line says of a site.</summary>
/// <param name="BaseUrl">The address at which the site will be, with a slash at its end; null if it is not known. Then
/// nothing is written that needs it: the map for search engines, feeds.</param>
/// <param name="Languages">The languages of the pages, the first for those who ask for none.</param>
/// <param name="Theme">The folder of files that replace or join those of the tool; null for none.</param>
/// <param name="SourceUrl">The address of a seed's line, with {path} and {line}; null if there is none.</param>
/// <param name="RootNamespace">That of the project; empty without one.</param>
internal sealed record SiteOptions(
    string? BaseUrl,
    IReadOnlyList<string> Languages,
    string? Theme,
    string? SourceUrl,
    string RootNamespace
)
{
    /// <summary>The day of the last release if the changelog does not tell it; null if it is not known.</summary>
    public DateOnly? Date { get; init; }

    public bool HasOwnStyles { get; } = Theme is not null && File.Exists(Path.Combine(Theme, "theme.css"));

    /// <summary>The address of a line of a seed; null if seeds have none.</summary>
    public string? SourceOf(string seedPath, int line) =>
        SourceUrl
            ?.Replace(
                "{path}",
                string.Join('/', seedPath.Split('/').Select(Uri.EscapeDataString)),
                StringComparison.Ordinal
            )
            .Replace("{line}", FormattableString.Invariant($"{line}"), StringComparison.Ordinal);
}
