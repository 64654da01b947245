using DataPackage.Engine.CSharp;
using DataPackage.Engine.Delivery;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Generator.Pipeline;

/// <summary>The properties of the project that the generator reads. DataPackage.Generator.props makes them
/// visible.</summary>
/// <param name="SeedsPath">The full path of the seeds folder; empty if the build names none.</param>
/// <param name="RootNamespace">Empty if the project has none.</param>
/// <param name="CompiledPath">The full path of the <see cref="CompiledPackage"/> that takes the place of the seeds;
/// empty if there is none.</param>
/// <param name="IsForEditor">Whether the compiler only tells an editor what there is, and the bytes of the package are
/// in no code.</param>
internal sealed record BuildOptions(
    string SeedsPath,
    string RootNamespace,
    PlaceOptions Places,
    string CompiledPath,
    bool IsForEditor
)
{
    private const string Prefix = "build_property.";

    public static BuildOptions None { get; } =
        new("", "", new PlaceOptions("", HasLines: false), "", IsForEditor: false);

    /// <summary>The names of the properties.</summary>
    internal static string[] Names { get; } =
    [
        "_DataPackageSeedsPath",
        "RootNamespace",
        "_DataPackageSeedsFolder",
        "DataPackageSeedLines",
        "_DataPackageCompiled",
        "_DataPackageIsForEditor",
    ];

    public static BuildOptions Of(AnalyzerConfigOptionsProvider options)
    {
        var values = Array.ConvertAll(
            Names,
            name => options.GlobalOptions.TryGetValue(Prefix + name, out var value) ? value : ""
        );
        return new BuildOptions(
            Uri.UnescapeDataString(values[0]),
            values[1],
            new PlaceOptions(Uri.UnescapeDataString(values[2]), IsTrue(values[3])),
            Uri.UnescapeDataString(values[4]),
            IsTrue(values[5])
        );
    }

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
