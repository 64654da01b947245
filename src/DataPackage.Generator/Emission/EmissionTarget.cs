using DataPackage.Generator.Schema;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Generator.Emission;

/// <param name="Namespace">Of all generated types.</param>
internal sealed record EmissionTarget(string Namespace)
{
    private const string RootNamespaceOption = "build_property.RootNamespace";

    /// <summary>What datapackage.yaml says, or the project's root namespace.</summary>
    public static EmissionTarget Choose((AnalyzerConfigOptionsProvider Options, PackageSchema Schema) input, CancellationToken cancellation)
    {
        if (input.Schema.Facts.Namespace is { } declared) return new EmissionTarget(declared);
        var root = input.Options.GlobalOptions.TryGetValue(RootNamespaceOption, out var option) ? option : "";
        // MSBuild derives the root namespace from the project's name, which may hold anything.
        var parts = root.Split('.').Select(ToIdentifier).Where(part => part.Length > 0).ToList();
        return new EmissionTarget(parts.Count == 0 ? "Seeds" : string.Join(".", parts));
    }

    private static string ToIdentifier(string part)
    {
        var name = string.Concat(part.Where(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_'));
        if (name.Length == 0) return "";
        return name[0] is >= '0' and <= '9' || Names.IsKeyword(name) ? "_" + name : name;
    }
}
