using System.Collections.Immutable;
using DataPackage.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator;

/// <summary>What the project must bring for the generated code to compile. Without these two messages its user would see hundreds of the compiler's.</summary>
internal static class Prerequisites
{
    private const string RuntimeAssembly = "DataPackage.Runtime";

    public static void Check(
        SourceProductionContext context, ((bool HasNoSeeds, ParseOptions Options) Project, ImmutableArray<MetadataReference> References) input)
    {
        if (input.Project.HasNoSeeds) return;
        if (input.Project.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp11 and var version })
            context.ReportDiagnostic(Diagnostic.Create(Rules.LanguageVersion, Location.None, version.ToDisplayString()));
        if (!input.References.Any(IsRuntime))
            context.ReportDiagnostic(Diagnostic.Create(Rules.RuntimeMissing, Location.None));
    }

    /// <summary>By its name: looking the types up would need the compilation, and run at every key stroke.</summary>
    private static bool IsRuntime(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        var name = display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
        return name.StartsWith(RuntimeAssembly, StringComparison.OrdinalIgnoreCase);
    }
}
