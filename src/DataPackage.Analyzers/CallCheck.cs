using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Analyzers;

/// <summary>Checks calls that take an id or a date.</summary>
internal static class CallCheck
{
    private const string Get = nameof(Get);
    private const string TryGet = nameof(TryGet);
    private const string Parse = nameof(Parse);
    private const string TryParse = nameof(TryParse);
    private const string During = nameof(During);
    private const string PossiblyDuring = nameof(PossiblyDuring);

    public static void Check(SyntaxNodeAnalysisContext context, ReferencedData data)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (!MayTakeText(call))
            return;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (ConstantText.Of(argument.Expression, context.SemanticModel, context.CancellationToken) is not { } text)
                continue;
            if (
                context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol
                    is IMethodSymbol { IsStatic: true } method
                && method.Parameters.Length > 0
                && IsFirst(argument, call, method)
            )
                Check(context, data, method, argument.Expression, text);
            return;
        }
    }

    /// <summary>By the names alone, so that most calls cost nothing. <c>int.Parse</c> is none of ours.</summary>
    private static bool MayTakeText(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax { Expression: not PredefinedTypeSyntax } member => member.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name?.Identifier.ValueText is Get or TryGet or Parse or TryParse or During or PossiblyDuring
            && call.ArgumentList.Arguments.Count > 0;
    }

    private static bool IsFirst(ArgumentSyntax argument, InvocationExpressionSyntax call, IMethodSymbol method) =>
        argument.NameColon is { } named
            ? named.Name.Identifier.ValueText == method.Parameters[0].Name
            : argument == call.ArgumentList.Arguments[0];

    private static void Check(
        SyntaxNodeAnalysisContext context,
        ReferencedData data,
        IMethodSymbol method,
        ExpressionSyntax literal,
        string text
    )
    {
        if (TakesDate(method, data.Types))
            DateCheck.Check(context, literal, text);
        else if (KindOf(method, data.Types) is { } kind)
            IdCheck.Check(context, data.KindsOf(kind), literal, text, isCall: method.Name is Get or Parse);
    }

    private static bool TakesDate(IMethodSymbol method, RuntimeTypes types) =>
        method.Name == Parse && types.IsDate(method.ContainingType)
        || (
            method.Name is During or PossiblyDuring
            && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }]
            && method.ReturnType is INamedTypeSymbol { Name: "Timeline", TypeArguments: [INamedTypeSymbol kind] }
            && IsOf(kind, method, types)
        );

    /// <summary>The kind whose id a call takes; null for other methods of these names.</summary>
    private static INamedTypeSymbol? KindOf(IMethodSymbol method, RuntimeTypes types)
    {
        var type = method.Name is Get or Parse ? method.ReturnType : method.Parameters.Last().Type;
        return type is INamedTypeSymbol kind && IsOf(kind, method, types) ? kind : null;
    }

    /// <summary>Whether generated code declares the method for a kind: in its record, or in its look-ups.</summary>
    private static bool IsOf(INamedTypeSymbol kind, IMethodSymbol method, RuntimeTypes types) =>
        types.IsKind(kind)
        && (
            SymbolEqualityComparer.Default.Equals(method.ContainingType, kind)
            || (
                method.ContainingType.Name == kind.Name + "_Lookups"
                && SymbolEqualityComparer.Default.Equals(method.ContainingNamespace, kind.ContainingNamespace)
            )
        );
}
