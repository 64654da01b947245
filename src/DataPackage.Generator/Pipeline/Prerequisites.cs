using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator.Pipeline;

/// <summary>What the project must bring for the generated code to compile, and to be read. Where it lacks something,
/// nothing is generated: one message says what to do, in place of hundreds of the compiler's.</summary>
/// <param name="OldLanguage">The project's version of C#, where it is too old.</param>
/// <param name="OldFormat">The newest format that the project's runtime reads, where that is older than what is
/// generated.</param>
internal sealed record Prerequisites(string? OldLanguage, bool HasRuntime, int? OldFormat)
{
    private const string RuntimeAssembly = "DataPackage.Runtime";
    private const string FormatAttribute = "ReadsFormatAttribute";

    /// <summary>Where nobody could look: the compiler says what is missing.</summary>
    public static Prerequisites Unknown { get; } = new(null, HasRuntime: true, null);

    public bool AreMet => OldLanguage is null && HasRuntime && OldFormat is null;

    public EquatableArray<SeedDiagnostic> Messages
    {
        get
        {
            var messages = new DiagnosticBag();
            if (OldLanguage is not null)
                messages.Add(Rules.LanguageVersion, default, OldLanguage);
            if (!HasRuntime)
                messages.Add(Rules.RuntimeMissing, default);
            if (OldFormat is { } format)
                messages.Add(
                    Rules.NewerFormat,
                    default,
                    "The generated data have",
                    PackedFormat.Version.ToString(CultureInfo.InvariantCulture),
                    RuntimeAssembly,
                    format.ToString(CultureInfo.InvariantCulture)
                );
            return messages.ToEquatableArray();
        }
    }

    public static Prerequisites Of(ParseOptions options, IReadOnlyList<MetadataReference> references)
    {
        var runtime = references.FirstOrDefault(IsRuntime);
        return new(
            options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 and var version }
                ? version.ToDisplayString()
                : null,
            runtime is not null,
            runtime is not null && FormatOf(runtime) is { } format and < PackedFormat.Version ? format : null
        );
    }

    /// <summary>By its name: looking its types up would need the compilation, and run at every key stroke.</summary>
    private static bool IsRuntime(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        var name = display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals(RuntimeAssembly, StringComparison.OrdinalIgnoreCase)
            || name.Equals(RuntimeAssembly + ".dll", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The newest format that a runtime reads; null where its file cannot be read, which the compiler
    /// says.</summary>
    private static int? FormatOf(MetadataReference runtime)
    {
        try
        {
            return AssemblyFacts.Of(runtime, FormatAttribute, texts: 0).Select(fact => fact.Number).FirstOrDefault();
        }
        catch (Exception unreadable) when (unreadable is BadImageFormatException or IOException)
        {
            return null;
        }
    }
}
