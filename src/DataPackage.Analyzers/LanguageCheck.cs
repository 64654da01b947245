using System.Collections.Immutable;
using DataPackage.Engine.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Analyzers;

/// <summary>Checks the language by which a text is indexed.</summary>
internal static class LanguageCheck
{
    public static void Check(SyntaxNodeAnalysisContext context, ReferencedData data)
    {
        var (text, arguments) = context.Node switch
        {
            ElementAccessExpressionSyntax access => (access.Expression, access.ArgumentList.Arguments),
            ElementBindingExpressionSyntax binding => (Conditional(binding), binding.ArgumentList.Arguments),
            _ => default,
        };
        text = WithoutMark(text);
        if (
            text is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax)
            || arguments is not [{ Expression: var literal }]
            || ConstantText.Of(literal, context.SemanticModel, context.CancellationToken) is not { } language
            || context.SemanticModel.GetSymbolInfo(text, context.CancellationToken).Symbol
                is not IPropertySymbol property
            || !data.Types.IsText(property.Type)
            || !IsGenerated(property)
        )
            return;
        var languages = data.Of(property.ContainingAssembly);
        if (languages.Languages.Length > 0 && !languages.Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
            Report(context, literal, language, property.ContainingNamespace.ToDisplayString(), languages);
    }

    /// <summary>The text of <c>person.Name?["de"]</c>.</summary>
    private static ExpressionSyntax? Conditional(ElementBindingExpressionSyntax binding)
    {
        ExpressionSyntax inner = binding;
        while (inner.Parent is ExpressionSyntax outer)
        {
            if (outer is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == inner)
                return conditional.Expression;
            inner = outer;
        }

        return null;
    }

    /// <summary>The text of <c>person.Name!["de"]</c>.</summary>
    private static ExpressionSyntax? WithoutMark(ExpressionSyntax? text) =>
        text is PostfixUnaryExpressionSyntax marked ? marked.Operand : text;

    /// <summary>A type that the author of a package writes beside the seeds may have texts of its own.</summary>
    private static bool IsGenerated(IPropertySymbol property) =>
        property.Locations[0].SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) != false;

    private static void Report(
        SyntaxNodeAnalysisContext context,
        ExpressionSyntax literal,
        string language,
        string package,
        DataOfAssembly data
    )
    {
        var meant = Meant(language, data);
        var fix = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(
            Diagnostic.Create(
                ConsumerRules.UnknownLanguage,
                literal.GetLocation(),
                meant is null ? fix : fix.Add(Replacement.Text, meant),
                MessageText.Of(language),
                package,
                string.Join(", ", data.Languages),
                MessageText.DidYouMean(meant)
            )
        );
    }

    /// <summary>For de-AT, de; for zh, zh-Hant; else the nearest.</summary>
    private static string? Meant(string language, DataOfAssembly data)
    {
        var primary = language.Split('-')[0];
        return data.Languages.FirstOrDefault(other =>
                other.Split('-')[0].Equals(primary, StringComparison.OrdinalIgnoreCase)
            ) ?? NameList.FindNearest(language, [data.LanguageNames], new SuggestionWork(SuggestionWork.OfSeed));
    }
}
