using DataPackage.Engine.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Generator.Pipeline;

/// <summary>The properties of the project that the generator reads. DataPackage.Generator.props makes them
/// visible.</summary>
/// <param name="SeedsPath">The full path of the seeds folder; empty if the build names none.</param>
/// <param name="RootNamespace">Empty if the project has none.</param>
internal sealed record BuildOptions(string SeedsPath, string RootNamespace, PlaceOptions Places)
{
    private const string Prefix = "build_property.";

    public static BuildOptions None { get; } = new("", "", new PlaceOptions("", HasLines: false));

    /// <summary>The names of the properties.</summary>
    internal static string[] Names { get; } =
    ["_DataPackageSeedsPath", "RootNamespace", "_DataPackageSeedsFolder", "DataPackageSeedLines"];

    public static BuildOptions Of(AnalyzerConfigOptionsProvider options)
    {
        var values = Array.ConvertAll(
            Names,
            name => options.GlobalOptions.TryGetValue(Prefix + name, out var value) ? value : ""
        );
        var hasLines = string.Equals(values[3], "true", StringComparison.OrdinalIgnoreCase);
        return new BuildOptions(
            Uri.UnescapeDataString(values[0]),
            values[1],
            new PlaceOptions(Uri.UnescapeDataString(values[2]), hasLines)
        );
    }
}
