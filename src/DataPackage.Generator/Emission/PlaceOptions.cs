using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Generator.Emission;

/// <param name="Folder">The name of the seeds folder; empty where the project does not say.</param>
/// <param name="HasLines">Whether the PDB is to name seeds and their lines where accessors are.</param>
internal sealed record PlaceOptions(string Folder, bool HasLines)
{
    private const string FolderOption = "build_property._DataPackageSeedsFolder";
    private const string LinesOption = "build_property.DataPackageSeedLines";

    public static PlaceOptions Of(AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        new(options.GlobalOptions.TryGetValue(FolderOption, out var folder) ? Uri.UnescapeDataString(folder) : "",
            options.GlobalOptions.TryGetValue(LinesOption, out var lines) && string.Equals(lines, "true", StringComparison.OrdinalIgnoreCase));
}
