using System.Collections.Immutable;
using DataPackage.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataPackage.Docs.Tests;

/// <summary>The engine's sources are in rooms, in the order of the data flow: a room uses only rooms before it. The
/// table in docs/architecture.md has that order.</summary>
public class RoomsTests
{
    private const string Product = "DataPackage.";

    private static readonly string[] Rooms =
    [
        .. Document.Read("docs/architecture.md").Table("room").Select(row => row[0].Trim('`').Replace('/', '.')),
    ];

    private static readonly ImmutableArray<string> ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly ImmutableArray<string> Projects = ["DataPackage.Shared", "DataPackage.Engine"];

    private static readonly ImmutableArray<string> Symbols = ["NET", "NET8_0", "NET8_0_OR_GREATER"];

    private static readonly CSharpCompilation Engine = Compile();

    [Fact]
    public void Every_source_stands_in_the_folder_that_its_namespace_names_and_the_folder_is_a_room() =>
        Assert.All(
            Engine.SyntaxTrees.Where(tree => tree.FilePath.Length > 0),
            tree =>
            {
                var folder = Path.GetRelativePath(Repository.PathOf("src"), Path.GetDirectoryName(tree.FilePath)!);
                var room = folder.Replace(Path.DirectorySeparatorChar, '.')[Product.Length..];
                Assert.True(Rooms.Contains(room), $"{tree.FilePath}: docs/architecture.md has no room {room}");
                Assert.All(
                    tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>(),
                    space => Assert.Equal(Product + room, space.Name.ToString())
                );
            }
        );

    [Fact]
    public void A_room_names_no_type_of_a_room_behind_it()
    {
        var behind = new List<string>();
        foreach (var tree in Engine.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            var model = Engine.GetSemanticModel(tree);
            var root = tree.GetCompilationUnitRoot();
            var own = PlaceOf(root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString());
            foreach (var used in root.Usings.Where(used => PlaceOf(used.Name!.ToString()) > own))
                behind.Add($"{LineOf(used)}: {Rooms[own]} uses {used.Name}");
            foreach (var name in root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if (symbol is null or INamespaceSymbol || !IsOurs(symbol))
                    continue;
                var room = symbol.ContainingNamespace.ToDisplayString();
                if (PlaceOf(room) > own)
                    behind.Add($"{LineOf(name)}: {Rooms[own]} uses {name} of {room}");
            }
        }

        Assert.Empty(behind);
    }

    [Fact]
    public void The_engine_knows_neither_the_compiler_nor_the_build()
    {
        var references = typeof(Engine.PackageCompiler).Assembly.GetReferencedAssemblies();

        Assert.DoesNotContain(references, name => name.Name!.StartsWith("Microsoft.", StringComparison.Ordinal));
    }

    private static bool IsOurs(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Engine.Assembly);

    /// <summary>The index of a namespace in the order of rooms; -1 if it is not a room.</summary>
    private static int PlaceOf(string space) =>
        space.StartsWith(Product, StringComparison.Ordinal) ? Array.IndexOf(Rooms, space[Product.Length..]) : -1;

    private static string LineOf(SyntaxNode node)
    {
        var place = node.GetLocation().GetLineSpan();
        return $"{Path.GetRelativePath(Repository.PathOf("src"), place.Path)}({place.StartLinePosition.Line + 1})";
    }

    private static CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(
            LanguageVersion.Latest,
            DocumentationMode.Diagnose,
            SourceCodeKind.Regular,
            Symbols
        );
        var trees = Projects
            .Select(project => Repository.PathOf($"src/{project}"))
            .SelectMany(folder =>
                Directory
                    .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                    .Where(file =>
                        !Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal)
                        && !Path.GetRelativePath(folder, file).StartsWith("bin", StringComparison.Ordinal)
                        && Path.GetFileName(file) != "Polyfills.cs"
                    )
            )
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(
                CSharpSyntaxTree.ParseText(
                    string.Concat(ImplicitUsings.Select(name => $"global using {name};")),
                    options
                )
            );
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith(Product, StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Engine",
            trees,
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true
            )
        );
        // A name that the compiler cannot resolve would be in no room.
        Assert.Empty(compilation.GetDiagnostics().Where(message => message.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
