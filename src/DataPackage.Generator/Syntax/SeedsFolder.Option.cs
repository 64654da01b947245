using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Generator.Syntax;

/// <content>How the build tells the generator; apart from the rest, which the build shares.</content>
internal sealed partial record SeedsFolder
{
    /// <summary>The full path, percent-encoded. Set by DataPackage.Generator.targets.</summary>
    public const string Option = "build_property._DataPackageSeedsPath";

    public static SeedsFolder Of(AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        At(options.GlobalOptions.TryGetValue(Option, out var path) ? Uri.UnescapeDataString(path) : null);
}
