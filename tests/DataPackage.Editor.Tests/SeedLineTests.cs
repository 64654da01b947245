using DataPackage.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace DataPackage.Editor.Tests;

/// <summary>Accessors whose bodies are mapped to seeds look and behave like any others in the editor.</summary>
public class SeedLineTests
{
    private const string Code = "var ship = Seeded.Ships.Tern;";

    [Fact]
    public async Task Completion_and_hovering_show_what_they_show_without_mapped_lines()
    {
        var (plain, mapped) = (Open(hasLines: false), Open(hasLines: true));

        Assert.Contains("Tern (ship)", await Hover(mapped), StringComparison.Ordinal);
        Assert.Equal(await Hover(plain), await Hover(mapped));
        Assert.Contains("Tern:", await Complete(mapped), StringComparison.Ordinal);
        Assert.Equal(await Complete(plain), await Complete(mapped));
    }

    /// <summary>An editor shows the declaration in the file that the compiler parsed. The next line has the seed's name
    /// and line, and the running code is mapped there.</summary>
    [Fact]
    public async Task Going_to_the_definition_shows_the_accessor_and_its_body_is_that_of_the_seed()
    {
        var document = Open(hasLines: true);

        var symbol = await SymbolFinder.FindSymbolAtPositionAsync(
            document,
            Code.IndexOf("Tern", StringComparison.Ordinal)
        );
        var definition = (
            await SymbolFinder.FindSourceDefinitionAsync(symbol!, document.Project.Solution)
        )!.DeclaringSyntaxReferences.Single();

        var accessor = (PropertyDeclarationSyntax)await definition.GetSyntaxAsync();
        Assert.Equal(
            ("Ships.g.cs", false),
            (
                accessor.Identifier.GetLocation().GetMappedLineSpan().Path,
                accessor.Identifier.GetLocation().GetMappedLineSpan().HasMappedPath
            )
        );
        var body = accessor.ExpressionBody!.Expression.GetLocation().GetMappedLineSpan();
        Assert.Equal(("ships.yaml", 3), (body.Path, body.StartLinePosition.Line + 1));
    }

    private static async Task<string> Hover(Document document)
    {
        var info = await QuickInfoService
            .GetService(document)!
            .GetQuickInfoAsync(document, Code.IndexOf("Tern", StringComparison.Ordinal));
        return string.Concat(info!.Sections.Select(section => section.Text + "\n"));
    }

    private static async Task<string> Complete(Document document)
    {
        var completion = CompletionService.GetService(document)!;
        var list = await completion.GetCompletionsAsync(document, Code.IndexOf("Tern", StringComparison.Ordinal));
        var lines = new List<string>();
        foreach (var item in list.ItemsList)
            lines.Add($"{item.DisplayText}: {(await completion.GetDescriptionAsync(document, item))!.Text}");
        return string.Join('\n', lines);
    }

    /// <summary>A program together with the generated code.</summary>
    private static Document Open(bool hasLines)
    {
        var generated = new SeedSet()
            .With("schema/Ship.yaml", "caption: name\nproperties:\n  name: { type: text, description: Her name. }\n")
            .With("ships.yaml", "albatros: { name: Albatros }\n\ntern: { name: Tern }\n")
            .Generate(options: new Dictionary<string, string> { ["DataPackageSeedLines"] = hasLines ? "true" : "" });
        var project = new AdhocWorkspace(MefHostServices.DefaultHost).AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Author",
                "Author",
                LanguageNames.CSharp,
                parseOptions: new CSharpParseOptions(documentationMode: DocumentationMode.Parse),
                compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication),
                metadataReferences: SeedSet.CreateCompilation().References
            )
        );
        foreach (var source in generated.Sources)
            project = project.AddDocument(source.HintName, source.SourceText, filePath: source.HintName).Project;
        return project.AddDocument("Program.cs", SourceText.From(Code));
    }
}
