using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataPackage.Analyzers;

/// <summary>Checks the values by which <c>[EntityData&lt;Event&gt;(nameof(Event.Place), "istanbul")]</c> selects the
/// cases of a theory.</summary>
internal static class FilterCheck
{
    private const string Name = "EntityData";

    /// <summary>The packages for each test framework have an attribute of this name.</summary>
    private const string Namespace = "DataPackage.";

    public static void Check(SyntaxNodeAnalysisContext context, ReferencedData data)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (
            !IsFilter(attribute.Name)
            || attribute.ArgumentList?.Arguments is not [{ NameEquals: null } first, { NameEquals: null } second, ..]
            || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol
                is not IMethodSymbol { ContainingType: { TypeArguments: [INamedTypeSymbol kind] } type }
            || !type.ContainingNamespace.ToDisplayString().StartsWith(Namespace, StringComparison.Ordinal)
        )
            return;
        var (name, value) = first.NameColon?.Name.Identifier.ValueText == "value" ? (second, first) : (first, second);
        if (
            TextOf(value.Expression, context) is { } text
            && context.SemanticModel.GetConstantValue(name.Expression, context.CancellationToken).Value
                is string property
            && ItemOf(kind, property) is INamedTypeSymbol item
        )
            Check(context, data, item, value.Expression, text);
    }

    private static bool IsFilter(NameSyntax name) =>
        name switch
        {
            QualifiedNameSyntax qualified => IsFilter(qualified.Right),
            AliasQualifiedNameSyntax aliased => IsFilter(aliased.Name),
            GenericNameSyntax generic => generic.Identifier.ValueText is Name or Name + nameof(Attribute),
            _ => false,
        };

    private static string? TextOf(ExpressionSyntax value, SyntaxNodeAnalysisContext context) =>
        ConstantText.Of(value, context.SemanticModel, context.CancellationToken);

    private static void Check(
        SyntaxNodeAnalysisContext context,
        ReferencedData data,
        INamedTypeSymbol item,
        ExpressionSyntax literal,
        string text
    )
    {
        if (data.Types.IsDate(item))
            DateCheck.Check(context, literal, text);
        else
            IdCheck.Check(context, data.KindsOf(item), literal, text, isCall: false);
    }

    /// <summary>The type of a property's value, or of the items of its list; null if there is no such
    /// property.</summary>
    private static ITypeSymbol? ItemOf(INamedTypeSymbol kind, string name)
    {
        var type = kind.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        return
            type is INamedTypeSymbol { TypeArguments: [var item] } list
            && list.AllInterfaces.Any(each => each.SpecialType == SpecialType.System_Collections_IEnumerable)
            ? item
            : type;
    }
}
