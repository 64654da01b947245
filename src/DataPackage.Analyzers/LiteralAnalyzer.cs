using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Analyzers;

/// <summary>Reports texts in code that name nothing in the data that the project references: ids, dates and
/// languages.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LiteralAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ConsumerRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeTypes.In(start.Compilation) is not { } types || !SoleAnalyzer.Is(this, start.Compilation))
                return;
            var data = new ReferencedData(types);
            // By syntax, not by operation: the compiler would make the operations of every method, and most programs
            // have few such calls.
            start.RegisterSyntaxNodeAction(node => CallCheck.Check(node, data), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(
                node => LanguageCheck.Check(node, data),
                SyntaxKind.ElementAccessExpression,
                SyntaxKind.ElementBindingExpression
            );
            start.RegisterSyntaxNodeAction(node => FilterCheck.Check(node, data), SyntaxKind.Attribute);
        });
    }
}
