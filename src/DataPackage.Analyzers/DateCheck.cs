using System.Collections.Immutable;
using System.Globalization;
using DataPackage.Engine.Diagnostics;
using DataPackage.Shared.Dates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Analyzers;

/// <summary>Checks a date.</summary>
internal static class DateCheck
{
    public static void Check(SyntaxNodeAnalysisContext context, ExpressionSyntax literal, string text)
    {
        if (EdtfParser.TryParse(text, out _, out var error))
            return;
        var fix = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(
            Diagnostic.Create(
                ConsumerRules.InvalidDate,
                literal.GetLocation(),
                EdtfSuggestion.For(text) is { } meant ? fix.Add(Replacement.Text, meant) : fix,
                MessageText.Of(text),
                (error.Position + 1).ToString(CultureInfo.InvariantCulture),
                error.Message
            )
        );
    }
}
