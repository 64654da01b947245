using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataPackage.Analyzers;

/// <summary>Reads texts that the compiler knows.</summary>
internal static class ConstantText
{
    /// <summary>Whether an expression looks like a constant text; costs nothing, and spares the compiler most
    /// others.</summary>
    public static bool MayBe(ExpressionSyntax expression) =>
        expression.Kind()
            is SyntaxKind.StringLiteralExpression
                or SyntaxKind.IdentifierName
                or SyntaxKind.SimpleMemberAccessExpression
                or SyntaxKind.AddExpression
                or SyntaxKind.ParenthesizedExpression
                or SyntaxKind.InterpolatedStringExpression;

    /// <summary>The text of a literal or of another constant; null for anything else.</summary>
    public static string? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression.IsKind(SyntaxKind.StringLiteralExpression) ? ((LiteralExpressionSyntax)expression).Token.ValueText
        : MayBe(expression) ? model.GetConstantValue(expression, cancellation).Value as string
        : null;
}
