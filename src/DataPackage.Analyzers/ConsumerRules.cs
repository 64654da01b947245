using System.Collections.Immutable;
using DataPackage.Engine.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DataPackage.Analyzers;

/// <summary>The rules for code that uses data packages. All are configurable: a test may look for what is not
/// there.</summary>
internal static class ConsumerRules
{
    private const string Category = "DataPackage.Code";

    /// <summary>Takes the kind, the id and a suggestion.</summary>
    public static readonly DiagnosticDescriptor UnknownId = new(
        "DP5001",
        "Unknown id in code",
        "There is no {0} with the id '{1}'{2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPages.Of("DP5001")
    );

    /// <summary>Takes the kind, the former id and the current one.</summary>
    public static readonly DiagnosticDescriptor FormerId = new(
        "DP5002",
        "A former id in code",
        "The {0} '{1}' is called '{2}' now",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPages.Of("DP5002")
    );

    /// <summary>Takes the text, the number of the wrong character and what is wrong there.</summary>
    public static readonly DiagnosticDescriptor InvalidDate = new(
        "DP5003",
        "Not a date of EDTF in code",
        "'{0}' is not an EDTF date, see its character {1}: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPages.Of("DP5003")
    );

    /// <summary>Takes the language, the package, its languages and a suggestion.</summary>
    public static readonly DiagnosticDescriptor UnknownLanguage = new(
        "DP5004",
        "A language that no text has",
        "No text of {1} is in the language '{0}'; they are in {2}{3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPages.Of("DP5004")
    );

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(UnknownId, FormerId, InvalidDate, UnknownLanguage);
}
