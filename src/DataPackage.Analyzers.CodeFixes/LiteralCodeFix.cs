using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Analyzers.CodeFixes;

/// <summary>Writes the text that was probably meant, or the accessor of the entity that it names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralCodeFix))]
[Shared]
public sealed class LiteralCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create("DP5001", "DP5002", "DP5003", "DP5004");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var named = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (
                diagnostic.Properties.TryGetValue(Replacement.Text, out var text)
                && text is not null
                // A constant is named elsewhere too.
                && named.IsKind(SyntaxKind.StringLiteralExpression)
            )
                Register(
                    context,
                    diagnostic,
                    named.Span,
                    SymbolDisplay.FormatLiteral(text, quote: true),
                    Replacement.Text
                );
            if (
                await AccessorAsync(context, diagnostic, named.SpanStart).ConfigureAwait(false) is { } accessor
                && named.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            )
                Register(context, diagnostic, call.Span, accessor, Replacement.Accessor);
        }
    }

    /// <summary>The accessor as code at this position names it; null if none can replace the call.</summary>
    private static async Task<string?> AccessorAsync(CodeFixContext context, Diagnostic diagnostic, int position) =>
        diagnostic.Properties.TryGetValue(Replacement.Accessor, out var accessor)
        && diagnostic.Properties.TryGetValue(Replacement.Catalog, out var catalog)
        && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
        && model.Compilation.GetTypeByMetadataName(catalog!) is { } type
            ? $"{type.ToMinimalDisplayString(model, position)}.{accessor}"
            : null;

    /// <param name="sort">What the fixes have in common that an editor applies to a whole file or solution.</param>
    private static void Register(
        CodeFixContext context,
        Diagnostic diagnostic,
        TextSpan span,
        string code,
        string sort
    ) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Write {code}",
                async cancellation =>
                {
                    var before = await context.Document.GetTextAsync(cancellation).ConfigureAwait(false);
                    return context.Document.WithText(before.Replace(span, code));
                },
                equivalenceKey: sort
            ),
            diagnostic
        );
}
