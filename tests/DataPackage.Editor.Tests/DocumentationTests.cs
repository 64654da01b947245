using System.Xml.Linq;
using DataPackage.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataPackage.Editor.Tests;

/// <summary>Everything that a consumer can type has documentation.</summary>
public class DocumentationTests
{
    [Theory]
    [InlineData(typeof(Persons))]
    [InlineData(typeof(IEntity))]
    public void Every_public_type_and_member_is_documented(Type one)
    {
        var symbols = PublicSymbolsOf(one.Assembly.Location);

        Assert.True(symbols.Count > 50, $"Only {symbols.Count} public symbols were found.");
        Assert.Equal(
            [],
            symbols
                .Where(symbol => !IsDocumented(symbol))
                .Select(symbol => symbol.GetDocumentationCommentId()!)
                .ToArray()
        );
    }

    [Fact]
    public void Whatever_the_documentation_refers_to_exists()
    {
        var symbols = PublicSymbolsOf(typeof(Persons).Assembly.Location);
        var ids = symbols.Select(symbol => symbol.GetDocumentationCommentId()).ToHashSet(StringComparer.Ordinal);
        var references = symbols
            .SelectMany(symbol => Documentation(symbol)?.Descendants() ?? [])
            .Attributes("cref")
            .Select(reference => reference.Value)
            .ToList();
        // The compiler writes '!:' for what it did not find; it copies the ids of accessors unchecked.
        var missing = references.Where(reference =>
            reference.StartsWith("!:", StringComparison.Ordinal)
            || (
                reference.StartsWith($"P:{typeof(Persons).Namespace}.", StringComparison.Ordinal)
                && !reference.StartsWith("P:DataPackage.Runtime.", StringComparison.Ordinal)
                && !ids.Contains(reference)
            )
        );

        Assert.True(references.Count > 100, $"Only {references.Count} references were found.");
        Assert.Equal([], missing);
    }

    private static bool IsDocumented(ISymbol symbol) =>
        Documentation(symbol) is { } documentation
        && (
            documentation.Descendants("inheritdoc").Any()
            || documentation.Descendants("summary").Any(summary => summary.Value.Trim().Length > 0)
        );

    private static XElement? Documentation(ISymbol symbol) =>
        symbol.GetDocumentationCommentXml() is { Length: > 0 } xml
            ? XElement.Parse($"<documentation>{xml}</documentation>")
            : null;

    /// <summary>All except what the compiler adds to a record, an enumeration, a delegate, or a class without a
    /// constructor.</summary>
    private static List<ISymbol> PublicSymbolsOf(string assembly)
    {
        var reference = MetadataReference.CreateFromFile(
            assembly,
            documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(assembly, ".xml"))
        );
        // Without the framework, an enumeration cannot be identified as one.
        var framework = Directory
            .GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Consumer", references: [.. framework, reference]);
        var types = TypesIn(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace)
            .Where(type => !IsHidden(type))
            .ToList();
        return [.. types, .. types.SelectMany(type => type.GetMembers()).Where(IsForConsumers)];
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Where(member => member is INamespaceSymbol or { DeclaredAccessibility: Accessibility.Public })
            .SelectMany(member => TypesIn(member).Concat(member is INamedTypeSymbol type ? [type] : []));

    /// <summary>Editors do not offer what only generated code calls.</summary>
    private static bool IsHidden(INamedTypeSymbol type) =>
        type.GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.Name == "EditorBrowsableAttribute"
                && attribute.ConstructorArguments is [{ Value: 1 }]
            );

    private static bool IsForConsumers(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Public
        && member
            is not INamedTypeSymbol
                and not IMethodSymbol { AssociatedSymbol: not null }
                and not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true }
        && member is not IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum, IsConst: false }
        && member.ContainingType.TypeKind != TypeKind.Delegate
        && !member.IsImplicitlyDeclared
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");
}
