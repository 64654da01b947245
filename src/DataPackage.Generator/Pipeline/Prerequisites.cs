using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Text;
using DataPackage.Shared.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Generator.Pipeline;

/// <summary>The requirements of generated code that the project must meet. If one is not met, nothing is generated, and
/// one message replaces hundreds of compiler errors.</summary>
/// <param name="OldLanguage">The project's version of C#, if it is too old; otherwise null.</param>
/// <param name="OldFormat">The newest format that the project's runtime reads, if generated code has a newer one;
/// otherwise null.</param>
internal sealed record Prerequisites(string? OldLanguage, bool HasRuntime, int? OldFormat)
{
    private const string RuntimeAssembly = "DataPackage.Runtime";
    private const string FormatAttribute = "ReadsFormatAttribute";

    /// <summary>The result after a failure; the compiler reports what is missing.</summary>
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

    /// <summary>Finds the runtime by name. Looking up its types needs the compilation, and would run at every
    /// keystroke.</summary>
    private static bool IsRuntime(MetadataReference reference)
    {
        var display = reference.Display ?? "";
        var name = display.Substring(display.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals(RuntimeAssembly, StringComparison.OrdinalIgnoreCase)
            || name.Equals(RuntimeAssembly + ".dll", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The newest format that a runtime reads; null if its file cannot be read, which the compiler
    /// reports.</summary>
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
