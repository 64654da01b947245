using DataPackage.Generator.Schema;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Generator.Emission;

/// <param name="Namespace">Of all generated types.</param>
/// <param name="CanCompile">Whether the project has what generated code needs, and the package is within its limits;
/// nothing is emitted otherwise.</param>
internal sealed record EmissionTarget(string Namespace, bool CanCompile)
{
    private const string RootNamespaceOption = "build_property.RootNamespace";

    /// <summary>What datapackage.yaml says, or the project's root namespace.</summary>
    public static EmissionTarget Choose(
        ((AnalyzerConfigOptionsProvider Options, PackageSchema Schema) Package,
            (Prerequisites Prerequisites, bool IsWithinLimits) Build) input, CancellationToken cancellation) =>
        new(input.Package.Schema.Facts.Namespace ?? RootNamespace(input.Package.Options),
            input.Build is { Prerequisites.AreMet: true, IsWithinLimits: true });

    private static string RootNamespace(AnalyzerConfigOptionsProvider options)
    {
        var root = options.GlobalOptions.TryGetValue(RootNamespaceOption, out var option) ? option : "";
        // MSBuild derives the root namespace from the project's name, which may hold anything.
        var parts = root.Split('.').Select(ToIdentifier).Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "Seeds" : string.Join(".", parts);
    }

    private static string ToIdentifier(string part)
    {
        var name = string.Concat(part.Where(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_'));
        if (name.Length == 0) return "";
        return name[0] is >= '0' and <= '9' || Names.IsKeyword(name) ? "_" + name : name;
    }
}
