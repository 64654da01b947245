using DataPackage.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataPackage.Docs.Tests;

/// <summary>What CONTRIBUTING.md says of the shape of code.</summary>
public class ShapeOfCodeTests
{
    private const int MostLines = 45;
    private const int MostPositions = 6;

    /// <summary>A table of constants, which a test writes.</summary>
    private const string Table = "UnicodeTables.cs";

    private static readonly (string Path, CompilationUnitSyntax Root)[] Sources =
    [
        .. SourceFiles
            .All("*.cs")
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Where(path => !path.EndsWith(Table, StringComparison.Ordinal))
            .Select(path =>
                (path, CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(path))).GetCompilationUnitRoot())
            ),
    ];

    [Fact]
    public void A_method_has_at_most_45_lines() =>
        Assert.Empty(
            from source in Sources
            from member in source.Root.DescendantNodes()
            let body = BodyOf(member)
            where body is not null && LinesOf(body) > MostLines && !IsHot(source.Path, member)
            select $"{source.Path}({LineOf(member)}): {LinesOf(body)} lines"
        );

    [Fact]
    public void A_record_has_at_most_six_positional_members() =>
        Assert.Empty(
            from source in Sources
            from record in source.Root.DescendantNodes().OfType<RecordDeclarationSyntax>()
            where record.ParameterList?.Parameters.Count > MostPositions
            select $"{source.Path}({LineOf(record)}): {record.Identifier}"
        );

    /// <summary>The first look-up of a program: each further method would be compiled before the first entity is
    /// there.</summary>
    private static bool IsHot(string path, SyntaxNode member) =>
        path.EndsWith("/PackedTable.cs", StringComparison.Ordinal)
        && member is MethodDeclarationSyntax { Identifier.Text: "Lookup" };

    private static SyntaxNode? BodyOf(SyntaxNode member) =>
        member switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            PropertyDeclarationSyntax property => property.ExpressionBody,
            _ => null,
        };

    private static int LinesOf(SyntaxNode node)
    {
        var place = node.GetLocation().GetLineSpan();
        return place.EndLinePosition.Line - place.StartLinePosition.Line + 1;
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
