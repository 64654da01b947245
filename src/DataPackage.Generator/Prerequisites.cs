using System.Collections.Immutable;
using DataPackage.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator;

/// <summary>What the project must bring for the generated code to compile. Where it lacks something, nothing is generated:
/// one message says what to do, in place of hundreds of the compiler's.</summary>
/// <param name="OldLanguage">The project's version of C#, where it is too old.</param>
internal sealed record Prerequisites(string? OldLanguage, bool HasRuntime)
{
    private const string RuntimeAssembly = "DataPackage.Runtime";

    public bool AreMet => OldLanguage is null && HasRuntime;

    public static Prerequisites Of((ParseOptions Options, ImmutableArray<MetadataReference> References) project, CancellationToken cancellation) =>
        new(project.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 and var version } ? version.ToDisplayString() : null,
            project.References.Any(IsRuntime));

    public static void Report(SourceProductionContext context, (bool HasNoSeeds, Prerequisites Prerequisites) project)
    {
        if (project.HasNoSeeds) return;
        if (project.Prerequisites.OldLanguage is { } version)
            context.ReportDiagnostic(Diagnostic.Create(Rules.LanguageVersion, Location.None, version));
        if (!project.Prerequisites.HasRuntime)
            context.ReportDiagnostic(Diagnostic.Create(Rules.RuntimeMissing, Location.None));
    }

    /// <summary>By its name: looking its types up would need the compilation, and run at every key stroke.</summary>
    private static bool IsRuntime(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        var name = display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals(RuntimeAssembly, StringComparison.OrdinalIgnoreCase) || name.Equals(RuntimeAssembly + ".dll", StringComparison.OrdinalIgnoreCase);
    }
}
